import { unlikeness } from "../base/nearest.ts";
import type { YDocument } from "../yaml/document.ts";
import { renameKey } from "../yaml/edit.ts";
import { entriesOf, type YNode, type YPair } from "../yaml/node.ts";
import type { Draft } from "./rule.ts";
import { quoted } from "./wording.ts";

/** Root fields of objects: none of them is a misspelling of another. */
const ROOT_FIELDS: ReadonlySet<string> = new Set([
  "apiVersion",
  "kind",
  "metadata",
  "spec",
  "status",
  "data",
  "items",
  "type",
]);

/** Likelier to be something else than a slip of the pen. */
const FAR = 0.34;

/** The entry whose key was probably meant to be `wanted`, in a map that has no such key. */
export function misspeltKey(map: YNode | null | undefined, wanted: string): YPair | undefined {
  return entriesOf(map).find(
    ({ key }) => !ROOT_FIELDS.has(key.text) && (unlikeness(key.text, wanted) ?? Number.POSITIVE_INFINITY) <= FAR,
  );
}

/** The finding that says so. */
export function misspeltDraft(doc: YDocument, pair: YPair, wanted: string): Draft {
  const [key, name] = [quoted(pair.key.text), quoted(wanted)];
  return {
    span: { start: pair.key.start, end: pair.key.end },
    message: {
      en: `There is no field ${key} here; did you mean ${name}?`,
      vi: `Không có trường ${key} ở đây; có lẽ là ${name}.`,
    },
    fixes: () => [
      {
        title: { en: `Change ${key} to ${name}`, vi: `Đổi ${key} thành ${name}` },
        preferred: true,
        safe: true,
        edits: renameKey(doc, pair, wanted),
      },
    ],
  };
}
