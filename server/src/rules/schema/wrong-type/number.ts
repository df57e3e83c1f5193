/** The number that somebody wrote in another way; undefined where that is a guess. */
export function numberMeant(text: string, field: string): string | undefined {
  const word = WORDS.indexOf(text.toLowerCase());
  if (word >= 0) return String(word);
  if (/^\d+$/.test(lookalikes(text)) && /\d/.test(text)) return trimmed(lookalikes(text), field);
  const [, digits = "", unit = ""] = /^(\d+)\s*([a-z]+)$/i.exec(text) ?? [];
  const seconds = field.endsWith("Seconds") ? UNITS.get(unit.toLowerCase()) : undefined;
  if (digits !== "" && seconds !== undefined) return String(Number(digits) * seconds);
  const [, whole] = /^(\d{1,3}(?:[,_]\d{3})+)$/.exec(text) ?? [];
  return whole?.replace(/[,_]/g, "");
}

const WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Letters that look like digits, as far as they stand among digits. */
const lookalikes = (text: string): string => text.replace(/[Oo]/g, "0").replace(/[lI]/g, "1");

/** Zeros in front make a number octal, which only a file mode is meant to be. */
const trimmed = (digits: string, field: string): string | undefined =>
  /^0\d/.test(digits) && !/^(?:mode|defaultMode)$/.test(field) ? undefined : digits;

const UNITS: ReadonlyMap<string, number> = new Map([
  ["s", 1],
  ["sec", 1],
  ["secs", 1],
  ["second", 1],
  ["seconds", 1],
  ["m", 60],
  ["min", 60],
  ["mins", 60],
  ["minute", 60],
  ["minutes", 60],
  ["h", 3600],
  ["hour", 3600],
  ["hours", 3600],
]);
