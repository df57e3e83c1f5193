/**
 * What a plain scalar means to kubectl: the rules of sigs.k8s.io/yaml, goyaml.v2 resolve.go `resolve`, which follow
 * YAML 1.1 where Go's number syntax does not say otherwise. Base 60 is no number there, and a date is a string.
 */
export type Resolved =
  | { readonly kind: "null"; readonly value: null }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "integer"; readonly value: number | bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "string" };

const STRING: Resolved = { kind: "string" };
const NULL: Resolved = { kind: "null", value: null };
const TRUE: Resolved = { kind: "boolean", value: true };
const FALSE: Resolved = { kind: "boolean", value: false };

/** In resolve.go: `resolveMapList`. */
const WORDS: ReadonlyMap<string, Resolved> = new Map([
  ...words(NULL, ["", "~", "null", "Null", "NULL"]),
  ...words(TRUE, ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"]),
  ...words(FALSE, ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"]),
  ...words({ kind: "float", value: Number.NaN }, [".nan", ".NaN", ".NAN"]),
  ...words({ kind: "float", value: Number.POSITIVE_INFINITY }, [".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"]),
  ...words({ kind: "float", value: Number.NEGATIVE_INFINITY }, ["-.inf", "-.Inf", "-.INF"]),
]);
const LONGEST_WORD = 5;

function words(meaning: Resolved, spellings: readonly string[]): readonly (readonly [string, Resolved])[] {
  return spellings.map((spelling) => [spelling, meaning]);
}

/** In resolve.go: `resolveTable`. Only text that begins with one of these can be anything but a string. */
const WORD_STARTS = "yYnNtTfFoO~";
const DIGIT = 1;
const WORD = 2;
const POINT = 3;
const HINTS = new Uint8Array(128);
for (const character of "+-0123456789") HINTS[character.charCodeAt(0)] = DIGIT;
for (const character of WORD_STARTS) HINTS[character.charCodeAt(0)] = WORD;
HINTS[46] = POINT;

export function resolvePlain(text: string): Resolved {
  const first = text.length === 0 ? 126 : text.charCodeAt(0);
  const hint = first < 128 ? HINTS[first] : 0;
  if (hint === 0) return STRING;
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text);
    if (word !== undefined) return word;
  }
  if (hint === WORD) return STRING;
  if (hint === POINT) return POINT_FLOAT.test(text) ? float(text.replaceAll("_", "")) : STRING;
  return number(text.includes("_") ? text.replaceAll("_", "") : text);
}

/** What strconv.ParseFloat takes of text that begins with a point; an underscore may stand between digits. */
const POINT_FLOAT = /^\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?$/;
/** In resolve.go: `yamlStyleFloat`. */
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const INTEGER = /^[-+]?(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;
const SAFE_DIGITS = 15;
const SMALLEST = -(2n ** 63n);
const LARGEST = 2n ** 64n;

function number(text: string): Resolved {
  if (INTEGER.test(text)) {
    const value = integer(text);
    if (typeof value === "number" || (value >= SMALLEST && value < LARGEST)) return { kind: "integer", value };
    // Out of the range of 64 bits: decimal digits are then read as a float, others stay whole.
    if (!FLOAT.test(text)) return text.startsWith("-") ? STRING : { kind: "integer", value };
  }
  return FLOAT.test(text) ? float(text) : STRING;
}

function integer(text: string): number | bigint {
  const negative = text.startsWith("-");
  let digits = negative || text.startsWith("+") ? text.slice(1) : text;
  if (/^0[0-7]/.test(digits)) digits = `0o${digits.slice(1)}`;
  if (digits.length <= SAFE_DIGITS) return negative ? 0 - Number(digits) : Number(digits);
  const value = negative ? -BigInt(digits) : BigInt(digits);
  const rounded = Number(value);
  return Number.isSafeInteger(rounded) ? rounded : value;
}

/** A float too large for 64 bits is a range error of Go's, which leaves a string. */
function float(text: string): Resolved {
  const value = Number(text);
  return Number.isFinite(value) ? { kind: "float", value } : STRING;
}

/** As sigs.k8s.io/yaml yaml.go `convertToJSONableObject` writes a float key: `FormatFloat(key, 'g', -1, 32)`. */
export function formatFloatKey(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? ".inf" : "-.inf";
  if (single === 0) return Object.is(single, -0) ? "-0" : "0";
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single.toPrecision(digits))) !== single) digits++;
  const [mantissa = "", exponent = "0"] = single.toExponential(digits - 1).split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 6) return plainDecimal(mantissa, power);
  return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

function plainDecimal(mantissa: string, power: number): string {
  const sign = mantissa.startsWith("-") ? "-" : "";
  const digits = mantissa.replace(/[-.]/g, "");
  if (power < 0) return `${sign}0.${"0".repeat(-power - 1)}${digits}`;
  if (digits.length <= power + 1) return sign + digits + "0".repeat(power + 1 - digits.length);
  return `${sign}${digits.slice(0, power + 1)}.${digits.slice(power + 1)}`;
}
