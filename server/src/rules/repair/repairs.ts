import type { Edit, Span } from "../../base/span.ts";
import { placeAmong } from "../../schema/field-order.ts";
import { meaningOf } from "../../schema/meaning.ts";
import type { SchemaProblem, WrongType } from "../../schema/problem.ts";
import type { DocumentContext, Subject } from "../../workspace/context.ts";
import { documentContext } from "../../workspace/context.ts";
import type { YDocument } from "../../yaml/document.ts";
import { moveEntry, removeEntry, renameKey } from "../../yaml/edit.ts";
import { deref, type YNode } from "../../yaml/node.ts";
import type { Problem } from "../../yaml/problem.ts";
import { quoteLike } from "../../yaml/quote.ts";
import { isOldBackendField } from "../api/migrate/ingress.ts";
import { indentBelow, moveTo, wrap } from "../schema/unknown-field/move.ts";
import { conversions } from "../schema/wrong-type/conversions.ts";
import { slipOf } from "../schema/wrong-type/slip.ts";
import { entryAt } from "../yaml/text/entry-at.ts";
import { onNextLine } from "../yaml/text/next-line.ts";
import { nameOf, STRANGE } from "./judge.ts";
import { type Line, Lines } from "./lines.ts";
import { listOf, type Place, placeOf } from "./place.ts";
import { editsOf, type Found, faultName, guessed, search } from "./search.ts";
import type { RepairKind, Sketch } from "./sketch.ts";

/** A mistake of structure, and how to put it right. */
export interface Repair {
  readonly kind: Exclude<RepairKind, "own">;
  /** The key, dash or text that stands wrongly. */
  readonly span: Span;
  readonly text: string;
  /** Number of its line. */
  readonly line: number;
  /** Where it stands once it is put right; undefined for what is no entry. */
  readonly place: Place | undefined;
  /** The list that it is an item of. */
  readonly list: string | undefined;
  /** The key that is put in. */
  readonly key: string | undefined;
  /** The problem of the text that led here. */
  readonly problem: Problem | undefined;
  /** Column of the line, as it is and as it should be. */
  readonly column: number;
  readonly edits: () => readonly Edit[];
}

export interface SchemaFault {
  readonly problem: SchemaProblem;
  readonly subject: Subject;
}

export interface Repaired {
  readonly repairs: readonly Repair[];
  readonly syntax: readonly Problem[];
  readonly schema: readonly SchemaFault[];
}

/** Each search reads the text around a fault many times; what is wrong beyond that is told without one. Of a long document the
 * first has to do. */
const SEARCHES = 3;

/**
 * Finds one cause for faults that a line in the wrong place, a dash too few or too many, or a missing level brings
 * about. What is left is as it was; of the `hidden` faults, in text that the broken lines leave in doubt, those come to
 * light that are still there after a repair.
 */
