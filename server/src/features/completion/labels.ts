import type { DocumentContext } from "../../workspace/context.ts";
import type { YNode } from "../../yaml/node.ts";

const LABEL_FIELDS: ReadonlySet<string> = new Set(["labels", "matchLabels", "nodeSelector"]);

/** Labels that the document uses, each with its values: a selector nearly always repeats one of them. */
export function labelsOf(context: DocumentContext): ReadonlyMap<string, ReadonlySet<string>> {
  const labels = new Map<string, Set<string>>();
  for (const { root } of context.subjects) collect(root, false, labels, 0);
  return labels;
}

function collect(node: YNode, isLabels: boolean, labels: Map<string, Set<string>>, depth: number): void {
  if (depth > 30) return;
  if (node.type === "seq") for (const { value } of node.items) if (value) collect(value, false, labels, depth + 1);
  if (node.type !== "map") return;
  for (const { key, value } of node.entries) {
    if (isLabels && value?.type === "scalar") {
      const values = labels.get(key.text) ?? new Set();
      labels.set(key.text, values.add(value.text));
    } else if (value) collect(value, LABEL_FIELDS.has(key.text), labels, depth + 1);
  }
}
