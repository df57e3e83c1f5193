import { at, pairOf, type YMap } from "../../../yaml/node.ts";
import { mapAt, scalarAt, textAt } from "../../given.ts";

/** The `csi` field of a volume. */
export interface CsiSource {
  readonly driver: string;
  readonly handle: string;
  readonly fsType: string | undefined;
  readonly readOnly: boolean;
  readonly attributes: readonly (readonly [key: string, value: string])[];
  /** Which Secret mounts it; the namespace is that of the Pod where it is undefined. */
  readonly secret: { readonly name: string; readonly namespace: string | undefined } | undefined;
  /** Something that only the driver's own installation knows, for people to fill in. */
  readonly blank: string | undefined;
}

interface Old {
  /** The old source. */
  readonly source: YMap;
  /** `metadata` of the PersistentVolume; undefined for a volume in a Pod. */
  readonly metadata: YMap | undefined;
}

/** What csi-translation-lib makes of an old source; undefined where something would be lost. */
export function csiSourceOf(field: string, old: Old): CsiSource | undefined {
  const translate = Object.hasOwn(TRANSLATIONS, field) ? TRANSLATIONS[field] : undefined;
  return translate?.(old);
}

type Part = Pick<CsiSource, "driver" | "handle"> & Partial<CsiSource>;

const text = (source: YMap, key: string): string | undefined => scalarAt(source, key)?.text;

function written(source: YMap, part: Part): CsiSource {
  return {
    fsType: text(source, "fsType"),
    readOnly: text(source, "readOnly") === "true",
    attributes: [],
    secret: undefined,
    blank: undefined,
    ...part,
  };
}

/** Attributes under their own names, without those that are absent. */
const copied = (source: YMap, ...keys: readonly string[]): CsiSource["attributes"] =>
  keys.flatMap((key) => {
    const value = text(source, key);
    return value === undefined || value === "0" ? [] : [[key, value] as const];
  });

const disk =
  (driver: string, id: string, ...attributes: readonly string[]) =>
  ({ source }: Old): CsiSource | undefined => {
    const handle = text(source, id);
    if (handle === undefined) return undefined;
    return written(source, { driver, handle, attributes: copied(source, ...attributes) });
  };

const TRANSLATIONS: Readonly<Record<string, (old: Old) => CsiSource | undefined>> = {
  awsElasticBlockStore: (old) => {
    const csi = disk("ebs.csi.aws.com", "volumeID", "partition")(old);
    // `aws://eu-west-1a/vol-0a1b` names the zone as well, which the driver does not want.
    return csi && { ...csi, handle: csi.handle.replace(/^aws:\/\/[^/]*\//, "") };
  },
  gcePersistentDisk: (old) => {
    const csi = disk("pd.csi.storage.gke.io", "pdName", "partition")(old);
    return csi && { ...csi, handle: `projects/UNSPECIFIED/${placeOf(old.metadata)}/disks/${csi.handle}` };
  },
  azureDisk: disk("disk.csi.azure.com", "diskURI", "cachingMode", "kind"),
  azureFile: ({ source, metadata }) => {
    const secret = text(source, "secretName");
    const share = text(source, "shareName");
    if (secret === undefined || share === undefined) return undefined;
    const account = /azure-storage-account-(.+)-secret/.exec(secret)?.[1] ?? secret;
    const group = textAt(metadata, "annotations", "kubernetes.io/azure-file-resource-group") ?? "";
    return written(source, {
      driver: "file.csi.azure.com",
      handle: `${group}#${account}#${share}#`,
      attributes: [["shareName", share]],
      secret: { name: secret, namespace: metadata ? (text(source, "secretNamespace") ?? "default") : undefined },
    });
  },
  cinder: disk("cinder.csi.openstack.org", "volumeID"),
  vsphereVolume: (old) => {
    const csi = disk("csi.vsphere.vmware.com", "volumePath")(old);
    const policy = text(old.source, "storagePolicyName");
    return csi && { ...csi, attributes: policy === undefined ? [] : [["storagepolicyname", policy]] };
  },
  portworxVolume: disk("pxd.portworx.com", "volumeID"),
  rbd: ({ source, metadata }) => {
    const image = text(source, "image");
    if (image === undefined) return undefined;
    return written(source, {
      driver: "rbd.csi.ceph.com",
      handle: image,
      attributes: [
        ["clusterID", CLUSTER],
        ["pool", text(source, "pool") ?? "rbd"],
        ["imageFeatures", "layering"],
        ["staticVolume", "true"],
      ],
      secret: secretOf(source, metadata),
      blank: CLUSTER,
    });
  },
  cephfs: ({ source, metadata }) => {
    const path = text(source, "path") ?? "/";
    const name = textAt(metadata, "name") ?? `cephfs${path.replaceAll("/", "-").replace(/-$/, "")}`;
    return written(source, {
      driver: "cephfs.csi.ceph.com",
      handle: name,
      attributes: [
        ["clusterID", CLUSTER],
        ["rootPath", path],
        ["staticVolume", "true"],
      ],
      secret: secretOf(source, metadata),
      blank: CLUSTER,
    });
  },
};

/** Ceph's drivers know clusters by the name in their ConfigMap, no longer by their monitors. */
const CLUSTER = "CLUSTER-ID";

function secretOf(source: YMap, metadata: YMap | undefined): CsiSource["secret"] {
  const ref = mapAt(source, "secretRef");
  const name = ref && text(ref, "name");
  if (!ref || name === undefined) return undefined;
  return { name, namespace: metadata ? (text(ref, "namespace") ?? "default") : undefined };
}

/** Labels of a volume say in which zone its disk is, or in which zones: joined by `__`. */
function placeOf(metadata: YMap | undefined): string {
  const label = (key: string): string | undefined => scalarAt(pairOf(at(metadata, "labels"), key)?.value)?.text;
  const zone = label("topology.kubernetes.io/zone") ?? label("failure-domain.beta.kubernetes.io/zone");
  if (zone === undefined) return "zones/UNSPECIFIED";
  const [first = zone, second] = zone.split("__");
  return second === undefined ? `zones/${first}` : `regions/${first.replace(/-[a-z]$/, "")}`;
}
