import type { Resource } from "../../../model/resource.ts";
import { quoteIfNeeded } from "../../../yaml/edit.ts";
import type { YMap, YPair } from "../../../yaml/node.ts";
import { textAt } from "../../given.ts";
import { documentAfter } from "../../new-document.ts";
import type { Fix } from "../../rule.ts";
import { quoted } from "../../wording.ts";
import { type CsiSource, csiSourceOf } from "./csi-source.ts";
import { csiLines } from "./volume.ts";

/** Size of the volume that is written anew; of a disk that exists nobody compares it. */
const SIZE = "1Gi";

/**
 * A volume of an old type inside a Pod, for its CSI driver. Few drivers make volumes inside a Pod: for the others it
 * becomes a claim, with the volume for it below.
 */
export function inlineToCsi(resource: Resource, volume: YMap, pair: YPair, source: YMap): Fix | undefined {
  const csi = csiSourceOf(pair.key.text, { source, metadata: undefined });
  if (!csi || volume.flow) return undefined;
  return csi.driver === "file.csi.azure.com"
    ? inPlace(resource, pair, csi)
    : throughClaim(resource, textAt(volume, "name") ?? "", pair, csi);
}

function inPlace(resource: Resource, pair: YPair, { driver, readOnly, attributes, secret }: CsiSource): Fix {
  const lines = [
    "csi:",
    `  driver: ${driver}`,
    ...(readOnly ? ["  readOnly: true"] : []),
    "  volumeAttributes:",
    ...attributes.map(([key, value]) => `    ${key}: ${quoteIfNeeded(value)}`),
    ...(secret ? [`    secretName: ${quoteIfNeeded(secret.name)}`] : []),
  ];
  return {
    title: { en: `Rewrite for ${quoted(driver)}`, vi: `Viết lại cho ${quoted(driver)}` },
    preferred: true,
    safe: false,
    edits: [replaced(resource, pair, lines)],
  };
}

function throughClaim(resource: Resource, volume: string, pair: YPair, csi: CsiSource): Fix {
  const { doc, root, name: owner, namespace = "default" } = resource;
  const name = [owner, volume].filter((part) => part !== undefined && part !== "").join("-");
  const mode = csi.readOnly ? "ReadOnlyMany" : csi.driver.startsWith("cephfs") ? "ReadWriteMany" : "ReadWriteOnce";
  const spaced = { ...csi, secret: csi.secret && { ...csi.secret, namespace } };
  const lines = [
    "apiVersion: v1",
    "kind: PersistentVolume",
    "metadata:",
    `  name: ${quoteIfNeeded(name)}`,
    "spec:",
    "  capacity:",
    `    storage: ${SIZE}`,
    `  accessModes: [${mode}]`,
    '  storageClassName: ""',
    "  persistentVolumeReclaimPolicy: Retain",
    "  claimRef:",
    `    name: ${quoteIfNeeded(name)}`,
    `    namespace: ${quoteIfNeeded(namespace)}`,
    ...csiLines(spaced).map((line) => `  ${line}`),
    "---",
    "apiVersion: v1",
    "kind: PersistentVolumeClaim",
    "metadata:",
    `  name: ${quoteIfNeeded(name)}`,
    ...(resource.namespace === undefined ? [] : [`  namespace: ${quoteIfNeeded(namespace)}`]),
    "spec:",
    `  accessModes: [${mode}]`,
    '  storageClassName: ""',
    `  volumeName: ${quoteIfNeeded(name)}`,
    "  resources:",
    "    requests:",
    `      storage: ${SIZE}`,
  ];
  const use = ["persistentVolumeClaim:", `  claimName: ${quoteIfNeeded(name)}`];
  return {
    title: {
      en: `Move it to a claim and a volume of ${quoted(csi.driver)}`,
      vi: `Chuyển sang claim và volume của ${quoted(csi.driver)}`,
    },
    preferred: false,
    safe: false,
    edits: [
      replaced(resource, pair, csi.readOnly ? [...use, "  readOnly: true"] : use),
      documentAfter(doc.text, root.end, lines),
    ],
    blank: csi.blank ?? SIZE,
  };
}

function replaced({ doc }: Resource, pair: YPair, lines: readonly string[]): Fix["edits"][number] {
  const column = pair.start - (doc.text.lastIndexOf("\n", pair.start - 1) + 1);
  const lineBreak = doc.text.includes("\r\n") ? "\r\n" : "\n";
  return {
    span: { start: pair.start, end: pair.value?.end ?? pair.end },
    text: lines.join(lineBreak + " ".repeat(column)),
  };
}
