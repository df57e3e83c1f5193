import type { YDocument } from "../../../yaml/document.ts";
import { quoteIfNeeded } from "../../../yaml/edit.ts";
import type { YMap, YPair } from "../../../yaml/node.ts";
import type { Fix } from "../../rule.ts";
import { quoted } from "../../wording.ts";
import { type CsiSource, csiSourceOf } from "./csi-source.ts";

/** The source of a PersistentVolume in its CSI form; undefined where something would be lost. */
export function toCsi(
  doc: YDocument,
  spec: YMap,
  pair: YPair,
  source: YMap,
  metadata: YMap | undefined,
): Fix | undefined {
  const csi = csiSourceOf(pair.key.text, { source, metadata });
  if (!csi || spec.flow) return undefined;
  const line = doc.text.lastIndexOf("\n", pair.start - 1) + 1;
  const indent = " ".repeat(pair.start - line);
  const lineBreak = doc.text.includes("\r\n") ? "\r\n" : "\n";
  const text = csiLines(csi).join(`${lineBreak}${indent}`);
  return {
    title: rewriteTitle(csi),
    preferred: csi.blank === undefined,
    safe: false,
    edits: [{ span: { start: pair.start, end: pair.value?.end ?? pair.end }, text }],
    ...(csi.blank === undefined ? {} : { blank: csi.blank }),
  };
}

/** Ceph's drivers read other keys of the Secret than Kubernetes did. */
export function rewriteTitle({ driver, secret, blank }: CsiSource): Fix["title"] {
  const name = quoted(driver);
  return blank !== undefined && secret
    ? {
        en: `Rewrite for ${name}; the Secret must then hold \`userID\` and \`userKey\``,
        vi: `Viết lại cho ${name}; khi đó Secret phải có \`userID\` và \`userKey\``,
      }
    : { en: `Rewrite for ${name}`, vi: `Viết lại cho ${name}` };
}

export function csiLines({ driver, handle, fsType, readOnly, attributes, secret }: CsiSource): readonly string[] {
  return [
    "csi:",
    `  driver: ${driver}`,
    `  volumeHandle: ${quoteIfNeeded(handle)}`,
    ...(fsType === undefined ? [] : [`  fsType: ${quoteIfNeeded(fsType)}`]),
    ...(readOnly ? ["  readOnly: true"] : []),
    ...(attributes.length === 0 ? [] : ["  volumeAttributes:"]),
    ...attributes.map(([key, value]) => `    ${key}: ${quoteIfNeeded(value)}`),
    ...(secret
      ? [
          "  nodeStageSecretRef:",
          `    name: ${quoteIfNeeded(secret.name)}`,
          `    namespace: ${quoteIfNeeded(secret.namespace ?? "default")}`,
        ]
      : []),
  ];
}
