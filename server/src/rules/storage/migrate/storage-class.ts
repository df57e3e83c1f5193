import type { InTree } from "../../../schema/known/storage-drivers.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { insertEntry, quoteIfNeeded, renameKey, setScalar } from "../../../yaml/edit.ts";
import { pairOf, type YMap, type YScalar } from "../../../yaml/node.ts";
import { mapAt, scalarAt } from "../../given.ts";
import type { Fix } from "../../rule.ts";
import { quoted } from "../../wording.ts";
import { hasZones, zonesToTopologies } from "./zones.ts";

const FSTYPE = "csi.storage.k8s.io/fstype";

/**
 * A StorageClass for the CSI driver, as csi-translation-lib reads it: zones become allowedTopologies, and some
 * parameters get other names.
 */
export function classToCsi(doc: YDocument, root: YMap, provisioner: YScalar, system: InTree): Fix | undefined {
  if (system.source === "rbd") return cephClass(doc, root, provisioner);
  const { redirected } = system;
  if (redirected === undefined) return undefined;
  const parameters = mapAt(root, "parameters");
  const zones = hasZones(root) ? zonesToTopologies(doc, root, redirected) : [];
  if (!zones) return undefined;
  return {
    title: { en: `Rewrite for ${quoted(redirected)}`, vi: `Viết lại cho ${quoted(redirected)}` },
    preferred: true,
    safe: false,
    edits: [
      ...setScalar(doc, provisioner, redirected),
      ...(parameters ? renamed(doc, parameters, redirected) : []),
      ...zones,
    ],
  };
}

/** Parameters of vSphere that only its driver's migration code knows, under other names. */
const OF_VSPHERE = [
  "datastore",
  "diskformat",
  "hostfailurestotolerate",
  "forceprovisioning",
  "cachereservation",
  "diskstripes",
  "objectspacereservation",
  "iopslimit",
];

function renamed(doc: YDocument, parameters: YMap, driver: string): Fix["edits"] {
  const fsType = parameters.entries.find(({ key }) => key.text.toLowerCase() === "fstype");
  // Azure's disks keep their own name for it.
  const formats =
    fsType && !pairOf(parameters, FSTYPE) && driver !== "disk.csi.azure.com" ? renameKey(doc, fsType, FSTYPE) : [];
  switch (driver) {
    case "ebs.csi.aws.com":
      // Too small a disk got more operations than its size allows; the driver asks whether that is meant.
      return pairOf(parameters, "iopsPerGB") && !pairOf(parameters, GROWS)
        ? [...formats, ...insertEntry(doc, parameters, GROWS, '"true"')]
        : formats;
    case "csi.vsphere.vmware.com": {
      const old = parameters.entries.filter(({ key }) => OF_VSPHERE.includes(key.text.toLowerCase()));
      if (old.length === 0) return formats;
      return [
        ...formats,
        ...old.flatMap((pair) => renameKey(doc, pair, `${pair.key.text.toLowerCase()}-migrationparam`)),
        ...insertEntry(doc, parameters, "csimigration", '"true"'),
      ];
    }
    default:
      return formats;
  }
}

const GROWS = "allowAutoIOPSPerGBIncrease";
const CLUSTER = "CLUSTER-ID";

/** Nobody translates classes of Ceph any more; the parameters that have a counterpart are carried over. */
function cephClass(doc: YDocument, root: YMap, provisioner: YScalar): Fix | undefined {
  const holder = pairOf(root, "parameters");
  const old = mapAt(root, "parameters");
  if (!holder?.value || !old || root.flow || old.flow) return undefined;
  const text = (key: string): string | undefined =>
    scalarAt(old.entries.find((entry) => entry.key.text.toLowerCase() === key.toLowerCase())?.value)?.text;
  const secret = text("adminSecretName");
  const namespace = text("adminSecretNamespace") ?? "default";
  const kept = [
    ["clusterID", CLUSTER],
    ["pool", text("pool") ?? "rbd"],
    ["imageFeatures", text("imageFeatures") ?? "layering"],
    [FSTYPE, text("fsType")],
    ...["provisioner", "controller-expand", "node-stage"].flatMap((use) => [
      [`csi.storage.k8s.io/${use}-secret-name`, secret],
      [`csi.storage.k8s.io/${use}-secret-namespace`, secret === undefined ? undefined : namespace],
    ]),
  ];
  const column = old.start - (doc.text.lastIndexOf("\n", old.start - 1) + 1);
  const lines = kept.flatMap(([key = "", value]) => (value === undefined ? [] : [`${key}: ${quoteIfNeeded(value)}`]));
  return {
    title: {
      en: "Rewrite for `rbd.csi.ceph.com`; the Secret must then hold `userID` and `userKey`",
      vi: "Viết lại cho `rbd.csi.ceph.com`; khi đó Secret phải có `userID` và `userKey`",
    },
    preferred: false,
    safe: false,
    edits: [
      ...setScalar(doc, provisioner, "rbd.csi.ceph.com"),
      { span: { start: old.start, end: old.end }, text: lines.join(`\n${" ".repeat(column)}`) },
    ],
    blank: CLUSTER,
  };
}
