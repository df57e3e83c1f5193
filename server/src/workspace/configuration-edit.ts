import type { Edit } from "../base/span.ts";
import type { YDocument } from "../yaml/document.ts";
import { insertEntry, setScalar } from "../yaml/edit.ts";
import { deref, pairOf, type YSeq } from "../yaml/node.ts";
import type { RuleLevel } from "./configuration-rules.ts";
import type { Target } from "./view.ts";

/**
 * Adds an object to the `external` list of a configuration file; without a document the edit is the whole new file.
 * Undefined when what stands there leaves no room for a list.
 */
export function declareExternal(doc: YDocument | undefined, target: Target): readonly Edit[] | undefined {
  if (!doc) return [{ span: { start: 0, end: 0 }, text: `external:\n${blockItem(target, "  ")}\n` }];
  const root = deref(doc.root);
  if (root && root.type !== "map") return undefined;
  const pair = pairOf(root, "external");
  if (!pair) {
    const end = doc.text.length;
    const gap = end === 0 || doc.text.endsWith("\n") ? "" : "\n";
    return [{ span: { start: end, end }, text: `${gap}external:\n${blockItem(target, "  ")}\n` }];
  }
  const list = deref(pair.value);
  if (list?.type === "map" || pair.colon < 0) return undefined;
  if (list?.type === "seq" && list.items.length > 0) return [inList(doc, list, target)];
  // `external: []`, or nothing after the colon.
  return [{ span: { start: pair.colon + 1, end: list?.end ?? pair.colon + 1 }, text: `\n${blockItem(target, "  ")}` }];
}

/** Gives a rule a level in a configuration file; undefined when what stands there leaves no room for it. */
export function setRuleLevel(doc: YDocument | undefined, rule: string, level: RuleLevel): readonly Edit[] | undefined {
  const entry = `  ${rule}: ${level}`;
  if (!doc) return [{ span: { start: 0, end: 0 }, text: `rules:\n${entry}\n` }];
  const root = deref(doc.root);
  if (root && root.type !== "map") return undefined;
  const pair = pairOf(root, "rules");
  if (!pair) {
    const end = doc.text.length;
    const gap = end === 0 || doc.text.endsWith("\n") ? "" : "\n";
    return [{ span: { start: end, end }, text: `${gap}rules:\n${entry}\n` }];
  }
  const rules = deref(pair.value);
  if (pair.colon < 0 || rules?.type === "seq" || (rules?.type === "scalar" && rules.text !== "")) return undefined;
  if (rules?.type !== "map" || rules.entries.length === 0)
    return [{ span: { start: pair.colon + 1, end: rules?.end ?? pair.colon + 1 }, text: `\n${entry}` }];
  const value = deref(pairOf(rules, rule)?.value);
  if (value?.type === "scalar") return setScalar(doc, value, level);
  return value ? undefined : insertEntry(doc, rules, rule, level);
}

function inList(doc: YDocument, list: YSeq, target: Target): Edit {
  const last = list.items.at(-1)?.end ?? list.end;
  if (list.flow) return { span: { start: last, end: last }, text: `, ${flowItem(target)}` };
  const lineEnd = doc.text.indexOf("\n", last);
  const end = lineEnd < 0 ? doc.text.length : lineEnd;
  const first = list.items[0]?.start ?? list.start;
  const column = first - (doc.text.lastIndexOf("\n", first - 1) + 1);
  return { span: { start: end, end }, text: `\n${blockItem(target, " ".repeat(column))}` };
}

const fieldsOf = ({ kind, name, namespace }: Target): readonly string[] => [
  `kind: ${scalar(kind)}`,
  `name: ${scalar(name)}`,
  ...(namespace === undefined ? [] : [`namespace: ${scalar(namespace)}`]),
];

const blockItem = (target: Target, indent: string): string => `${indent}- ${fieldsOf(target).join(`\n${indent}  `)}`;

const flowItem = (target: Target): string => `{ ${fieldsOf(target).join(", ")} }`;

/** Names that a YAML 1.1 reader would take for something else get quotes. */
const scalar = (text: string): string =>
  /^[A-Za-z][\w.-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
