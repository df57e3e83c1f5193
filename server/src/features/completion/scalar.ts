import { quoteAs, quoteIfNeeded } from "../../yaml/quote.ts";
import type { ValuePlace } from "./place.ts";

/** A scalar as its place wants it: in the quotes that are there, in JSON's, or plain where plain text keeps its meaning. */
export function writtenScalar(value: string, isString: boolean, { quote, layout }: ValuePlace): string {
  if (quote !== "") return quoteAs(quote === "'" ? "single" : "double", value);
  if (!isString) return value;
  return layout.form === "json" ? JSON.stringify(value) : quoteIfNeeded(value);
}
