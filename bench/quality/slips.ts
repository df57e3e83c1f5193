import type { Random } from "./random.ts";

const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** Ways in which fingers slip on a word; each gives undefined where it cannot happen. */
export const SLIPS = {
  dropped(word: string, random: Random): string | undefined {
    if (word.length < 4) return undefined;
    const at = 1 + random.below(word.length - 1);
    return word.slice(0, at) + word.slice(at + 1);
  },
  doubled(word: string, random: Random): string | undefined {
    const at = random.below(word.length);
    return /[a-z]/i.test(word[at] ?? "") ? word.slice(0, at + 1) + word.slice(at) : undefined;
  },
  transposed(word: string, random: Random): string | undefined {
    if (word.length < 3) return undefined;
    const at = random.below(word.length - 1);
    return word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2);
  },
  neighbour(word: string, random: Random): string | undefined {
    const at = 1 + random.below(Math.max(1, word.length - 1));
    const char = word[at] ?? "";
    const row = ROWS.find((keys) => keys.includes(char.toLowerCase()));
    if (row === undefined || word.length < 4) return undefined;
    const place = row.indexOf(char.toLowerCase());
    const near = [row[place - 1], row[place + 1]].filter((each) => each !== undefined);
    return word.slice(0, at) + random.pick(near) + word.slice(at + 1);
  },
} as const satisfies Record<string, (word: string, random: Random) => string | undefined>;

/** Another word than the given one, by any of the slips. */
export function slip(word: string, random: Random): string | undefined {
  for (let attempt = 0; attempt < 8; attempt++) {
    const made = random.pick(Object.values(SLIPS))(word, random);
    if (made !== undefined && made !== word) return made;
  }
  return undefined;
}

/** A name as somebody remembers it wrongly: a slip, a lost or added part, one number up. */
export function nameSlip(name: string, random: Random): string | undefined {
  const parts = name.split("-");
  const ways: readonly (() => string | undefined)[] = [
    () => slip(name, random)?.toLowerCase(),
    () => slip(name, random)?.toLowerCase(),
    () => (parts.length > 1 ? parts.slice(0, -1).join("-") : undefined),
    () => (parts.length > 1 ? parts.join("") : undefined),
    () => (name.endsWith("s") ? name.slice(0, -1) : `${name}s`),
    () => name.replace(/\d+/, (digits) => String(Number(digits) + 1).padStart(digits.length, "0")),
  ];
  for (let attempt = 0; attempt < 8; attempt++) {
    const made = random.pick(ways)();
    if (made !== undefined && made !== name && /^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/.test(made)) return made;
  }
  return undefined;
}
