import type { Edit } from "../../base/span.ts";
import type { SchemaCursor } from "../../schema/cursor.ts";
import { parseApiVersion } from "../../schema/types.ts";
import type { DocumentContext, Subject } from "../../workspace/context.ts";
import { deref, textOf, type YMap } from "../../yaml/node.ts";
import type { Problem } from "../../yaml/problem.ts";
import { addDash, removeDash } from "./dashes.ts";
import { type Fault, Judge, type Verdict } from "./judge.ts";
import { type Holder, separate, unwrap, wrap } from "./levels.ts";
import type { Line, Lines } from "./lines.ts";
import { type Look, layoutOf } from "./look.ts";
import { placeOf } from "./place.ts";
import { columnsAround, endsOf, shifts } from "./shifts.ts";
import type { Sketch } from "./sketch.ts";
import { slips } from "./slips.ts";
import { split } from "./split.ts";
import { swap } from "./swap.ts";
import { textHeader, textLines } from "./texts.ts";
import { linesAround, type Rendering, render, shiftEdits } from "./window.ts";

/** The repair that was found for a fault. */
export interface Found {
  readonly sketch: Sketch;
  /** Names of the faults of the document that the repair takes away, by line; see `faultName`. */
  readonly mended: ReadonlySet<string>;
  /** Names of those that stay, and of those that show only now. */
  readonly left: ReadonlySet<string>;
  readonly after: Verdict;
  readonly rendering: Rendering;
}

export const faultName = (line: number, name: string): string => `${line} ${name}`;

/** Looks for the smallest change near a fault after which the document reads better. */
export function search(
  context: DocumentContext,
  lines: Lines,
  at: number,
  fault: string,
  own: readonly Sketch[],
  only?: Sketch["kind"],
): Found | undefined {
  const number = lines.numberOf(at);
  const window = linesAround(lines, number);
  const judge = new Judge(context, layoutOf(lines, window), goesOn(lines, window));
  const plain = render(lines, window, []);
  const base = plain && judge.verdict(plain.text);
  if (!base || !plain) return undefined;
  const before = namesOf(lines, base.faults, plain);
  let best: Found | undefined;
  let least = Number.POSITIVE_INFINITY;
  // What was lacking before is not there because the text breaks off.
  const hardness = (verdict: Verdict, rendering: Rendering): number =>
    verdict.hard + [...namesOf(lines, verdict.open, rendering)].filter((name) => before.has(name)).length;
  let hard = hardness(base, plain) - 0.5;
  let readings = 0;
  const most = lines.isLong ? READINGS / 3 : READINGS;
  const seen = new Set<string>();
  const drawn = [...own, ...sketches(context, lines, window, number, fault.endsWith("layout"))].sort(
    (a, b) => a.price - b.price,
  );
  for (const sketch of drawn) {
    if (only !== undefined && sketch.kind !== only) continue;
    if (readings >= most || (hard === 0 && best && sketch.price > best.sketch.price + BONUS)) break;
    const rendering = render(lines, window, editsWithin(lines, sketch, window));
    if (!rendering || seen.has(rendering.text)) continue;
    seen.add(rendering.text);
    readings++;
    const after = judge.verdict(rendering.text, hard);
    if (!after) continue;
    // What the schema does not reach any more is not in order because nobody complains of it.
    const lost = sketch.swallows ? 0 : Math.max(0, after.look.blind - base.look.blind);
    const worth = hardness(after, rendering) + 0.5 * lost;
    if (worth > hard) continue;
    const cost = sketch.price + strain(base.look, after.look, sketch);
    if (worth === hard && cost >= least) continue;
    const left = namesOf(lines, after.faults, rendering);
    const healed = new Set([...before].filter((name) => !left.has(name)));
    if (!healed.has(fault)) continue;
    hard = worth;
    least = cost;
    best = { sketch, after, rendering, mended: healed, left };
  }
  return best;
}

/** How much more likely a dearer sketch may turn out than a cheaper one by what it makes of the tree. */
const BONUS = 1.6;
/** Past this many readings the search has to do with what it has. */
const READINGS = 450;

/** What the reader of the text took a line to mean, for want of anything better. */
export function guessed(context: DocumentContext, lines: Lines, { start, args }: Problem): Found | undefined {
  const line = lines.of(start);
  const column = Number(args[1]);
  if (!line || !(column >= 0)) return undefined;
  const window = linesAround(lines, line.number);
  const to = lines.run(line, "deeper");
  const moved = [{ from: line.number, to, by: column - line.indent }];
  const sketch: Sketch = { kind: "shift", line: line.number, shifts: moved, edits: [], price: 0 };
  const rendering = render(lines, window, editsOf(lines, sketch));
  const after = rendering && new Judge(context, layoutOf(lines, window), goesOn(lines, window)).verdict(rendering.text);
  return after && { sketch, rendering, after, mended: new Set(), left: new Set() };
}

const goesOn = (lines: Lines, window: readonly number[]): boolean => (window.at(-1) ?? 0) < lines.count - 1;

/** By how much a tree is less likely to be meant than the one before. */
function strain(before: Look, after: Look, { drops = 0, swallows = false }: Sketch): number {
  const fewer = before.entries - after.entries - drops;
  return (
    (swallows ? 0 : 1.5 * Math.max(0, fewer)) +
    2 * Math.max(0, after.folded - before.folded) +
    1.5 * (after.empty - before.empty) +
    0.8 * (after.irregular - before.irregular) +
    0.35 * Math.max(0, after.disorder - before.disorder) +
    0.8 * (after.odd - before.odd) -
    0.4 * (after.known - before.known)
  );
}

