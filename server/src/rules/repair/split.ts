import type { SchemaCursor } from "../../schema/cursor.ts";
import { lineBreakOf } from "../../yaml/layout.ts";
import type { Line, Lines } from "./lines.ts";
import type { Sketch } from "./sketch.ts";

/** A line break before what looks like the next line: an item, a child or a field beside the key that the line begins with. */
export function split(lines: Lines, line: Line, cursor: SchemaCursor | undefined, step: number): readonly Sketch[] {
  if (line.key === undefined) return [];
  const text = lines.doc.text.slice(line.start, line.end);
  const value = /^[^:]*:[ \t]+/.exec(text)?.[0].length;
  if (value === undefined || value >= text.length) return [];
  const next = lines.after(line.number);
  const below = next && next.indent > line.column ? next.indent : undefined;
  const at = (end: number, columns: readonly (number | undefined)[], price: number): readonly Sketch[] => {
    const start = line.start + text.slice(0, end).trimEnd().length;
    const known = new Set(columns.filter((column) => column !== undefined && column >= 0));
    return [...known].map((column) => ({
      kind: "split",
      line: line.number,
      shifts: [],
      edits: [{ span: { start, end: line.start + end }, text: lineBreakOf(lines.doc.text) + " ".repeat(column ?? 0) }],
      price,
    }));
  };
  if (text.startsWith("- ", value)) {
    return at(value, [line.column, line.column + 2, below === undefined ? undefined : below - 2], 1.05);
  }
  if (/^[\w./-]+:(?: |$)/.test(text.slice(value))) return at(value, [below, line.column + step], 0.9);
  return [...text.slice(value).matchAll(/ +(?=([\w./-]+):(?: |$))/g)].flatMap((match) => {
    const [blanks, key = ""] = match;
    const end = value + match.index + blanks.length;
    const isQuoted = text.slice(value, end).split(/["']/).length % 2 === 0;
    return isQuoted || !(isField(cursor, key) || (line.column === 0 && TOP.has(key)))
      ? []
      : at(end, [line.column], 0.9);
  });
}

/** What an object has whose kind cannot be read either. */
const TOP: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata", "spec"]);

/** Among labels any word may be a key; the ones with a domain hardly are anything else. */
const isField = (cursor: SchemaCursor | undefined, key: string): boolean =>
  cursor?.type === "map" ? key.includes("/") : Object.hasOwn(cursor?.schema.properties ?? {}, key);