export function repairsOf(
  context: DocumentContext,
  syntax: readonly Problem[],
  schema: readonly SchemaFault[],
  hidden: readonly SchemaFault[],
): Repaired {
  const { doc } = context;
  if (doc.text.trimStart().startsWith("{") || syntax.some(({ code }) => code === "tab-indentation"))
    return { repairs: [], syntax, schema };
  const lines = new Lines(doc);
  const repairs: Repair[] = [];
  const mended = new Set<string>();
  const left = new Set<string>();
  const own = new Set<Problem | SchemaProblem>();
  const nameAt = (problem: Problem | SchemaProblem): string =>
    faultName(lines.numberOf(problem.start), nameOf(problem));
  const isLeft = (problem: Problem | SchemaProblem): boolean => own.has(problem) || !mended.has(nameAt(problem));
  const faults = [...syntax.map((problem) => ({ problem, subject: undefined })), ...schema].sort(
    (a, b) => rankOf(a.problem) - rankOf(b.problem) || a.problem.start - b.problem.start,
  );
  const most = lines.isLong ? 1 : SEARCHES;
  let searches = 0;
  for (const { problem, subject } of faults) {
    if (!isStructural(problem, subject, doc.text) || !isLeft(problem)) continue;
    const unfinished = isUnfinished(problem, lines);
    // Another item may be begun by mistake; anything else is to be waited for.
    const isItem = "kind" in problem && Number(problem.path.at(-1)) > 0;
    if (unfinished && !isItem) continue;
    const found =
      searches++ < most
        ? search(
            context,
            lines,
            problem.start,
            nameAt(problem),
            ownSketches(problem, subject, context, lines),
            unfinished ? "remove-dash" : undefined,
          )
        : undefined;
    for (const name of found?.mended ?? []) mended.add(name);
    for (const name of found?.left ?? []) left.add(name);
    if (!found) {
      if (!("code" in problem) || !isLayout(problem)) continue;
      const guess = guessed(context, lines, problem);
      if (!guess) continue;
      mended.add(nameAt(problem));
      repairs.push(repairOf(guess, "shift", problem, context, lines));
      continue;
    }
    const { kind, line } = found.sketch;
    if (kind === "own") own.add(problem);
    else if (!repairs.some((each) => each.kind === kind && each.line === line))
      repairs.push(repairOf(found, kind, "code" in problem ? problem : undefined, context, lines));
  }
  // Where two objects run together, all that is said of one may come from the other.
  if (repairs.some(({ kind }) => kind === "separate"))
    return { repairs, syntax: syntax.filter((each) => each.code !== "duplicate-key" && isLeft(each)), schema: [] };
  const stray = searches < most ? strayType(context, lines) : undefined;
  if (stray && !mended.has(faultName(0, STRANGE))) {
    const found = search(context, lines, stray.at, faultName(0, STRANGE), stray.sketches);
    for (const name of found?.mended ?? []) mended.add(name);
    if (found && found.sketch.kind !== "own")
      repairs.push(repairOf(found, found.sketch.kind, undefined, context, lines));
  }
  return {
    repairs,
    syntax: syntax.filter(isLeft),
    schema: [
      ...schema.filter(({ problem }) => isLeft(problem)),
      ...hidden.filter(
        ({ problem }) => problem.kind !== "missing-field" && isLeft(problem) && left.has(nameAt(problem)),
      ),
    ],
  };
}

/** Where another object begins, everything behind is out of place; what is missing is mostly there, somewhere else. */
function rankOf(problem: Problem | SchemaProblem): number {
  if ("kind" in problem) return problem.kind === "missing-field" ? 2 : 1;
  const [name = ""] = problem.args;
  const begins = problem.code === "duplicate-key" && (name === "apiVersion" || name === "kind");
  return begins || (problem.code === "missing-colon" && /^-+$/.test(name)) ? 0 : 1;
}

const isLayout = ({ code }: Problem): boolean => code === "bad-indentation" || code === "nested-under-scalar";

const STRUCTURAL: ReadonlySet<string> = new Set([
  "bad-indentation",
  "nested-under-scalar",
  "unexpected-text",
  "duplicate-key",
  "list-in-value",
  "mapping-in-value",
  "missing-colon",
]);

function isStructural(problem: Problem | SchemaProblem, subject: Subject | undefined, text: string): boolean {
  if ("code" in problem) return STRUCTURAL.has(problem.code);
  switch (problem.kind) {
    case "unknown-field": {
      if (problem.map.flow || isOldBackendField(problem)) return false;
      if (problem.path.at(-2) === problem.pair.key.text) return true;
      const meaning = subject?.cursor ? meaningOf(problem, subject.root, subject.cursor) : undefined;
      return !(meaning?.kind === "renamed" && meaning.sure);
    }
    case "wrong-type": {
      const type = problem.cursor.type;
      const node = deref(problem.node);
      // A word alone below its key is a field that is being typed.
      const isTyped = node?.type === "scalar" && node.style === "plain" && /^[\w./-]*$/.test(node.text);
      if (isTyped && (type === "object" || type === "map") && !isOnKeyLine(problem)) return false;
      const wantsLines = type === "object" || type === "list" || type === "map";
      return wantsLines || node?.type !== "scalar" || isFolded(problem, text);
    }
    case "missing-field":
      return !problem.map.flow;
    default:
      return isFolded(problem, text);
  }
}

