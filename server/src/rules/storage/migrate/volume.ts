import type { YDocument } from "../../../yaml/document.ts";
import { quoteIfNeeded } from "../../../yaml/edit.ts";
import type { YMap, YPair } from "../../../yaml/node.ts";
import { scalarAt } from "../../given.ts";
import type { Fix } from "../../rule.ts";
import { quoted } from "../../wording.ts";

/** How csi-translation-lib reads the old form: the handle, and what else goes along. */
interface Translation {
  readonly driver: string;
  readonly handle: string;
  readonly attributes?: (source: YMap) => readonly (readonly [string, string | undefined])[];
  readonly translate?: (handle: string) => string;
}

const TRANSLATIONS: Readonly<Record<string, Translation>> = {
  awsElasticBlockStore: {
    driver: "ebs.csi.aws.com",
    handle: "volumeID",
    // `aws://eu-west-1a/vol-0a1b` names the zone as well, which the driver does not want.
    translate: (handle) => handle.replace(/^aws:\/\/[^/]*\//, ""),
    attributes: (source) => [["partition", scalarAt(source, "partition")?.text]],
  },
  gcePersistentDisk: {
    driver: "pd.csi.storage.gke.io",
    handle: "pdName",
    translate: (handle) => `projects/UNSPECIFIED/zones/UNSPECIFIED/disks/${handle}`,
    attributes: (source) => [["partition", scalarAt(source, "partition")?.text]],
  },
  azureDisk: {
    driver: "disk.csi.azure.com",
    handle: "diskURI",
    attributes: (source) => [
      ["cachingMode", scalarAt(source, "cachingMode")?.text],
      ["kind", scalarAt(source, "kind")?.text],
    ],
  },
  cinder: { driver: "cinder.csi.openstack.org", handle: "volumeID" },
  vsphereVolume: { driver: "csi.vsphere.vmware.com", handle: "volumePath" },
  portworxVolume: { driver: "pxd.portworx.com", handle: "volumeID" },
};

/** The source of a PersistentVolume in its CSI form; undefined where something would be lost. */
export function toCsi(doc: YDocument, spec: YMap, pair: YPair, source: YMap): Fix | undefined {
  const found = Object.hasOwn(TRANSLATIONS, pair.key.text) ? TRANSLATIONS[pair.key.text] : undefined;
  const handle = found && scalarAt(source, found.handle)?.text;
  if (!found || handle === undefined || spec.flow) return undefined;
  const line = doc.text.lastIndexOf("\n", pair.start - 1) + 1;
  const indent = " ".repeat(pair.start - line);
  const attributes = (found.attributes?.(source) ?? []).filter(([, value]) => value !== undefined && value !== "0");
  const lines = [
    "csi:",
    `  driver: ${found.driver}`,
    `  volumeHandle: ${quoteIfNeeded(found.translate?.(handle) ?? handle)}`,
    ...["fsType", "readOnly"].flatMap((field) => {
      const value = scalarAt(source, field)?.text;
      return value === undefined ? [] : [`  ${field}: ${quoteIfNeeded(value)}`];
    }),
    ...(attributes.length === 0 ? [] : ["  volumeAttributes:"]),
    ...attributes.map(([key, value]) => `    ${key}: "${value}"`),
  ].map((text) => text.replace(/readOnly: "(true|false)"/, "readOnly: $1"));
  const text = lines.join(`\n${indent}`);
  return {
    title: { en: `Rewrite for ${quoted(found.driver)}`, vi: `Viết lại cho ${quoted(found.driver)}` },
    preferred: true,
    safe: false,
    edits: [{ span: { start: pair.start, end: pair.value?.end ?? pair.end }, text }],
  };
}
