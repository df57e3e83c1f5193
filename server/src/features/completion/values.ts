import type { SchemaCursor } from "../../schema/cursor.ts";
import type { Known } from "../../schema/known/known.ts";
import { holdsLabels, knownQuantities, knownValues, knownValuesOfKey } from "../../schema/known-values.ts";
import type { DocumentContext } from "../../workspace/context.ts";
import { typeName } from "../describe/type-name.ts";
import { choicesOf, defaultOf } from "./choices.ts";
import { type Completion, plainDetail, rankKey, withoutCode } from "./completion.ts";
import { kindValues, versionValues } from "./kinds.ts";
import { labelsOf } from "./labels.ts";
import { type Offer, writtenValue } from "./offer.ts";
import { parameterValues } from "./parameters.ts";
import type { ValuePlace } from "./place.ts";
import { rbacValues } from "./rbac.ts";
import { storageValues } from "./storage.ts";

/** Values that may stand at a place, the default first. */
export function valueCompletions(place: ValuePlace, context: DocumentContext): readonly Completion[] {
  const field = place.path.at(-1);
  if (place.path.length === 1 && field === "kind") return kindValues(place, context);
  if (place.path.length === 1 && field === "apiVersion") return versionValues(place, context);
  const { cursor } = place;
  if (!cursor) return [];
  const offers = offersAt(place, cursor, context).filter(({ value }) => !place.present.has(value));
  const usual = defaultOf(cursor);
  const ordered = [...offers].sort((a, b) => Number(b.value === usual) - Number(a.value === usual));
  return ordered.map((offer, index) => valueCompletion(offer, index, place, cursor, offer.value === usual));
}

/** True when the list at such a place would not be empty. */
export const hasChoices = (cursor: SchemaCursor): boolean =>
  cursor.type === "boolean" ||
  choicesOf(cursor).length > 0 ||
  knownValues(cursor).length > 0 ||
  (cursor.type === "quantity" && knownQuantities(cursor.name ?? "").length > 0);

function offersAt(place: ValuePlace, cursor: SchemaCursor, context: DocumentContext): readonly Offer[] {
  const isString = cursor.type === "string";
  const as = ({ value, text }: Known): Offer => ({ value, text, isString });
  const rbac = rbacValues(place, context);
  if (rbac) return rbac;
  const parameters = parameterValues(place);
  if (parameters.length > 0) return parameters.map((value) => ({ value, text: undefined, isString }));
  const known = [...(storageValues(place) ?? []), ...knownValues(cursor)];
  const choices = choicesOf(cursor);
  if (choices.length > 0) {
    return choices.map((value) => ({ value, text: known.find((entry) => entry.value === value)?.text, isString }));
  }
  if (cursor.type === "boolean") return ["true", "false"].map((value) => ({ value, text: undefined, isString: false }));
  const key = place.path.at(-1);
  if (typeof key === "string" && key !== cursor.name) return keyOffers(cursor, key, context);
  const usual = defaultOf(cursor);
  const others = [...known, ...(cursor.type === "quantity" ? knownQuantities(cursor.name ?? "") : [])].map(as);
  return usual === undefined || others.some(({ value }) => value === usual)
    ? others
    : [{ value: usual, text: undefined, isString }, ...others];
}

/** Values of one key of a map: of a label those that the document uses come first. */
function keyOffers(cursor: SchemaCursor, key: string, context: DocumentContext): readonly Offer[] {
  const isString = cursor.type === "string";
  const used = holdsLabels(cursor) ? [...(labelsOf(context).get(key) ?? [])] : [];
  const known = knownValuesOfKey(cursor, key);
  const fresh = used.filter((value) => value !== "" && !known.some((entry) => entry.value === value));
  return [
    ...fresh.map((value) => ({ value, text: undefined, isString })),
    ...known.map(({ value, text }) => ({ value, text, isString })),
  ];
}

function valueCompletion(
  { value, text, isString }: Offer,
  index: number,
  place: ValuePlace,
  cursor: SchemaCursor,
  preselect: boolean,
): Completion {
  return {
    ...writtenValue(value, isString, place),
    kind: "value",
    detail: text ? withoutCode(text) : plainDetail(typeName(cursor)),
    sortKey: rankKey(index),
    preselect,
    ...(text ? { documentation: () => [{ kind: "text", summary: text, detail: undefined }] } : {}),
  };
}