/** `key: value`, by the width of the gap. */
const isOnKeyLine = ({ node, pair }: WrongType): boolean => pair !== undefined && node.start <= pair.colon + 2;

/** What is still being typed: a word that is no field yet, an object at the end that lacks what comes next. */
function isUnfinished(problem: Problem | SchemaProblem, lines: Lines): boolean {
  const { doc } = lines;
  const line = lines.of(problem.start);
  if (!line) return false;
  if ("code" in problem) {
    const next = lines.after(line.number);
    const isWord = /^(?:<<|\w[\w./-]*)$/.test(doc.text.slice(line.start + line.column, line.end).trimEnd());
    return problem.code === "missing-colon" && isWord && !line.dash && !(next && next.indent > line.indent);
  }
  if (problem.kind !== "missing-field") return false;
  const last = lines.after(lines.numberOf(problem.map.end));
  return !last || (last.key === undefined && !lines.after(last.number));
}

/** Text that goes on over several lines without saying so: some of them may be meant as lines of their own. */
function isFolded({ node }: { readonly node: YNode }, text: string): boolean {
  return node.type === "scalar" && node.style === "plain" && text.slice(node.start, node.end).includes("\n");
}

/** `kind` or `apiVersion` inside another field, when the object itself has none. */
function strayType(
  { doc, subjects, own }: DocumentContext,
  lines: Lines,
): { readonly at: number; readonly sketches: readonly Sketch[] } | undefined {
  const [subject] = subjects;
  const root = subject?.root;
  const isText = doc.root?.type === "scalar" && !subject;
  if (isText && /^(?:apiVersion|kind):/m.test(doc.text)) return { at: doc.root.start, sketches: [] };
  if (own || !root || root.flow || subject.resource?.path.length !== 0) return undefined;
  const absent = ["kind", "apiVersion"].filter((key) => !root.entries.some((entry) => entry.key.text === key));
  for (const holder of root.entries) {
    // Elsewhere, as in `roleRef`, an object may well say what kind another one is of.
    const map = holder.key.text === "metadata" && holder.value?.type === "map" ? holder.value : undefined;
    const pair = map?.entries.find(({ key, value }) => absent.includes(key.text) && value?.type === "scalar");
    if (!map || !pair) continue;
    const names = root.entries.map(({ key }) => key.text);
    const before = root.entries[placeAmong(subject.cursor, pair.key.text, names, "")];
    const edits = moveEntry(doc, map, pair, root, before ? { before } : "end") ?? [];
    const line = lines.numberOf(pair.start);
    return { at: pair.start, sketches: [{ kind: "move", line, shifts: [], edits, price: 1.7 }] };
  }
  return undefined;
}

/** What the rule for a fault would do about it. */
function ownSketches(
  problem: Problem | SchemaProblem,
  subject: Subject | undefined,
  context: DocumentContext,
  lines: Lines,
): readonly Sketch[] {
  const line = lines.numberOf(problem.start);
  const sketch = (edits: readonly Edit[] | undefined, price: number, swallows = false, drops = 0): readonly Sketch[] =>
    edits && edits.length > 0 ? [{ kind: "own", line, shifts: [], edits, price, swallows, drops }] : [];
  if ("code" in problem) {
    const { code, end } = problem;
    if (code === "missing-colon") return sketch([{ span: { start: end, end }, text: ":" }], 0.8);
    if (code === "mapping-in-value") {
      const text = quoteLike(context.doc.text, context.doc.text.slice(problem.start, end));
      return sketch([{ span: { start: problem.start, end }, text }], 1, true);
    }
    if (code === "list-in-value") return sketch(onNextLine(context.doc, problem.start), 1);
    return code === "duplicate-key" ? sketch(repetition(problem, context.doc), 0.6, true) : [];
  }
  if (problem.kind === "wrong-type") {
    const slip = slipOf(problem);
    if (slip) return sketch(slip.edits, 0.7);
    const drops = problem.node.type === "seq" ? problem.node.items.length : 0;
    return conversions(problem, context.doc).flatMap(({ edits }) =>
      sketch(edits, conversionPrice(problem, lines), problem.cursor.type === "string", drops),
    );
  }
  if (problem.kind !== "unknown-field" || !subject?.cursor) return [];
  const meaning = meaningOf(problem, subject.root, subject.cursor);
  switch (meaning.kind) {
    case "misplaced":
      return sketch(moveTo(context.doc, problem, meaning, subject.cursor), 1.9);
    case "unindented": {
      const edits = indentBelow(context.doc, meaning);
      return sketch(edits, 1.1 + 0.25 * Math.log2(edits.length));
    }
    case "unwrapped":
      return sketch(wrap(context.doc, problem.map, meaning.entries, meaning.wrappers[0] ?? ""), 1);
    case "renamed":
      return sketch(renameKey(context.doc, problem.pair, meaning.names[0] ?? ""), 1);
    case "unknown":
      return [];
  }
}

