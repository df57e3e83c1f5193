import { quoteIfNeeded } from "./quote.ts";

/** What can be written. */
export type Plain =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Plain[]
  | { readonly [key: string]: Plain | undefined };

/** Where the dashes of a list stand below its key: in the column of the key, or two to the right. */
export type Dashes = "flush" | "indented";

/** A value as lines of block YAML that begin at the left margin. Line breaks are `\n`, and there is none at the end. */
export function writeBlock(value: Plain, dashes: Dashes): string {
  return linesOf(value, dashes).join("\n");
}

function linesOf(value: Plain, dashes: Dashes): readonly string[] {
  if (isList(value)) {
    if (value.length === 0) return ["[]"];
    return value.flatMap((item) => {
      const [first = "", ...rest] = linesOf(item, dashes);
      return [`- ${first}`, ...rest.map(indented)];
    });
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    return entries.length === 0
      ? ["{}"]
      : entries.flatMap(([key, each]) => entry(quoteIfNeeded(key), each ?? null, dashes));
  }
  return [typeof value === "string" ? quoteIfNeeded(value) : String(value)];
}

function entry(key: string, value: Plain, dashes: Dashes): readonly string[] {
  const lines = linesOf(value, dashes);
  const isBlock = typeof value === "object" && value !== null && !/^[[{]/.test(lines[0] ?? "");
  if (!isBlock) return [`${key}: ${lines[0] ?? ""}`];
  return [`${key}:`, ...(isList(value) && dashes === "flush" ? lines : lines.map(indented))];
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

const indented = (line: string): string => `  ${line}`;
