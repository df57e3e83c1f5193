import type { Localized } from "../../base/localized.ts";
import { KUSTOMIZATION } from "../../model/kustomization.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { SchemaCursor } from "../../schema/cursor.ts";
import { knownKeys, knownValue, knownValuesOfKey } from "../../schema/known-values.ts";
import type { Text, Texts } from "../../schema/texts.ts";
import { apiVersionOf, type Gvk, type KindEntry } from "../../schema/types.ts";
import type { Path } from "../../yaml/node.ts";
import type { Block, Fact } from "./block.ts";
import { holderKind } from "./holder.ts";
import { typeName } from "./type-name.ts";
import { WORDS } from "./words.ts";

/** A place in an object of some kind. */
export interface FieldPlace {
  readonly cursor: SchemaCursor;
  /** From the object's root. */
  readonly path: Path;
  /** Undefined for documents that are no Kubernetes objects. */
  readonly gvk: Gvk | undefined;
  /** What such a document's own schema says of the field. */
  readonly own?: Localized | undefined;
}

/** Everything we know of a field, title first. */
export function describeField(place: FieldPlace, catalog: Catalog, texts: Texts): readonly Block[] {
  const { cursor } = place;
  const text = textOf(place, texts);
  const allowed = allowedOf(cursor);
  const key = keyMeaning(place);
  return [
    { kind: "title", title: titleOf(place.path), type: typeName(cursor), facts: factsOf(place, text) },
    ...(key ? [key] : meaning(place, text, catalog)),
    ...(allowed.length > 0 ? [{ kind: "fact", fact: { label: WORDS.allowed, values: allowed } } as const] : []),
    // The example is one of the map as a whole.
    ...endOf(text).filter(({ kind }) => !key || kind === "link"),
  ];
}

/** What a kind is for. */
export function describeKind(entry: KindEntry, catalog: Catalog, texts: Texts): readonly Block[] {
  const text = texts.forKind(entry);
  const cursor = catalog.root(entry);
  const english = cursor && catalog.describe(cursor);
  return [
    { kind: "title", title: entry.kind, type: apiVersionOf(entry), facts: scopeOf(entry) },
    ...(text ? [ours(text)] : english !== undefined ? [upstream(english)] : []),
    ...endOf(text),
  ];
}

/** What kustomize reads itself is in no cluster. */
function scopeOf({ group, namespaced }: KindEntry): readonly Fact[] {
  if (group === KUSTOMIZATION.group) return [];
  return [{ label: namespaced ? WORDS.namespaced : WORDS.clusterScoped, values: [] }];
}

/** What one value of a field means; empty when nothing is known beyond the field. */
export function describeValue({ cursor, path }: FieldPlace, value: string, texts: Texts): readonly Block[] {
  const { owner, name } = cursor;
  const special = owner !== undefined && name !== undefined ? texts.forValue(`${owner}#${name}`, value) : undefined;
  const key = path.at(-1);
  const isOfMap = typeof key === "string" && key !== name;
  const known = isOfMap
    ? knownValuesOfKey(cursor, key).find((entry) => entry.value === value)
    : knownValue(cursor, value);
  return [
    ...(known ? [{ kind: "text", summary: mapEach(value, known.text), detail: undefined } as const] : []),
    ...(special ? [ours(special), ...endOf(special)] : []),
  ];
}

/** `spec.containers[].image`: the way documentation names fields. */
export function titleOf(path: Path): string {
  let title = "";
  for (const step of path) title += typeof step === "number" ? "[]" : `${title === "" ? "" : "."}${step}`;
  return title;
}

/** `spec.containers.image`, without list positions: how texts name places. */
const withoutPositions = (path: Path): string => path.filter((step) => typeof step === "string").join(".");

export function textOf({ cursor, path, gvk }: FieldPlace, texts: Texts): Text | undefined {
  const key = path.at(-1);
  if (cursor.name === undefined || key === undefined) return undefined;
  const kind = gvk && `${apiVersionOf(gvk)}/${gvk.kind}`;
  return texts.forField(cursor.owner, cursor.name, kind, withoutPositions(path));
}

/** Our own words where there are some, else upstream's. */
function meaning(place: FieldPlace, text: Text | undefined, catalog: Catalog): readonly Block[] {
  if (place.own) return [{ kind: "text", summary: place.own, detail: undefined }];
  if (text) return [ours(text)];
  const english = catalog.describe(place.cursor);
  return english === undefined || english === "" ? [] : [upstream(english)];
}

/** A well-known label or annotation has a meaning of its own, beyond that of the map it stands in. */
function keyMeaning({ cursor, path, gvk }: FieldPlace): Block | undefined {
  const key = path.at(-1);
  if (typeof key !== "string" || key === cursor.name) return undefined;
  const known = knownKeys(cursor, holderKind(gvk, path)).find(({ value }) => value === key);
  return known && { kind: "text", summary: known.text, detail: undefined };
}

function factsOf({ cursor, path, gvk }: FieldPlace, text: Text | undefined): readonly Fact[] {
  const { site, schema } = cursor;
  // The schema lets the type fields be absent, because in Go they are; nothing can be applied without them.
  const isType = gvk !== undefined && path.length === 1 && (path[0] === "apiVersion" || path[0] === "kind");
  const facts: Fact[] = [];
  const fact = (label: Fact["label"], ...values: readonly string[]): void => void facts.push({ label, values });
  if (site["x-server-owned"]) fact(WORDS.serverOwned);
  else fact(cursor.required || isType ? WORDS.required : WORDS.optional);
  const value = site.default ?? schema.default;
  if (value !== undefined) fact(WORDS.byDefault, literal(value));
  if (site["x-immutable"]) fact(WORDS.immutable);
  if (text?.since !== undefined) fact(WORDS.since, text.since);
  const deprecated = site["x-deprecated-since"];
  if (deprecated !== undefined) fact(WORDS.deprecatedSince, deprecated);
  return facts;
}

/** Long enums are left to completion. */
const MOST_ALLOWED = 12;

function allowedOf(cursor: SchemaCursor): readonly string[] {
  const item = cursor.type === "list" ? cursor.item() : undefined;
  const values = cursor.schema.enum ?? cursor.site.enum ?? item?.schema.enum ?? item?.site.enum ?? [];
  const names = values.filter((value) => value !== null && value !== "").map(String);
  return names.length <= MOST_ALLOWED ? names : [];
}

const literal = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

const ours = (text: Text): Block => ({
  kind: "text",
  summary: { en: text.en.summary, vi: text.vi.summary },
  detail: { en: text.en.detail, vi: text.vi.detail },
});

const endOf = (text: Text | undefined): readonly Block[] => [
  ...(text?.example === undefined ? [] : [{ kind: "example", yaml: text.example } as const]),
  ...(text?.docs === undefined ? [] : [{ kind: "link", url: text.docs } as const]),
];

const mapEach = (value: string, text: { readonly en: string; readonly vi: string }) => ({
  en: `\`${value}\`: ${text.en}`,
  vi: `\`${value}\`: ${text.vi}`,
});

/** About four lines of a hover. */
const MOST_ENGLISH = 420;

const upstream = (english: string): Block => ({ kind: "upstream", english: shortened(english) });

/** Whole sentences as far as they fit. */
export function shortened(english: string): string {
  const text = english.replace(/\s+/g, " ").trim();
  if (text.length <= MOST_ENGLISH) return text;
  const end = text.slice(0, MOST_ENGLISH).lastIndexOf(". ");
  return end > 80 ? text.slice(0, end + 1) : `${text.slice(0, MOST_ENGLISH).replace(/\s+\S*$/, "")} …`;
}
