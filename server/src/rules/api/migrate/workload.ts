import type { Edit } from "../../../base/span.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { insertEntry } from "../../../yaml/edit.ts";
import { at, deref, entriesOf, pairOf, textOf, type YMap } from "../../../yaml/node.ts";

/** From extensions and apps betas to apps/v1: the selector, once taken from the template's labels, has to be written. */
export function workload(root: YMap, doc: YDocument): readonly Edit[] | undefined {
  const spec = deref(at(root, "spec"));
  if (spec?.type !== "map" || pairOf(spec, "rollbackTo") || pairOf(spec, "templateGeneration")) return undefined;
  if (pairOf(spec, "selector")) return [];
  const template = pairOf(spec, "template");
  const labels = entriesOf(at(template?.value, "metadata", "labels"));
  if (!template || labels.length === 0) return undefined;
  const lines = labels.map(({ key, value }) => {
    const written = value ? doc.text.slice(value.start, value.end) : JSON.stringify(textOf(value) ?? "");
    return `    ${doc.text.slice(key.start, key.end)}: ${written}`;
  });
  return insertEntry(doc, spec, "selector", ["", "  matchLabels:", ...lines].join("\n"), { before: template });
}
