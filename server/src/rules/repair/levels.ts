import type { SchemaCursor } from "../../schema/cursor.ts";
import { lineBreakOf } from "../../yaml/layout.ts";
import type { YMap } from "../../yaml/node.ts";
import type { Line, Lines } from "./lines.ts";
import { endsOf } from "./shifts.ts";
import type { Sketch } from "./sketch.ts";

/** The object, `--- ` and all, that begins at a type field in the first column. */
export function separate(lines: Lines, line: Line): readonly Sketch[] {
  const above = lines.before(line.number);
  if (line.indent > 0 || above === undefined || (line.key !== "apiVersion" && line.key !== "kind")) return [];
  const edits = [{ span: { start: line.start, end: line.start }, text: `---${lineBreakOf(lines.doc.text)}` }];
  return [{ kind: "separate", line: line.number, shifts: [], edits, price: 1 }];
}

/** A field of `cursor` put above a line whose key only that field's value knows. */
export function wrap(lines: Lines, line: Line, map: YMap, cursor: SchemaCursor, step: number): readonly Sketch[] {
  const { key, indent } = line;
  const taken = new Set(map.entries.map((entry) => entry.key.text));
  return cursor.fields().flatMap(({ name, required, cursor: field }): readonly Sketch[] => {
    if (name === "status" || name === "managedFields" || taken.has(name)) return [];
    const list = field.type === "list";
    if (line.dash !== list) return [];
    const held = list ? field.item() : field;
    const scalarItem = list && key === undefined;
    const knows = scalarItem ? held?.type === "string" : key !== undefined && held?.child(key) !== undefined;
    if (!knows) return [];
    const named = key !== undefined && held !== undefined && Object.hasOwn(held.schema.properties ?? {}, key);
    const lineBreak = lineBreakOf(lines.doc.text);
    const likely = (required ? 0 : 0.3) + (named ? 0 : 0.6) + (LIKELY.has(name) ? 0 : 0.3);
    const text = `${" ".repeat(indent)}${name}:${lineBreak}`;
    const edits = [{ span: { start: line.start, end: line.start }, text }];
    return endsOf(lines, line).flatMap((to) =>
      (list ? [0, step] : [step]).map((by) => ({
        kind: "wrap" as const,
        line: line.number,
        key: name,
        shifts: by > 0 ? [{ from: line.number, to, by }] : [],
        edits,
        price: 2.2 + likely + 0.1 * Math.log2(to - line.number + 1),
      })),
    );
  });
}

/** Of maps that take any key, and of lists, those that people write most. */
const LIKELY: ReadonlySet<string> = new Set([
  "labels",
  "matchLabels",
  "containers",
  "ports",
  "args",
  "env",
  "limits",
  "spec",
]);

/** `spec:` with `spec:` right below it. */
export function unwrap(lines: Lines, line: Line): readonly Sketch[] {
  const above = lines.before(line.number);
  if (!above?.opens || line.dash || above.key === undefined || above.key !== line.key || above.column >= line.indent)
    return [];
  const to = lines.run(line, (next) => next.indent > line.indent);
  const end = lines.doc.lines.startOf(line.number + 1);
  const shifts = to > line.number ? [{ from: line.number + 1, to, by: above.column - line.indent }] : [];
  return [
    { kind: "unwrap", line: line.number, shifts, edits: [{ span: { start: line.start, end }, text: "" }], price: 1.5 },
  ];
}
