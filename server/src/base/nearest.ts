/**
 * How unlike `candidate` is what somebody typed: 0 for the same letters in another spelling (`image_pull_policy`),
 * up to 0.5 for a far cry, undefined when the two have nothing to do with each other.
 */
export function unlikeness(word: string, candidate: string): number | undefined {
  const typed = fold(word);
  const wanted = fold(candidate);
  if (typed === "" || wanted === "") return undefined;
  if (typed === wanted) return 0;
  const costs = [misspelt(typed, wanted), reworded(wordsOf(word), wordsOf(candidate)), shortened(typed, wanted)];
  const best = Math.min(...costs);
  return best <= FAR ? best : undefined;
}

/** The candidates that `word` may stand for, best first; equally good ones keep their order. */
export function nearest(word: string, candidates: Iterable<string>): readonly string[] {
  return [...candidates]
    .flatMap((candidate) => {
      const cost = unlikeness(word, candidate);
      return cost === undefined || candidate === word ? [] : [{ candidate, cost }];
    })
    .sort((a, b) => a.cost - b.cost)
    .map(({ candidate }) => candidate);
}

/** The largest cost at which a likeness is still worth mentioning. */
const FAR = 0.5;
const UNLIKE = 1;

/** Letters and digits only, in lower case. */
const fold = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** `imagePullPolicy`, `image_pull_policy` and `image-pull-policy` are all three words. */
const wordsOf = (word: string): readonly string[] =>
  (word.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? []).map((part) => stem(part.toLowerCase()));

const stem = (word: string): string =>
  word.length > 4 && word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.length > 3 ? word.replace(/s$/, "") : word;

function misspelt(typed: string, wanted: string): number {
  const longer = Math.max(typed.length, wanted.length);
  if (stem(typed) === stem(wanted)) return 0.05;
  const allowed = longer <= 3 ? 1 : Math.floor(longer * 0.4);
  const distance = editDistance(typed, wanted, allowed);
  if (distance > allowed) return UNLIKE;
  const otherStart = typed[0] === wanted[0] ? 0 : 0.08;
  return distance / longer + otherStart;
}

/** One name made of some of the words of the other, or of the same words in another order. */
function reworded(typed: readonly string[], wanted: readonly string[]): number {
  const [few, many] = typed.length <= wanted.length ? [typed, wanted] : [wanted, typed];
  if (!few.every((word) => many.includes(word)) || few.join("").length < 3) return UNLIKE;
  const extra = many.length - few.length;
  if (extra === 0) return 0.1;
  // The last word names the thing (`Policy`, `Port`); those before it only say which.
  const tail = few.at(-1) === many.at(-1) ? 0 : 0.06;
  return 0.26 + 0.06 * extra + tail;
}

/** `cmd` for `command`, `environment` for `env`: one is the other with letters left out behind the first. */
function shortened(typed: string, wanted: string): number {
  const [short, long] = typed.length <= wanted.length ? [typed, wanted] : [wanted, typed];
  if (short.length < 2 || short[0] !== long[0]) return UNLIKE;
  if (long.startsWith(short)) return short.length < 3 ? UNLIKE : 0.36;
  if (short.length > long.length / 2 + 1) return UNLIKE;
  let from = 0;
  for (const letter of short) {
    from = long.indexOf(letter, from) + 1;
    if (from === 0) return UNLIKE;
  }
  return short.length < 3 ? UNLIKE : 0.46;
}

/**
 * Letters to insert, drop, replace or swap with their neighbour (optimal string alignment); anything above `limit`
 * comes back as `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      line.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = above;
    above = line;
  }
  return Math.min(above[b.length] ?? 0, limit + 1);
}
