import type { Localized } from "../base/localized.ts";
import type { ValueType } from "../schema/cursor.ts";
import type { Subject } from "../workspace/context.ts";
import { deref, type Path, type ScalarStyle, type YNode } from "../yaml/node.ts";
import { scalarKind } from "../yaml/scalar.ts";

/** Something from the manifest, or to be written there, inside a sentence. Long text is cut: messages are one line. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ").replaceAll("`", "'");
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``;
}

/** `a`, `b` and `c`. */
export const all = (names: readonly string[]): Localized => joined(names, { en: "and", vi: "và" });

/** `a`, `b` or `c`. */
export const either = (names: readonly string[]): Localized => joined(names, { en: "or", vi: "hoặc" });

function joined(names: readonly string[], word: Localized): Localized {
  const shown = names.length > 7 ? [...names.slice(0, 6).map(quoted), "…"] : names.map(quoted);
  const last = shown.pop() ?? "";
  if (shown.length === 0) return { en: last, vi: last };
  const start = shown.join(", ");
  return { en: `${start} ${word.en} ${last}`, vi: `${start} ${word.vi} ${last}` };
}

/** What a field wants, as the object of "expects". */
export const WANTED: Readonly<Record<ValueType, Localized>> = {
  object: { en: "an object with fields of its own", vi: "một đối tượng có các trường con" },
  map: { en: "keys with values", vi: "các cặp khóa–giá trị" },
  list: { en: "a list", vi: "một danh sách" },
  string: { en: "a string", vi: "một chuỗi" },
  integer: { en: "a whole number", vi: "một số nguyên" },
  number: { en: "a number", vi: "một số" },
  boolean: { en: "`true` or `false`", vi: "`true` hoặc `false`" },
  "int-or-string": { en: "a number or a string", vi: "một số hoặc một chuỗi" },
  quantity: { en: "a quantity such as `500m` or `2Gi`", vi: "một lượng như `500m` hoặc `2Gi`" },
  "date-time": { en: "a date such as `2026-01-31T08:00:00Z`", vi: "một thời điểm như `2026-01-31T08:00:00Z`" },
  base64: { en: "base64 text", vi: "văn bản base64" },
  any: { en: "any value", vi: "giá trị bất kỳ" },
};

/** What stands in the manifest, as the subject of "is". */
export function found(node: YNode): Localized {
  const value = deref(node);
  if (value?.type === "map") return { en: "an object", vi: "một đối tượng" };
  if (value?.type === "seq") return { en: "a list", vi: "một danh sách" };
  if (!value) return { en: "nothing", vi: "giá trị rỗng" };
  const text = quoted(QUOTES[value.style] + value.text + QUOTES[value.style]);
  switch (scalarKind(value)) {
    case "string":
      return { en: `the string ${text}`, vi: `chuỗi ${text}` };
    case "boolean":
      return { en: `the boolean ${text}`, vi: `giá trị boolean ${text}` };
    case "null":
      return { en: "empty", vi: "giá trị rỗng" };
    default:
      return { en: `the number ${text}`, vi: `số ${text}` };
  }
}

/** Quotes are what makes `"3"` a string: they are shown. */
const QUOTES: Readonly<Record<ScalarStyle, string>> = { plain: "", single: "'", double: '"', literal: "", folded: "" };

/** `a.b[2].c`, the way kubectl prints paths. */
export const pathText = (path: readonly (string | number)[]): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");

/** The last steps of a path, from a name on. */
function placeText(path: Path): string {
  let from = Math.max(0, path.length - 4);
  while (from > 0 && typeof path[from] === "number") from--;
  return pathText(path.slice(from));
}

/** The object's kind at its root, else the path below it; the last steps say enough. */
export function placeName(path: Path, { resource }: Subject): Localized {
  if (path.length === 0 && !resource?.gvk.kind) return { en: "this file", vi: "tệp này" };
  const name = path.length === 0 ? (resource?.gvk.kind ?? "") : quoted(placeText(path));
  return { en: name, vi: name };
}

/** The field that a path leads to; for an item or a map's value the field with its position. */
export function fieldName(path: readonly (string | number)[]): string {
  const from = path.findLastIndex((step) => typeof step === "string");
  return pathText(path.slice(Math.max(0, from)));
}
