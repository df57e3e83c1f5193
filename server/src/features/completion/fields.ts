import { rowsAt } from "../../model/reference-paths.ts";
import type { Field, SchemaCursor } from "../../schema/cursor.ts";
import { holdsLabels, knownKeys, knownValuesOfKey } from "../../schema/known-values.ts";
import { suits } from "../../schema/suggest.ts";
import { configurationText } from "../../workspace/configuration.ts";
import type { DocumentContext } from "../../workspace/context.ts";
import { describeField } from "../describe/field.ts";
import { holderKind } from "../describe/holder.ts";
import { typeName } from "../describe/type-name.ts";
import { WORDS } from "../describe/words.ts";
import { type Completion, plainDetail, rankKey, snippetText, withoutCode } from "./completion.ts";
import { type Draft, settled, stopsOf, writeEntries, writeEntry } from "./draft.ts";
import { kindSkeleton } from "./kinds.ts";
import { labelsOf } from "./labels.ts";
import { parameterKeys, parameterValues } from "./parameters.ts";
import type { KeyPlace } from "./place.ts";
import { ruleKeys } from "./rule-keys.ts";
import { essentialFields, itemOf, skeletonOf } from "./skeleton.ts";
import { usageRank } from "./usage.ts";
import { hasChoices } from "./values.ts";

/** Keys that may stand at a place: the fields of an object, or usual keys of a map. */
export function keyCompletions(place: KeyPlace, context: DocumentContext): readonly Completion[] {
  const { cursor } = place;
  if (!cursor) return [];
  if (cursor.type === "map") return mapKeys(place, cursor, context);
  const fields = cursor.fields().filter(({ name, cursor: field }) => isOffered(name, field, place));
  return [...wholeItem(place, cursor), ...fields.map((field) => fieldCompletion(field, place, context))];
}

/** What the server writes is not offered for new keys; in place of another key only what can hold its value is. */
function isOffered(name: string, field: SchemaCursor, place: KeyPlace): boolean {
  if (place.present.has(name)) return false;
  if (place.extent !== "bare") return field.site["x-server-owned"] !== true;
  return suits(place.value ?? null, field.type);
}

function fieldCompletion(field: Field, place: KeyPlace, context: DocumentContext): Completion {
  const { name, cursor } = field;
  const gvk = place.subject?.resource?.gvk;
  const customary = place.path.length === 0 && gvk ? kindSkeleton(gvk)?.body.find(([key]) => key === name) : undefined;
  const draft = customary?.[1] ?? (isChosenNext(cursor, place) ? EMPTY : skeletonOf(cursor));
  const entry = writtenEntry(name, draft, place);
  const written = settled(customary ? named(entry, place) : entry);
  const mark = field.required ? WORDS.required : undefined;
  const type = typeName(cursor);
  const deprecated = cursor.site["x-deprecated-since"] !== undefined;
  return {
    ...framed(name, written, place),
    kind: "field",
    detail: mark ? { en: `${type} · ${mark.en}`, vi: `${type} · ${mark.vi}` } : plainDetail(type),
    sortKey: `${place.newItem ? 3 : deprecated ? 2 : field.required ? 0 : 1}${rankKey(usageRank(place.cursor?.definition, name))}${name}`,
    deprecated,
    retrigger: place.extent === "whole" && stopsOf(written).size <= 1 && (goesOn(draft, cursor) || isName(name, place)),
    documentation: (texts) => {
      const path = [...place.path, name];
      const own = context.role === "configuration" ? configurationText(path) : undefined;
      const blocks = describeField({ cursor, path, gvk, own }, context.catalog, texts);
      // The box beside the list is narrow, and who reads it knows where the field will stand.
      return blocks.map((block) => (block.kind === "title" ? { ...block, title: name } : block));
    },
  };
}

const EMPTY: Draft = { kind: "text", snippet: "$1" };

/** A value is chosen from the list that opens next, where each says what it means. JSON has no room for "not yet". */
const isChosenNext = (cursor: SchemaCursor, { layout }: KeyPlace): boolean =>
  cursor.type !== "object" &&
  cursor.type !== "map" &&
  cursor.type !== "list" &&
  (cursor.type === "string" || layout.form !== "json") &&
  hasChoices(cursor);

