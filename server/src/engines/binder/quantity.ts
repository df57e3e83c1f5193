import type { Json } from "../../base/json.ts";

/** An amount in billionths: `ParseQuantity` rounds everything finer than nano up, so a whole number holds any amount. */
export type Quantity = bigint;

const NANO = 1_000_000_000n;
const MILLI = 1_000_000n;
/** Amounts with a binary suffix are capped here (quantity.go `maxAllowed`). */
const LARGEST_BINARY = ((1n << 63n) - 1n) * NANO;

/** Powers of ten; `K` is not among them, and `E` is exa unless digits follow. */
const DECIMAL: ReadonlyMap<string, number> = new Map([
  ["n", -9],
  ["u", -6],
  ["m", -3],
  ["", 0],
  ["k", 3],
  ["M", 6],
  ["G", 9],
  ["T", 12],
  ["P", 15],
  ["E", 18],
]);

/** Powers of two. */
const BINARY: ReadonlyMap<string, number> = new Map([
  ["Ki", 10],
  ["Mi", 20],
  ["Gi", 30],
  ["Ti", 40],
  ["Pi", 50],
  ["Ei", 60],
]);

/** The usual suffixes in billionths, so that whole amounts cost one multiplication. */
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ...[...DECIMAL].map(([suffix, power]) => [suffix, 10n ** BigInt(power + 9)] as const),
  ...[...BINARY].map(([suffix, power]) => [suffix, (1n << BigInt(power)) * NANO] as const),
]);

const capped = (amount: Quantity, suffix: string): Quantity =>
  BINARY.has(suffix) && amount > LARGEST_BINARY ? LARGEST_BINARY : amount;

const SHAPE = /^([+-]?)([0-9]*)(?:\.([0-9]*))?([eEinumkKMGTP]*[+-]?[0-9]*)$/;

/** apimachinery `resource/quantity.go` ParseQuantity; undefined where it returns an error. */
export function parseQuantity(text: string): Quantity | undefined {
  if (text === "") return undefined;
  const [, sign, whole = "", fraction = "", suffix = ""] = SHAPE.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const unit = fraction === "" ? UNITS.get(suffix) : undefined;
  if (unit !== undefined && sign !== "-") return capped(BigInt(whole || "0") * unit, suffix);
  const digits = BigInt(`${whole}${fraction}` || "0");
  const size = magnitude(digits, fraction.length, suffix);
  if (size === undefined) return undefined;
  return sign === "-" ? -size : size;
}

/** Exponents beyond this are as good as infinite, and cost nothing to hold back. */
const LARGEST_EXPONENT = 2000;

function magnitude(digits: bigint, decimals: number, suffix: string): Quantity | undefined {
  const binary = BINARY.get(suffix);
  if (binary !== undefined) {
    return capped(scaled(digits << BigInt(binary), 9 - decimals), suffix);
  }
  const power = DECIMAL.get(suffix) ?? exponent(suffix);
  return power === undefined ? undefined : scaled(digits, power + 9 - decimals);
}

/** suffix.go `interpret`: `e3` and `E3`, with a sign or without. */
function exponent(suffix: string): number | undefined {
  const digits = /^[eE]([+-]?[0-9]+)$/.exec(suffix)?.[1];
  if (digits === undefined) return undefined;
  return Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, Number(digits)));
}

/** `digits` times a power of ten, rounded up where it leaves a rest: asking for a little is asking for something. */
function scaled(digits: bigint, power: number): bigint {
  if (power >= 0) return digits * 10n ** BigInt(power);
  return roundedUp(digits, 10n ** BigInt(-power));
}

function roundedUp(amount: bigint, unit: bigint): bigint {
  const quotient = amount / unit;
  return amount % unit > 0n ? quotient + 1n : quotient;
}

/** `Quantity.UnmarshalJSON`: strings and bare numbers alike, blanks around them forgiven, null is nothing. */
export function readQuantity(json: Json | undefined): Quantity | undefined {
  if (json === undefined || json === null) return 0n;
  if (typeof json === "object" || typeof json === "boolean") return undefined;
  return parseQuantity(String(json).trim());
}

/** What a stored resource list holds: amounts rounded up to thousandths (core/v1 `SetDefaults_ResourceList`). */
export function storedQuantity(json: Json | undefined): Quantity {
  const amount = readQuantity(json) ?? 0n;
  return amount < 0n ? -(roundedUp(-amount, MILLI) * MILLI) : roundedUp(amount, MILLI) * MILLI;
}

/** `Quantity.Value()`: whole bytes, rounded up. */
export const wholeUnits = (amount: Quantity): bigint => roundedUp(amount, NANO);

/** More digits than an int64Amount holds make a quantity a decimal, whose `Value()` keeps the lowest 64 bits only. */
const MOST_DIGITS = 18;

const lowBits = (whole: bigint): bigint => BigInt.asIntN(64, whole);

/** `Quantity.Value()` of a stored amount, where it no longer fits into 64 bits: int64Amount answers zero then. */
export function int64Value(amount: Quantity): bigint {
  const whole = wholeUnits(amount);
  if (whole < 1n << 63n) return whole;
  // It was written back with the largest suffix that leaves no rest.
  return String(whole).replace(/(?:000){1,6}$/, "").length > MOST_DIGITS ? lowBits(whole) : 0n;
}

/** Whether the API server takes an amount for a negative one, as it does with some that exceed 64 bits. */
export function isNegative(json: Json | undefined): boolean {
  const amount = storedQuantity(json);
  const [, whole = "", fraction = ""] = /^\+?0*([0-9]*)\.?([0-9]*)(?![KMGTPE]i)/.exec(String(json).trim()) ?? [];
  return amount < 0n || (whole.length + fraction.length > MOST_DIGITS && lowBits(wholeUnits(amount)) < 0n);
}
