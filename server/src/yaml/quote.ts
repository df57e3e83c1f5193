import { isBlank, isFlowIndicator, isIndicator } from "./chars.ts";
import type { ScalarStyle } from "./node.ts";
import { resolvePlain } from "./resolve.ts";

/** The string as YAML that kubectl reads as this very string: plain when that is enough, else in quotes. */
export function quoteIfNeeded(value: string): string {
  return isPlainText(value) && resolvePlain(value).kind === "string" ? value : quote(value);
}

/** In double quotes; in single ones when that spares escapes. */
export function quote(value: string): string {
  return /["\\]/.test(value) && !isSpecial(value) ? singleQuote(value) : doubleQuote(value);
}

/** In quotes as the rest of `text` has them, where it has any. */
export function quoteLike(text: string, value: string): string {
  const single = text.match(/[:-] '/g)?.length ?? 0;
  const double = text.match(/[:-] "/g)?.length ?? 0;
  return single > double && !isSpecial(value) ? singleQuote(value) : quote(value);
}

/** In the style of quotes given, in double quotes where single ones cannot hold the text. */
export function quoteAs(style: ScalarStyle, value: string): string {
  return style === "single" && !isSpecial(value) ? singleQuote(value) : doubleQuote(value);
}

/** True when the text, written plain on one line, is read back unchanged, between brackets too. */
export function isPlainText(value: string): boolean {
  if (value === "" || isSpecial(value)) return false;
  const first = value.charCodeAt(0);
  if (isBlank(first) || isBlank(value.charCodeAt(value.length - 1))) return false;
  if (isIndicator(first)) {
    const soft = first === 45 || first === 63 || first === 58;
    const second = value.charCodeAt(1);
    if (!soft || value.length === 1 || isBlank(second) || isFlowIndicator(second)) return false;
  }
  if (/^(---|\.\.\.)($|[ \t])/.test(value)) return false;
  return !/:([ \t]|$)|[ \t]#|[,[\]{}]/.test(value);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const SPECIAL = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** Line breaks, and characters that only an escape can bring past libyaml. */
const isSpecial = (value: string): boolean => SPECIAL.test(value);

const singleQuote = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** JSON escapes are YAML escapes; what JSON leaves as it is and libyaml refuses is escaped here. */
function doubleQuote(value: string): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