/** There is more to choose from where the cursor will stand. */
const goesOn = (draft: Draft, cursor: SchemaCursor): boolean =>
  draft.kind === "inside" || (draft.kind === "list" ? listGoesOn(cursor) : draft.kind !== "map" && hasChoices(cursor));

/** The value is the name of another object: those that exist can be listed. */
function isName(field: string, place: KeyPlace): boolean {
  const gvk = place.subject?.resource?.gvk;
  return gvk !== undefined && rowsAt(gvk, [...place.path, field]).length > 0;
}

function listGoesOn(cursor: SchemaCursor): boolean {
  const item = cursor.item();
  return item !== undefined && (item.type === "object" ? essentialFields(item).length === 0 : hasChoices(item));
}

/** The skeleton of a kind names everything after the object; if that has a name already, it is the one to repeat. */
function named(snippet: string, place: KeyPlace): string {
  const name = place.subject?.resource?.name;
  return name === undefined || snippet.includes("${1") ? snippet : snippet.replace("$1", `\${1:${snippetText(name)}}`);
}

function writtenEntry(name: string, draft: Draft, place: KeyPlace): string {
  const key = snippetText(name);
  if (place.extent === "bare") return place.layout.form === "json" ? `"${key}"` : key;
  if (place.extent === "colon") return place.layout.form === "json" ? `"${key}":` : `${key}:`;
  return writeEntry(key, draft, place.layout);
}

/** A new item of a list whose items always have several fields. */
function wholeItem(place: KeyPlace, cursor: SchemaCursor): readonly Completion[] {
  const names = essentialFields(cursor);
  if (names.length < 2 || place.extent !== "whole" || place.present.size > 0 || place.layout.form !== "block")
    return [];
  if (typeof place.path.at(-1) !== "number") return [];
  const draft = itemOf(cursor, { next: 1 });
  if (draft.kind !== "map") return [];
  return [
    {
      ...framed(names.join(", "), settled(writeEntries(draft.entries, place.layout)), place),
      kind: "snippet",
      detail: WORDS.item,
      sortKey: place.newItem ? "30000" : "00000",
      deprecated: false,
      retrigger: false,
    },
  ];
}

/** Keys of labels, annotations, resources and the like. */
function mapKeys(place: KeyPlace, cursor: SchemaCursor, context: DocumentContext): readonly Completion[] {
  const kind = holderKind(place.subject?.resource?.gvk, [...place.path]);
  const labels = holdsLabels(cursor) ? labelsOf(context) : undefined;
  const used = [...(labels?.keys() ?? [])].map((value) => ({ value, text: undefined }));
  const isRules = context.role === "configuration" && place.path.length === 1 && place.path[0] === "rules";
  const known = isRules ? ruleKeys() : (parameterKeys(place) ?? knownKeys(cursor, kind));
  const fresh = used.filter(({ value }) => !known.some((entry) => entry.value === value));
  return [...fresh, ...known]
    .filter(({ value }) => !place.present.has(value))
    .map(({ value, text }, index): Completion => {
      const written = settled(writtenEntry(value, { kind: "text", snippet: "$1" }, place));
      return {
        ...framed(value, written, place),
        kind: "label",
        detail: text ? withoutCode(text) : WORDS.inThisFile,
        sortKey: `1${rankKey(index)}`,
        deprecated: false,
        retrigger:
          place.extent === "whole" &&
          (labels?.has(value) ||
            isRules ||
            parameterValues({ ...place, path: [...place.path, value] }).length > 0 ||
            knownValuesOfKey(cursor, value).length > 0),
        ...(text ? { documentation: () => [{ kind: "text", summary: text, detail: undefined }] } : {}),
      };
    });
}

function framed(name: string, written: string, place: KeyPlace) {
  const prefix = place.layout.form === "json" ? '"' : place.filterPrefix;
  return {
    label: place.newItem ? `- ${name}` : name,
    ...(prefix === "" ? {} : { filterText: prefix + name }),
    preselect: false,
    edit: { span: place.replace, snippet: snippetText(place.before) + written + snippetText(place.after) },
    additionalEdits: place.extra,
  };
}
