import type { SchemaCursor } from "../../schema/cursor.ts";
import { lineBreakOf } from "../../yaml/layout.ts";
import type { YMap } from "../../yaml/node.ts";
import type { Line, Lines } from "./lines.ts";
import { endsOf, strictEnd } from "./shifts.ts";
import type { Sketch } from "./sketch.ts";

/** The object, `--- ` and all, that begins at a type field in the first column. */
export function separate(lines: Lines, line: Line): readonly Sketch[] {
  const above = lines.before(line.number);
  if (line.indent > 0 || above === undefined || (line.key !== "apiVersion" && line.key !== "kind")) return [];
  // Comments above an object are about it.
  let number = line.number;
  for (let here = line.number - 1; here > above.number; here--) if (lines.commentAt(here) === 0) number = here;
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
  const top = withCommentsAbove(lines, line, column);
  const start = lines.doc.lines.startOf(top);
  const whole = line.opens ? strictEnd(lines, line) : line.number;
  const stays = line.indent > column || (line.dash && line.indent === column);
  return cursor.fields().flatMap(({ name, required, cursor: field }): readonly Sketch[] => {
    if (name === "status" || name === "managedFields" || taken.has(name)) return [];
    const list = field.type === "list";
    const held = list ? field.item() : field;
    if (line.dash !== list || !held || !knows(held, line)) return [];
    // A text of its own is no level.
    if (!list && field.type !== "object" && field.type !== "map") return [];
    const named = line.key !== undefined && Object.hasOwn(held.schema.properties ?? {}, line.key);
    const telling = named && list && !COMMON_KEYS.has(line.key ?? "") ? -0.25 : 0;
    const likely =
      (required ? 0 : 0.3) + (named || line.key === undefined ? 0 : 0.4) + telling + doubt(name, lines, line);
    const lineBreak = lineBreakOf(lines.doc.text);
    const edits = [{ span: { start, end: start }, text: `${" ".repeat(column)}${name}:${lineBreak}` }];
    const columns = new Set([...(list ? [column] : []), column + step, ...(line.indent > column ? [line.indent] : [])]);
    return ends.flatMap((to) =>
      [...columns].map((deeper) => ({
        kind: "wrap" as const,
        line: line.number,
        key: name,
        shifts: deeper === line.indent ? [] : [{ from: top, to, by: deeper - line.indent }],
        edits,
        price:
          1.7 +
          likely +
          (deeper === line.indent ? 0 : (stays ? 0.5 : 0.1) + (to < whole ? 0.5 : 0)) +
          0.1 * Math.log2(to - line.number + 1),
      })),
    );
  });
}

/** Number of the first of the comments right above a line that stand as deep as it does, and so below the new key. */
function withCommentsAbove(lines: Lines, line: Line, column: number): number {
  let top = line.number;
  const isBelow = (at: number | undefined): boolean => at !== undefined && at > column;
  while (top > 0 && isBelow(lines.commentAt(top - 1))) top--;
  return top;
}

const knows = (held: SchemaCursor, { key }: Line): boolean =>
  key === undefined ? held.type === "string" : held.child(key) !== undefined;

/** How unlikely it is that a field of this name was left out. */
function doubt(name: string, lines: Lines, { number, key = "", indent }: Line): number {
  if (key.includes("/")) {
    // Keys with somebody's domain are annotations, unless those that all charts use as labels are among them.
    const beside = [lines.before(number), lines.after(number)].filter((each) => each?.indent === indent);
    const isLabel = [key, ...beside.map((each) => each?.key ?? "")].some((each) => COMMON_LABELS.test(each));
    return name === (isLabel ? "labels" : "annotations") ? 0 : 0.3;
  }
  if (LIKELY.has(name)) return 0;
  if (RARE.has(name)) return 0.8;
  return new RegExp(`^ *(?:- +)*${name}:`, "m").test(lines.doc.text) ? 0.15 : 0.3;
}

/** Keys that items of many lists have. */
const COMMON_KEYS: ReadonlySet<string> = new Set(["name", "key", "value"]);

const COMMON_LABELS = /^(?:app\.kubernetes\.io|helm\.sh|k8s-app$|app$)/;

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
  "podAntiAffinity",
  "drop",
  "data",
  "stringData",
  "spec",
]);

const RARE: ReadonlySet<string> = new Set([
  "startupProbe",
  "ephemeralContainers",
  "volumeDevices",
  "binaryData",
  "overhead",
  "dependencies",
  "patternProperties",
  "definitions",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
]);

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
