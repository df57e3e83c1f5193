/** An IP address as a number. */
export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** `netutils.ParseIPSloppy`: leading zeros in IPv4 are decimal digits like any other. Undefined for what is none. */
export function parseAddress(text: string): Address | undefined {
  const isV6 = text.includes(":");
  const value = isV6 ? readV6(text) : readV4(text);
  return value === undefined ? undefined : { bits: isV6 ? 128 : 32, value };
}

function readV4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function readV6(text: string): bigint | undefined {
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return undefined;
  const front = groupsOf(head, tail === undefined);
  const back = tail === undefined ? [] : groupsOf(tail, true);
  if (!front || !back) return undefined;
  const missing = 8 - front.length - back.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...front, ...Array.from({ length: missing }, () => 0), ...back];
  return groups.reduce((sum, group) => sum * 65536n + BigInt(group), 0n);
}

/** Groups of 16 bits; the last two of an address may be written as IPv4: ::ffff:10.0.0.1. */
function groupsOf(text: string, isEnd: boolean): readonly number[] | undefined {
  if (text === "") return [];
  const parts = text.split(":");
  const last = parts.at(-1) ?? "";
  const embedded = isEnd && last.includes(".") ? readV4(last) : undefined;
  if (last.includes(".") && embedded === undefined) return undefined;
  const words = embedded === undefined ? parts : parts.slice(0, -1);
  if (!words.every((word) => /^[0-9a-f]{1,4}$/i.test(word))) return undefined;
  const groups = words.map((word) => Number.parseInt(word, 16));
  return embedded === undefined ? groups : [...groups, Number(embedded / 65536n), Number(embedded % 65536n)];
}

/** As Go and everybody else would write it. */
export function writeAddress({ bits, value }: Address): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".");
  const groups = Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(112 - 16 * i)) & 65535n));
  const [start, length] = longestZeros(groups);
  const hex = groups.map((group) => group.toString(16));
  if (length < 2) return hex.join(":");
  return `${hex.slice(0, start).join(":")}::${hex.slice(start + length).join(":")}`;
}

/** RFC 5952: the longest run of zero groups is the one to shorten, the first of equals. */
function longestZeros(groups: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === 0) end++;
    if (end - start > best[1]) best = [start, end - start];
  }
  return best;
}