/** The second of two entries that say the same. */
function repetition({ start, related }: Problem, doc: YDocument): readonly Edit[] {
  const [first, second] = [related && entryAt(doc, related.start), entryAt(doc, start)];
  if (!first || !second) return [];
  const [one, other] = [first, second].map(({ pair }) => doc.text.slice(pair.start, pair.end));
  return one === other ? removeEntry(doc, second.map, second.pair) : [];
}

/** Another shape is likely to be meant where its brackets or dashes are there; where they are not, a dash is missing. */
function conversionPrice({ node, pair, cursor }: WrongType, lines: Lines): number {
  const onOneLine = lines.numberOf(node.start) === lines.numberOf(Math.max(node.start, node.end - 1));
  if (node.type === "seq" || (cursor.type === "string" && onOneLine && !pair)) return 1;
  if (node.type === "map") return 2.2;
  const isBelow = pair !== undefined && lines.numberOf(pair.key.start) !== lines.numberOf(node.start);
  return isBelow ? 1.7 : 1;
}

const wordAt = (text: string, start: number): Span => ({
  start,
  end: start + (/^[^\s:]*/.exec(text.slice(start, start + 200))?.[0].length ?? 0),
});

/** A comment, or what looks like one. */
function rawLine({ text, lines }: YDocument, number: number): Line {
  const start = lines.startOf(number);
  const end = start + text.slice(start, lines.startOf(number + 1)).trimEnd().length;
  const indent = /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
  return { number, start, end, indent, column: indent, dash: false, key: undefined, opens: false, text: false };
}

/** Repairs of a few characters: these are what is marked. */
const MARKS_EDIT: ReadonlySet<RepairKind> = new Set(["colon", "comment", "quote"]);

function repairOf(
  { sketch, after, rendering }: Found,
  kind: Repair["kind"],
  problem: Problem | undefined,
  context: DocumentContext,
  lines: Lines,
): Repair {
  const { doc } = context;
  const line = lines.at(sketch.line) ?? rawLine(doc, sketch.line);
  const start = line.start + (line.dash && kind !== "add-dash" ? line.indent : line.column);
  const keyed = line.key !== undefined && !(line.dash && kind !== "add-dash");
  const end = keyed ? start + (/^[^:]*/.exec(doc.text.slice(start, line.end))?.[0].trimEnd().length ?? 0) : line.end;
  const key = line.start + line.column;
  const [edit] = sketch.edits;
  const marked = MARKS_EDIT.has(kind) && edit && edit.span.end > edit.span.start ? edit.span : undefined;
  // Odd blanks are taken for part of the key; what follows a line break is another one.
  const word = (kind === "blank" || kind === "split") && edit ? wordAt(doc.text, edit.span.end) : undefined;
  const { subjects } = documentContext(after.doc, context.role, context.catalog, context.own);
  return {
    kind,
    line: sketch.line,
    span: marked ?? word ?? { start, end: line.dash && !keyed ? start + 1 : end },
    text: word ? doc.text.slice(word.start, word.end) : (line.key ?? doc.text.slice(key, line.end)),
    place: placeOf(subjects, rendering.fromDoc(key)),
    list: listOf(after.doc.root, rendering.fromDoc(line.start + line.indent)),
    key: sketch.key,
    problem,
    column: line.indent,
    edits: () => editsOf(lines, sketch),
  };
}
