/** A quantity taken apart: apimachinery pkg/api/resource/quantity.go. */
export interface Quantity {
  readonly digits: string;
  /** `Mi`, `m`, `e3` or nothing. */
  readonly suffix: string;
  /** As near as a double comes. */
  readonly amount: number;
}

export function parseQuantity(text: string): Quantity | undefined {
  const [, digits = "", suffix = ""] = FORM.exec(text) ?? [];
  if (digits === "") return undefined;
  const exponent = /^[eE][+-]?\d+$/.test(suffix);
  const factor = exponent ? 10 ** Number(suffix.slice(1)) : FACTORS.get(suffix);
  return factor === undefined ? undefined : { digits, suffix, amount: Number(digits) * factor };
}

const FORM = /^([+-]?(?:\d+\.?\d*|\.\d+))([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;

const FACTORS: ReadonlyMap<string, number> = new Map([
  ["", 1],
  ["n", 1e-9],
  ["u", 1e-6],
  ["m", 1e-3],
  ["k", 1e3],
  ["M", 1e6],
  ["G", 1e9],
  ["T", 1e12],
  ["P", 1e15],
  ["E", 1e18],
  ["Ki", 2 ** 10],
  ["Mi", 2 ** 20],
  ["Gi", 2 ** 30],
  ["Ti", 2 ** 40],
  ["Pi", 2 ** 50],
  ["Ei", 2 ** 60],
]);
