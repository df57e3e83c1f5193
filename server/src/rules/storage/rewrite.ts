import type { Localized } from "../../base/localized.ts";
import type { Resource } from "../../model/resource.ts";
import { insertEntry, quoteIfNeeded, removeEntry, removeItem, setScalar } from "../../yaml/edit.ts";
import { at, deref, itemsOf, pairOf, textOf, type YMap } from "../../yaml/node.ts";
import { mapAt } from "../given.ts";
import type { Fix } from "../rule.ts";
import { quoted } from "../wording.ts";

/** One change of an object on behalf of another, which `to` names. */
export const rewritten = (title: Localized, to: Localized, edits: Fix["edits"]): Fix => ({
  title: { en: `${title.en}${to.en}`, vi: `${title.vi}${to.vi}` },
  preferred: false,
  safe: false,
  edits,
});

/** Gives a field of the map at `path` another value. */
export function setField(
  { doc, root }: Resource,
  path: readonly string[],
  key: string,
  value: string,
  to: Localized,
): readonly Fix[] {
  const map = mapAt(root, ...path);
  if (!map) return [];
  const pair = pairOf(map, key);
  const scalar = deref(pair?.value);
  if (pair?.value && scalar?.type !== "scalar") return [];
  const written = value === "" ? '""' : quoteIfNeeded(value);
  const shown = quoted(`${key}: ${value === "" ? '""' : value}`);
  const edits =
    scalar?.type === "scalar" && scalar.start < scalar.end
      ? setScalar(doc, scalar, value)
      : insertEntry(doc, map, key, written);
  return [rewritten({ en: `Set ${shown}`, vi: `Đặt ${shown}` }, to, edits)];
}

/** Takes a field of `spec` away. */
export function dropField({ doc, root }: Resource, key: string, to: Localized): readonly Fix[] {
  const spec = mapAt(root, "spec");
  const pair = spec && pairOf(spec, key);
  if (!spec || !pair) return [];
  const title = { en: `Remove ${quoted(key)}`, vi: `Xóa ${quoted(key)}` };
  return [rewritten(title, to, removeEntry(doc, spec, pair))];
}

const BETA_CLASS = "volume.beta.kubernetes.io/storage-class";

/** The class stands in an annotation or in the field, and the annotation is what counts. */
export function setClass(resource: Resource, name: string, to: Localized): readonly Fix[] {
  const annotations = ["metadata", "annotations"];
  return pairOf(mapAt(resource.root, ...annotations), BETA_CLASS)
    ? setField(resource, annotations, BETA_CLASS, name, to)
    : setField(resource, ["spec"], "storageClassName", name, to);
}

/** Makes a list of access modes hold just these. */
export function setModes({ doc, root }: Resource, wanted: readonly string[], to: Localized): readonly Fix[] {
  const list = deref(at(root, "spec", "accessModes"));
  if (list?.type !== "seq" || wanted.length === 0) return [];
  const all = itemsOf(list).map((item) => ({ item, mode: textOf(item.value) ?? "" }));
  const added = wanted.filter((mode) => !all.some((each) => each.mode === mode));
  const left = all.filter(({ mode }) => !wanted.includes(mode));
  const title = titleOf(
    added,
    left.map(({ mode }) => mode),
  );
  if (list.flow)
    return [rewritten(title, to, [{ span: { start: list.start, end: list.end }, text: `[${wanted.join(", ")}]` }])];
  const replaced = left.slice(0, added.length);
  const edits = [
    ...replaced.flatMap(({ item }, index) => {
      const scalar = deref(item.value);
      return scalar?.type === "scalar" ? setScalar(doc, scalar, added[index] ?? "") : [];
    }),
    ...left.slice(added.length).flatMap(({ item }) => removeItem(doc, list, item)),
    ...added.slice(left.length).flatMap((mode) => insertAfter(doc.text, list.end, list.start, mode)),
  ];
  return [rewritten(title, to, edits)];
}

/** One more item below the last one of a list in block style. */
function insertAfter(text: string, end: number, start: number, mode: string): Fix["edits"] {
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  const line = text.indexOf("\n", end - 1);
  const place = line < 0 ? text.length : line > 0 && text[line - 1] === "\r" ? line - 1 : line;
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  return [{ span: { start: place, end: place }, text: `${lineBreak}${" ".repeat(column)}- ${mode}` }];
}

function titleOf(added: readonly string[], left: readonly string[]): Localized {
  const names = (modes: readonly string[]): string => modes.map(quoted).join(", ");
  if (left.length === 0) return { en: `Add ${names(added)}`, vi: `Thêm ${names(added)}` };
  if (added.length === 0) return { en: `Remove ${names(left)}`, vi: `Xóa ${names(left)}` };
  return { en: `Change ${names(left)} to ${names(added)}`, vi: `Đổi ${names(left)} thành ${names(added)}` };
}

/** A map with these entries, below the key or on its line as the map around it is written. */
export const mapText = (around: YMap, entries: readonly (readonly [string, string])[]): string => {
  const lines = entries.map(([key, value]) => `${quoteIfNeeded(key)}: ${quoteIfNeeded(value)}`);
  return around.flow ? `{ ${lines.join(", ")} }` : lines.map((line) => `\n  ${line}`).join("");
};
