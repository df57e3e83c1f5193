import { deref, type Path, type YMap, type YNode, type YPair } from "../yaml/node.ts";
import { mergedEntries } from "../yaml/scalar.ts";
import type { SchemaCursor } from "./cursor.ts";
import type { UnknownField } from "./problem.ts";
import { rankFields, suits } from "./suggest.ts";

/** What an unknown field was probably meant to be. */
export type Meaning =
  /** Another name in the same object; the first is the likeliest. `sure`: nothing else comes near. */
  | { readonly kind: "renamed"; readonly names: readonly string[]; readonly sure: boolean }
  /** The right name in the wrong place: `path` leads from the object's root to where the field belongs. */
  | { readonly kind: "misplaced"; readonly path: Path; readonly map: YMap | undefined }
  /**
   * The right name, one step too far to the left: `entries`, this one among them, belong to `holder`, which has no value
   * yet and stands before them. A `stray` holder is out of place itself.
   */
  | {
      readonly kind: "unindented";
      readonly holder: YPair;
      readonly entries: readonly YPair[];
      readonly inItem: boolean;
      readonly stray: boolean;
    }
  /** Entries of one of the object's maps, written without it: `app: web` for `matchLabels: { app: web }`. */
  | { readonly kind: "unwrapped"; readonly wrappers: readonly string[]; readonly entries: readonly YPair[] }
  | { readonly kind: "unknown" };

/** Costs below this leave no doubt about a misspelling. */
const SURE = 0.2;
/** How many levels below the object a field is looked for. */
const DEPTH = 3;

const memo = new WeakMap<UnknownField, Meaning>();

/** `root` and `cursor` are the whole object that the problem's path starts from. */
export function meaningOf(problem: UnknownField, root: YNode, cursor: SchemaCursor): Meaning {
  let meaning = memo.get(problem);
  if (!meaning) {
    meaning = explain(problem, root, cursor);
    memo.set(problem, meaning);
  }
  return meaning;
}

function explain(problem: UnknownField, root: YNode, cursor: SchemaCursor): Meaning {
  const { map, pair } = problem;
  const present = new Set(mergedEntries(map).map(({ key }) => key.text));
  const renames = rankFields(problem.cursor, pair.key.text, present, pair.value);
  const cost = renames[0]?.cost ?? Number.POSITIVE_INFINITY;
  const names = renames.map(({ name }) => name);
  const shallow = unindented(problem, root, cursor);
  if (shallow) return shallow;
  if (cost <= 0.1) return { kind: "renamed", names, sure: true };
  const near =
    unwrapped(problem, names.length > 0 && cost <= SURE) ?? above(problem, root, cursor) ?? below(problem, 1);
  if (near) return near;
  if (names.length > 0) return { kind: "renamed", names, sure: cost <= SURE };
  return beside(problem, root, cursor) ?? below(problem, DEPTH) ?? { kind: "unknown" };
}

type Unindented = Extract<Meaning, { kind: "unindented" }>;

/** `metadata:` with `name:` right below it instead of inside. */
function unindented(problem: UnknownField, root: YNode, cursor: SchemaCursor): Unindented | undefined {
  const { map, pair, cursor: own } = problem;
  const at = map.entries.indexOf(pair);
  if (map.flow || at < 1) return undefined;
  const isKnown = ({ key }: YPair): boolean => own.child(key.text) !== undefined;
  const from = map.entries.findLastIndex((entry, index) => index < at && (isKnown(entry) || entry.value === null));
  const holder = map.entries[from];
  if (holder?.value !== null || holder.colon < 0) return undefined;
  const stray = !isKnown(holder);
  const place = stray ? above({ ...problem, pair: holder }, root, cursor) : undefined;
  const held = stray ? place && cursor.follow([...place.path, holder.key.text]) : own.child(holder.key.text);
  const target = held?.type === "list" ? held.item() : held;
  if (!target) return undefined;
  const end = map.entries.findIndex((entry, index) => index > from && (isKnown(entry) || !takes(target, entry)));
  const entries = map.entries.slice(from + 1, end < 0 ? undefined : end);
  if (!entries.includes(pair)) return undefined;
  return { kind: "unindented", holder, entries, inItem: held?.type === "list", stray };
}

/** Maps that people forget to write around their entries, by the type of the object that has them. */
const FORGOTTEN: readonly (readonly [definition: string, wrappers: readonly string[]])[] = [
  [".LabelSelector", ["matchLabels"]],
  [".ResourceRequirements", ["requests", "limits"]],
  [".VolumeResourceRequirements", ["requests"]],
];

