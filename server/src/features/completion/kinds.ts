import type { Edit } from "../../base/span.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { SchemaCursor } from "../../schema/cursor.ts";
import { apiVersionOf, type Gvk, type KindEntry } from "../../schema/types.ts";
import type { DocumentContext } from "../../workspace/context.ts";
import { pairOf, textOf, type YMap } from "../../yaml/node.ts";
import { describeKind } from "../describe/field.ts";
import { type Completion, plainDetail, rankKey } from "./completion.ts";
import { type DraftEntry, type Layout, writeEntries } from "./draft.ts";
import { KIND_SKELETONS, type KindSkeleton } from "./kind-skeletons.ts";
import { writtenValue } from "./offer.ts";
import type { EmptyPlace, ValuePlace } from "./place.ts";
import { skeletonOf } from "./skeleton.ts";
import { kindRank } from "./usage.ts";

export const kindSkeleton = (gvk: Gvk): KindSkeleton | undefined =>
  KIND_SKELETONS.find(({ apiVersion, kind }) => kind === gvk.kind && apiVersion === apiVersionOf(gvk));

/** Whole objects for an empty document. */
export function objectCompletions(place: EmptyPlace, context: DocumentContext): readonly Completion[] {
  return oneOfEach(context.catalog).map((entry): Completion => {
    const snippet = writeObject(entry, context.catalog, place.layout);
    const shared = forEntry(entry, context);
    return {
      label: entry.kind,
      kind: "snippet",
      ...shared,
      sortKey: kindSkeleton(entry) ? `!${shared.sortKey}` : shared.sortKey,
      preselect: false,
      deprecated: false,
      retrigger: false,
      edit: { span: place.replace, snippet },
      additionalEdits: [],
    };
  });
}

/** Values of `kind`; each brings the API version that serves it. */
export function kindValues(place: ValuePlace, context: DocumentContext): readonly Completion[] {
  const root = objectRoot(place, context);
  const given = textOf(root && pairOf(root, "apiVersion")?.value);
  return oneOfEach(context.catalog, given).map((entry): Completion => {
    const apiVersion = apiVersionOf(entry);
    const shared = forEntry(entry, context);
    return {
      ...writtenValue(entry.kind, true, place),
      ...shared,
      kind: "kind",
      sortKey: `${given === apiVersion ? 0 : 1}${shared.sortKey}`,
      preselect: false,
      additionalEdits: [
        ...place.extra,
        ...(root && given !== apiVersion ? withVersion(root, apiVersion, place.layout, context) : []),
      ],
    };
  });
}

/** Values of `apiVersion`: those that serve the given kind first. */
export function versionValues(place: ValuePlace, context: DocumentContext): readonly Completion[] {
  const root = objectRoot(place, context);
  const kind = textOf(root && pairOf(root, "kind")?.value) ?? "";
  const serving = new Set(context.catalog.kindsNamed(kind).map(apiVersionOf));
  const kinds = new Map<string, KindEntry[]>();
  for (const entry of context.catalog.kinds()) {
    const version = apiVersionOf(entry);
    kinds.set(version, [...(kinds.get(version) ?? []), entry]);
  }
  const versions = [...kinds.keys()].sort((a, b) => commonest(kinds.get(a)) - commonest(kinds.get(b)) || compare(a, b));
  const ordered = [...serving, ...versions.filter((version) => !serving.has(version))];
  return ordered.map((version, index): Completion => {
    const entry = serving.has(version) ? kinds.get(version)?.find((each) => each.kind === kind) : undefined;
    return {
      ...writtenValue(version, true, place),
      kind: "value",
      detail: plainDetail(entry ? entry.kind : sample(kinds.get(version) ?? [])),
      sortKey: rankKey(index),
      preselect: index === 0 && serving.size > 0,
      ...(entry ? { documentation: (texts) => describeKind(entry, context.catalog, texts) } : {}),
    };
  });
}

function forEntry(
  entry: KindEntry,
  context: DocumentContext,
): Pick<Completion, "detail" | "sortKey" | "documentation"> {
  return {
    detail: plainDetail(apiVersionOf(entry)),
    sortKey: `${rankKey(kindRank(entry))}${entry.kind}`,
    documentation: (texts) => describeKind(entry, context.catalog, texts),
  };
}