const namesOf = (lines: Lines, faults: readonly Fault[], rendering: Rendering): ReadonlySet<string> =>
  new Set(faults.map(({ at, name }) => faultName(lines.numberOf(rendering.toDoc(at)), name)));

function* sketches(
  context: DocumentContext,
  lines: Lines,
  window: readonly number[],
  number: number,
  isLayout: boolean,
): Iterable<Sketch> {
  const step = layoutOf(lines, window).map;
  const subjects = firstMeant(context);
  for (const [index, line] of suspects(lines, number).entries()) {
    // Where every line can be read, the one that is at fault is seldom another.
    const doubt = index > 0 && !isLayout ? 0.3 : 0;
    yield* shifts(lines, line, columnsAround(lines, window, line), endsOf(lines, line, index < 2 ? 24 : 6), doubt);
    yield* addDash(lines, line);
    yield* removeDash(lines, line);
    yield* separate(lines, line);
    yield* unwrap(lines, line);
    yield* slips(lines, line);
    if (index === 0) yield* [line, lines.before(line.number)].flatMap((each) => swap(lines, each));
    if (index === 0) yield* split(lines, line, placeOf(subjects, line.start + line.column)?.cursor, step);
    if (index === 0) yield* textLines(lines, line);
    if (index === 0) yield* textHeader(lines, line, (above) => takesText(context, above));
    for (const holder of holders(subjects, lines, line, step)) yield* wrap(lines, line, holder, step);
  }
}

/** The objects of a document, each of the kind that stands there first: a second one came from somewhere else. */
function firstMeant({ subjects, catalog }: DocumentContext): readonly Subject[] {
  return subjects.map((subject) => {
    const { entries } = subject.root;
    const first = (name: string): string | undefined => textOf(entries.find(({ key }) => key.text === name)?.value);
    const kind = first("kind");
    if (!subject.resource || kind === undefined || kind === subject.resource.gvk.kind) return subject;
    const cursor = catalog.root({ ...parseApiVersion(first("apiVersion") ?? ""), kind });
    return { ...subject, cursor: cursor ?? subject.cursor };
  });
}

function takesText({ subjects }: DocumentContext, { start, column, key }: Line): boolean {
  if (key === undefined) return true;
  const type = placeOf(subjects, start + column)?.cursor?.child(key)?.type;
  return type === undefined || type === "string" || type === "any";
}

/** Lines that may be the cause of what is wrong at one of them: itself, its neighbours, what it is part of. */
function suspects(lines: Lines, number: number): readonly Line[] {
  const line = lines.at(number) ?? lines.after(number);
  if (!line) return [];
  const parent = lines.parent(line);
  const before = lines.before(line.number);
  const sibling = before && siblingAbove(lines, line);
  const next = lines.after(line.number);
  const behind = lines.at(lines.run(line, "deeper"));
  // A list may stand in the column of its key.
  const holder = line.dash ? lines.above(line.number, line.indent, line.indent) : undefined;
  const all = [
    line,
    before,
    next,
    parent,
    sibling,
    behind && lines.after(behind.number),
    parent && lines.after(parent.number),
    holder && lines.after(holder.number),
  ];
  return [...new Set(all.filter((each) => each !== undefined))];
}

/** The nearest line above in the same column. */
function siblingAbove(lines: Lines, line: Line): Line | undefined {
  for (let above = lines.above(line.number, line.column); above; above = lines.above(above.number, line.column)) {
    if (above.column === line.column) return above;
    if (above.indent < line.indent) return undefined;
  }
  return undefined;
}

/** How many levels around a line are asked. */
const LEVELS = 3;

/**
 * The objects that a line may belong to as its column says: that of its own key, that of a key above or what that key
 * holds. `column` is where their keys stand.
 */
function holders(subjects: readonly Subject[], lines: Lines, line: Line, step: number): readonly Holder[] {
  const found: Holder[] = [];
  const add = (map: YMap | undefined, cursor: SchemaCursor | undefined, column: number): void => {
    if (cursor?.type === "object" && !found.some((each) => each.map === map && each.cursor === cursor))
      found.push({ map, cursor, column });
  };
  const own = line.dash ? undefined : placeOf(subjects, line.start + line.column);
  if (own) add(own.map, own.cursor, line.indent);
  let above = lines.above(line.number, line.indent);
  for (let level = 0; above && level < LEVELS; above = lines.above(above.number, above.indent - 1)) {
    if (above.key === undefined || above.column > line.indent) continue;
    level++;
    const place = placeOf(subjects, above.start + above.column);
    const held = above.opens ? deref(place?.pair.value) : undefined;
    if (above.opens && above.column < line.indent) {
      const first = lines.after(line.number);
      const near = held?.type === "map" && first && first.indent < line.indent ? first : undefined;
      const sibling = (near ?? shallower(lines, line))?.indent ?? 0;
      const column = sibling > above.column ? sibling : above.column + step;
      add(held?.type === "map" ? held : undefined, place?.cursor?.child(above.key), column);
    }
    if (place) add(place.map, place.cursor, above.column);
  }
  return found;
}

/** The next line that is indented less than a line and its fellow items. */
function shallower(lines: Lines, line: Line): Line | undefined {
  if (!line.dash) return undefined;
  const next = lines.after(lines.run(line, "items"));
  return next?.dash ? undefined : next;
}

const editsWithin = (lines: Lines, { shifts: moved, edits }: Sketch, window: readonly number[]): readonly Edit[] => [
  ...edits,
  ...moved.flatMap((shift) => shiftEdits(lines, shift, window)),
];

export const editsOf = (lines: Lines, sketch: Sketch): readonly Edit[] =>
  editsWithin(
    lines,
    sketch,
    sketch.shifts.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
  );
