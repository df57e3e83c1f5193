import type { ValuePlace } from "./place.ts";

/** A scalar as its place wants it: in the quotes that are there, in JSON's, or plain where plain text keeps its meaning. */
export function writtenScalar(value: string, isString: boolean, { quote, layout }: ValuePlace): string {
  if (quote === "'") return `'${value.replaceAll("'", "''")}'`;
  if (quote === '"' || (isString && (layout.form === "json" || !staysString(value)))) return JSON.stringify(value);
  return value;
}

/** What YAML 1.1 reads as null, a boolean, a number, a date or a sexagesimal. */
const OTHER_TYPES = [
  /^(?:|~|null|true|false|yes|no|on|off|y|n)$/i,
  /^[-+]?(?:0[xob])?[\d_]*\.?[\d_a-f]*(?:e[-+]?\d+)?$/i,
  /^[-+]?\.(?:inf|nan)$/i,
  /^[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?$/,
  /^\d{4}-\d{1,2}-\d{1,2}/,
];

/** Characters that begin something else than plain text, or end it. */
const INDICATORS = /^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|: |:$| #|^\s|\s$|[\n\r\t]/;

const FLOW_INDICATORS = /[,[\]{}]/;

export function staysString(value: string): boolean {
  if (INDICATORS.test(value) || FLOW_INDICATORS.test(value)) return false;
  return !OTHER_TYPES.some((pattern) => pattern.test(value) && (/\d/.test(value) || !/^[a-f]+$/i.test(value)));
}
