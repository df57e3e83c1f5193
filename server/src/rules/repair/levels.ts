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
  // Comments right above an object are about it.
  let number = line.number;
  while (number > above.number + 1 && lines.commentAt(number - 1) === 0) number--;
  const start = lines.doc.lines.startOf(number);
  const edits = [{ span: { start, end: start }, text: `---${lineBreakOf(lines.doc.text)}` }];
  return [{ kind: "separate", line: line.number, shifts: [], edits, price: 1 }];
}

/** An object that may hold a line, and the column of its keys. */
export interface Holder {
  readonly map: YMap | undefined;
  readonly cursor: SchemaCursor;
  readonly column: number;
}

/** A field of the holder put above a line whose key only that field's value knows. */
export function wrap(lines: Lines, line: Line, { map, cursor, column }: Holder, step: number): readonly Sketch[] {
  // What the object itself knows by name is no stray entry of a map.
  if (!line.dash && line.key !== undefined && Object.hasOwn(cursor.schema.properties ?? {}, line.key)) return [];
  const ends = endsOf(lines, line, 12);
  const taken = new Set(map?.entries.map((entry) => entry.key.text));
  return cursor.fields().flatMap(({ name, required, cursor: field }): readonly Sketch[] => {
    if (name === "status" || name === "managedFields" || taken.has(name)) return [];
    const list = field.type === "list";
    const held = list ? field.item() : field;
    if (line.dash !== list || !held || !knows(held, line)) return [];
    const named = line.key !== undefined && Object.hasOwn(held.schema.properties ?? {}, line.key);
    const likely =
      (required ? 0 : 0.3) +
      (named || line.key === undefined ? 0 : 0.4) +
      (isLikely(name, line.key) ? 0 : RARE.has(name) ? 0.8 : 0.3);
    const lineBreak = lineBreakOf(lines.doc.text);
    const edits = [{ span: { start: line.start, end: line.start }, text: `${" ".repeat(column)}${name}:${lineBreak}` }];
    const columns = new Set([...(list ? [column] : []), column + step, ...(line.indent > column ? [line.indent] : [])]);
    return ends.flatMap((to) =>
      [...columns].map((deeper) => ({
        kind: "wrap" as const,
        line: line.number,
        key: name,
        shifts: deeper === line.indent ? [] : [{ from: line.number, to, by: deeper - line.indent }],
        edits,
        price: 1.7 + likely + (deeper === line.indent ? 0 : 0.1) + 0.1 * Math.log2(to - line.number + 1),
      })),
    );
  });
}

const knows = (held: SchemaCursor, { key }: Line): boolean =>
  key === undefined ? held.type === "string" : held.child(key) !== undefined;

/** Keys with somebody's domain are annotations, but for those that all charts use as labels. */
const isLikely = (name: string, key: string | undefined): boolean =>
  key?.includes("/") && !/^(?:app\.kubernetes\.io|helm\.sh)\//.test(key) ? name === "annotations" : LIKELY.has(name);

/** Of maps that take any key, and of lists, those that people write most. */
const LIKELY: ReadonlySet<string> = new Set([
  "labels",
  "matchLabels",
  "containers",
  "ports",
  "args",
  "env",
  "limits",
  "readinessProbe",
  "livenessProbe",
  "spec",
]);

const RARE: ReadonlySet<string> = new Set(["startupProbe", "ephemeralContainers", "volumeDevices"]);

/** `spec:` with `spec:` right below it. */
export function unwrap(lines: Lines, line: Line): readonly Sketch[] {
  const above = lines.before(line.number);
  if (!above?.opens || line.dash || above.key === undefined || above.key !== line.key || above.column >= line.indent)
    return [];
  const to = lines.run(line, "deeper");
  const end = lines.doc.lines.startOf(line.number + 1);
  const shifts = to > line.number ? [{ from: line.number + 1, to, by: above.column - line.indent }] : [];
  return [
    { kind: "unwrap", line: line.number, shifts, edits: [{ span: { start: line.start, end }, text: "" }], price: -0.6 },
  ];
}
