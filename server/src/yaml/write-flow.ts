import type { YNode } from "./node.ts";
import { quoteAs, quoteIfNeeded } from "./quote.ts";
import { jsonKey, jsonValue, scalarKind } from "./scalar.ts";

/** The node on one line, between brackets where it is a collection. */
export function writeFlow(node: YNode | null, json: boolean): string {
  if (node === null) return "null";
  switch (node.type) {
    case "alias":
      return `*${node.name}`;
    case "seq":
      return `[${node.items.map((item) => writeFlow(item.value, json)).join(", ")}]`;
    case "map": {
      const pairs = node.entries.map(({ key, value }) => {
        const name = json ? JSON.stringify(jsonKey(key)) : quoteIfNeeded(key.text);
        return `${name}: ${writeFlow(value, json)}`;
      });
      return pairs.length === 0 ? "{}" : json ? `{${pairs.join(", ")}}` : `{ ${pairs.join(", ")} }`;
    }
    case "scalar":
      if (json) return JSON.stringify(jsonValue(node));
      if (scalarKind(node) !== "string") return node.text === "" ? "null" : node.text;
      return node.style === "single" || node.style === "double"
        ? quoteAs(node.style, node.text)
        : quoteIfNeeded(node.text);
  }
}