function unwrapped({ cursor, map, pair, path }: UnknownField, isMisspelt: boolean): Meaning | undefined {
  const wrappers = FORGOTTEN.find(([definition]) => cursor.definition?.endsWith(definition) === true)?.[1];
  const fits = (entry: YPair): boolean =>
    cursor.child(entry.key.text) === undefined &&
    wrappers?.every((name) => takesEntry(cursor.child(name), entry)) === true;
  if (!wrappers || isMisspelt || !fits(pair)) return undefined;
  const free = wrappers.filter((name) => !map.entries.some(({ key }) => key.text === name));
  if (free.length === 0) {
    const [name = ""] = wrappers;
    const target = deref(map.entries.find(({ key }) => key.text === name)?.value);
    return { kind: "misplaced", path: [...path.slice(0, -1), name], map: target?.type === "map" ? target : undefined };
  }
  return { kind: "unwrapped", wrappers: free, entries: map.entries.filter(fits) };
}

const takesEntry = (cursor: SchemaCursor | undefined, entry: YPair): boolean =>
  cursor?.type === "map" && takes(cursor, entry);

function takes(cursor: SchemaCursor, { key, value }: YPair): boolean {
  if (cursor.type === "object") return knows(cursor, key.text, value);
  const member = cursor.type === "map" ? cursor.child(key.text) : undefined;
  return member !== undefined && suits(value, member.type);
}

type Misplaced = Extract<Meaning, { kind: "misplaced" }>;

/** The nearest object around the field's own that knows the field and does not hold it yet. */
function above(problem: UnknownField, root: YNode, cursor: SchemaCursor): Misplaced | undefined {
  const { pair } = problem;
  for (let length = problem.path.length - 2; length >= 0; length--) {
    const path = problem.path.slice(0, length);
    const map = deref(nodeAt(root, path));
    if (map?.type !== "map" || map.entries.some(({ key }) => key.text === pair.key.text)) continue;
    if (knows(cursor.follow(path), pair.key.text, pair.value)) return { kind: "misplaced", path, map };
  }
  return undefined;
}

/** An object at most `depth` levels below the field's own that knows the field; one that is written already wins. */
function below(problem: UnknownField, depth: number): Misplaced | undefined {
  const { map, cursor } = problem;
  return search(problem, { path: problem.path.slice(0, -1), cursor, map }, depth);
}

/** Another part of the object that holds the field's own: `metadata` beside `spec`. */
function beside(problem: UnknownField, root: YNode, cursor: SchemaCursor): Misplaced | undefined {
  const path = problem.path.slice(0, -2);
  const around = cursor.follow(path);
  const map = deref(nodeAt(root, path));
  if (problem.path.length < 2 || around?.type !== "object" || map?.type !== "map") return undefined;
  const found = search(problem, { path, cursor: around, map }, 1);
  // Of alternatives that are not written, such as the types of a volume, none is more likely than another.
  return found?.map || found?.path.at(-1) === "metadata" ? found : undefined;
}

function search({ pair, map }: UnknownField, start: Place, depth: number): Misplaced | undefined {
  let places: readonly Place[] = [start];
  for (let level = 1; level <= depth; level++) {
    places = places.flatMap(children);
    const fitting = places.filter(({ cursor, map: here }) => {
      const taken = here?.entries.some(({ key }) => key.text === pair.key.text) ?? false;
      return !taken && knows(cursor, pair.key.text, pair.value);
    });
    const written = fitting.filter((place) => place.map !== undefined && place.map !== map);
    const best = written.length > 0 ? written[0] : fitting.length === 1 ? fitting[0] : undefined;
    if (best) return { kind: "misplaced", path: best.path, map: best.map };
  }
  return undefined;
}

interface Place {
  readonly path: Path;
  readonly cursor: SchemaCursor;
  readonly map: YMap | undefined;
}

/** The objects right below a place, list items included. What the server writes is no place for anything. */
function children({ path, cursor, map }: Place): readonly Place[] {
  return cursor.fields().flatMap(({ name, cursor: field }): readonly Place[] => {
    if (name === "status" || name === "managedFields") return [];
    const value = deref(map?.entries.find(({ key }) => key.text === name)?.value);
    if (field.type === "object") {
      return [{ path: [...path, name], cursor: field, map: value?.type === "map" ? value : undefined }];
    }
    const item = field.item();
    if (item?.type !== "object") return [];
    const last = value?.type === "seq" ? value.items.length - 1 : -1;
    const node = deref(value?.type === "seq" ? value.items[last]?.value : undefined);
    return [{ path: [...path, name, Math.max(0, last)], cursor: item, map: node?.type === "map" ? node : undefined }];
  });
}

function knows(cursor: SchemaCursor | undefined, field: string, value: YNode | null): boolean {
  if (cursor?.type !== "object" || !Object.hasOwn(cursor.schema.properties ?? {}, field)) return false;
  const child = cursor.child(field);
  return child !== undefined && suits(value, child.type);
}

function nodeAt(root: YNode, path: Path): YNode | undefined {
  let here: YNode | null | undefined = root;
  for (const step of path) {
    const value: Exclude<YNode, { type: "alias" }> | undefined = deref(here);
    if (value?.type === "seq" && typeof step === "number") here = value.items[step]?.value;
    else if (value?.type === "map") here = mergedEntries(value).find(({ key }) => key.text === step)?.value;
    else return undefined;
  }
  return here ?? undefined;
}
