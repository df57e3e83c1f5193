import { isQuantity } from "../../schema/format.ts";

/** The size of a quantity, near enough to compare two of them; undefined for what is none. */
export function amountOf(text: string): number | undefined {
  if (!isQuantity(text)) return undefined;
  const [, digits = "", suffix = ""] = /^([+-]?[\d.]+)(.*)$/.exec(text) ?? [];
  if (/^[eE]/.test(suffix) && suffix.length > 1) return Number(digits + suffix);
  return Number(digits) * (FACTORS[suffix] ?? 1);
}

const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};
