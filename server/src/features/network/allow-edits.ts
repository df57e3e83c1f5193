import type { JsonMap } from "../../base/json.ts";
import type { Edit } from "../../base/span.ts";
import type { NetworkPolicy } from "../../engines/network/input.ts";
import type { World } from "../../engines/network/world.ts";
import type { Resource } from "../../model/resource.ts";
import type { YDocument } from "../../yaml/document.ts";
import { insertEntry, insertItem } from "../../yaml/edit.ts";
import { at, deref, itemsOf, pairOf, type YMap, type YNode } from "../../yaml/node.ts";
import { isJsonStream } from "../../yaml/split.ts";
import { type Dashes, writeBlock } from "../../yaml/write-block.ts";
import type { Half } from "./allow.ts";
import { policyJson, portJson, ruleJson } from "./policy-json.ts";

/**
 * The edits of the document in which the policy of a half is written, in the style of what stands there. Undefined where
 * the policy is not written as one would expect, behind an alias say.
 */
export function editsOf(world: World, half: Half, { doc, root }: Resource): readonly Edit[] | undefined {
  const { direction, other, port, change, subject } = half;
  const home = subject.namespace;
  const spec = deref(at(root, "spec"));
  switch (change.kind) {
    case "port": {
      const ports = at(spec, direction, change.rule, "ports");
      return ports && addItem(doc, ports, portJson(port));
    }
    case "rule": {
      const rule = ruleJson(world, direction, [other], [port], home);
      return spec?.type === "map" ? addRule(doc, spec, direction, rule) : undefined;
    }
    case "policy": {
      const rule = ruleJson(world, direction, [other], [port], home);
      return [newDocument(doc, policyJson(change.name, home, change.labels, { [direction]: [rule] }))];
    }
  }
}

function addRule(doc: YDocument, spec: YMap, direction: "ingress" | "egress", rule: JsonMap) {
  const pair = pairOf(spec, direction);
  if (pair?.value && itemsOf(pair.value).length > 0) return addItem(doc, pair.value, rule);
  const dashes = dashesIn(doc);
  const lines = writeBlock([rule], dashes);
  if (pair?.value) {
    // Brackets with nothing in them, or a null.
    const isBlock = !spec.flow && deref(pair.value) === pair.value;
    const column = doc.lines.positionAt(pair.key.start).character + (dashes === "indented" ? 2 : 0);
    const text = isBlock ? shifted(`\n${lines}`, column) : JSON.stringify([rule]);
    const start = isBlock ? pair.colon + 1 : pair.value.start;
    return [{ span: { start, end: pair.value.end }, text: withBreaks(doc, text) }];
  }
  return insertEntry(doc, spec, direction, dashes === "indented" ? shifted(`\n${lines}`, 2) : `\n${lines}`);
}

function addItem(doc: YDocument, list: YNode, item: JsonMap): readonly Edit[] | undefined {
  if (list.type !== "seq") return undefined;
  const last = list.items.at(-1);
  if (!isJsonStream(doc.text)) return insertItem(doc, list, shifted(writeBlock(item, dashesIn(doc)), 2));
  const at = last ? last.end : list.start + 1;
  return [{ span: { start: at, end: at }, text: (last ? ", " : "") + JSON.stringify(item) }];
}

/** Behind everything that belongs to the document. */
export function newDocument({ text }: YDocument, object: JsonMap, comments: readonly string[] = []): Edit {
  const end = { start: text.length, end: text.length };
  const gap = text === "" || /[\r\n]$/.test(text) ? "" : "\n";
  if (isJsonStream(text)) return { span: end, text: `${gap}${JSON.stringify(object, undefined, 2)}\n` };
  const written = [...comments.map((line) => `# ${line}`), writeBlock(object, dashesOf(text))].join("\n");
  return { span: end, text: `${gap}---\n${written}\n`.replaceAll("\n", breakOf(text)) };
}

const dashesOf = (text: string): Dashes =>
  /^( *)(?:- )?[\w./"'-]+:[ \t]*(?:#.*)?\r?\n\1- /m.test(text) &&
  !/^( *)[\w./"'-]+:[ \t]*(?:#.*)?\r?\n\1 +- /m.test(text)
    ? "flush"
    : "indented";

const dashesIn = (doc: YDocument): Dashes => dashesOf(doc.text);

const shifted = (block: string, columns: number): string => block.replace(/\n(?=.)/g, `\n${" ".repeat(columns)}`);

const breakOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

const withBreaks = ({ text }: YDocument, added: string): string => added.replaceAll("\n", breakOf(text));

/** Whether a resource is the policy of that name and namespace, as the engine knows it. */
export const isPolicy = (resource: Resource, { namespace, name }: NetworkPolicy, home: string): boolean =>
  resource.gvk.kind === "NetworkPolicy" && resource.name === name && (resource.namespace || home) === namespace;
