/**
 * A seeded source of numbers (mulberry32): the same seed gives the same manifests on every machine and Node release.
 *
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (list) => list[between(0, list.length - 1)];
  const hex = (length) => Array.from({ length }, () => between(0, 15).toString(16)).join("");
  const words = (count) => Array.from({ length: count }, () => pick(vocabulary)).join(" ");
  return { between, pick, hex, words };
}

const vocabulary = (
  "request timeout retry queue worker session cache primary replica shard bucket token scope region tenant order " +
  "payment invoice catalogue search index report audit metric trace sample limit window interval backoff policy " +
  "certificate secret endpoint listener upstream route header cookie payload schema version release channel batch " +
  "stream topic partition offset consumer producer storage volume snapshot archive restore lease leader follower"
).split(" ");