/** Every kind of every group once: in the version that `apiVersion` names, else in the group's best. */
function oneOfEach(catalog: Catalog, apiVersion?: string): readonly KindEntry[] {
  const chosen = new Map<string, KindEntry>();
  for (const entry of catalog.kinds()) {
    const key = `${entry.group}/${entry.kind}`;
    const before = chosen.get(key);
    if (!before || rank(entry, apiVersion) < rank(before, apiVersion)) chosen.set(key, entry);
  }
  return [...chosen.values()];
}

function rank(entry: KindEntry, apiVersion: string | undefined): number {
  if (apiVersionOf(entry) === apiVersion) return 0;
  if (!/alpha|beta/.test(entry.version)) return 100 - Number(entry.version.slice(1));
  return (entry.version.includes("beta") ? 200 : 300) - Number(/\d+/.exec(entry.version)?.[0] ?? 0);
}

function writeObject(entry: KindEntry, catalog: Catalog, layout: Layout): string {
  const body = kindSkeleton(entry)?.body ?? bodyOf(entry, catalog);
  const head: readonly DraftEntry[] = [
    ["apiVersion", { kind: "text", snippet: apiVersionOf(entry) }],
    ["kind", { kind: "text", snippet: entry.kind }],
  ];
  const entries = [...head, ...body];
  if (layout.form === "block") return writeEntries(entries, layout);
  return `{\n  ${writeEntries(entries, { ...layout, column: 2, lines: true })}\n\\}`;
}

const bodies = new WeakMap<KindEntry, readonly DraftEntry[]>();

/** `metadata.name`, `spec`, and what else the schema requires. Made once: an empty file asks for every kind there is. */
function bodyOf(entry: KindEntry, catalog: Catalog): readonly DraftEntry[] {
  const body = bodies.get(entry) ?? makeBody(catalog.root(entry));
  bodies.set(entry, body);
  return body;
}

function makeBody(root: SchemaCursor | undefined): readonly DraftEntry[] {
  const stops = { next: 1 };
  const name: DraftEntry = ["name", { kind: "text", snippet: `$${stops.next++}` }];
  const others = (root?.fields() ?? []).filter(
    ({ name: field, required }) =>
      field === "spec" || (required && !["apiVersion", "kind", "metadata"].includes(field)),
  );
  return [
    ["metadata", { kind: "map", entries: [name] }],
    ...others.map(({ name: field, cursor }): DraftEntry => [field, skeletonOf(cursor, stops)]),
  ];
}

function objectRoot(place: ValuePlace, context: DocumentContext): YMap | undefined {
  const root = place.subject?.root ?? context.doc.root;
  return root?.type === "map" ? root : undefined;
}

function withVersion(root: YMap, apiVersion: string, layout: Layout, context: DocumentContext): readonly Edit[] {
  const json = layout.form === "json";
  const written = json ? JSON.stringify(apiVersion) : apiVersion;
  const pair = pairOf(root, "apiVersion");
  if (pair?.value?.type === "scalar")
    return [{ span: { start: pair.value.start, end: pair.value.end }, text: written }];
  if (pair) {
    const at = pair.colon >= 0 ? pair.colon + 1 : pair.key.end;
    return [{ span: { start: at, end: at }, text: `${pair.colon >= 0 ? "" : ":"} ${written}` }];
  }
  const kind = pairOf(root, "kind")?.key;
  if (!kind) return [];
  const column = context.doc.lines.positionAt(kind.start).character;
  const separator =
    layout.form === "block" ? `\n${" ".repeat(column)}` : layout.lines ? `,\n${" ".repeat(column)}` : ", ";
  const key = json ? '"apiVersion"' : "apiVersion";
  return [{ span: { start: kind.start, end: kind.start }, text: `${key}: ${written}${separator}` }];
}

const commonest = (entries: readonly KindEntry[] | undefined): number => Math.min(...(entries ?? []).map(kindRank));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A few kinds of a version, to tell it from others. */
const sample = (entries: readonly KindEntry[]): string => {
  const kinds = [...entries]
    .sort((a, b) => kindRank(a) - kindRank(b) || compare(a.kind, b.kind))
    .map(({ kind }) => kind);
  return kinds.length > 3 ? `${kinds.slice(0, 3).join(", ")}, …` : kinds.join(", ");
};
