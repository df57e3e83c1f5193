/** What a driver can do: drivers' own declarations (ControllerPublish and NodeStage capabilities, GetAccessModes). */
interface Driver {
  readonly name: string;
  /** Short names as kubectl prints them; undefined where it depends on the back end. */
  readonly filesystem: readonly Mode[] | undefined;
  /** Modes that only raw devices have. */
  readonly block: readonly Mode[];
  /** Its disks live in one zone, or on one node. */
  readonly isZonal: boolean;
}

type Mode = "ReadWriteOnce" | "ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOncePod";

const RWO: Mode = "ReadWriteOnce";
const ROX: Mode = "ReadOnlyMany";
const RWX: Mode = "ReadWriteMany";
const RWOP: Mode = "ReadWriteOncePod";
const ALL: readonly Mode[] = [RWO, ROX, RWX, RWOP];

const disk = (name: string, filesystem: readonly Mode[], block: readonly Mode[] = []): Driver => ({
  name,
  filesystem,
  block,
  isZonal: true,
});

const shared = (name: string, filesystem: readonly Mode[]): Driver => ({ name, filesystem, block: [], isZonal: false });

/** On the disks of one node; the scheduler has to choose first. */
const local = (name: string): Driver => disk(name, [RWO, RWOP]);

const DRIVERS: ReadonlyMap<string, Driver> = new Map(
  [
    disk("ebs.csi.aws.com", [RWO, RWOP], [RWX]),
    disk("pd.csi.storage.gke.io", [RWO, ROX, RWOP], [RWX]),
    disk("disk.csi.azure.com", [RWO, RWOP], [RWX, ROX]),
    disk("cinder.csi.openstack.org", [RWO, RWOP]),
    shared("csi.vsphere.vmware.com", ALL),
    shared("rbd.csi.ceph.com", [RWO, ROX, RWOP]),
    shared("efs.csi.aws.com", [RWO, RWX, RWOP]),
    shared("file.csi.azure.com", ALL),
    shared("cephfs.csi.ceph.com", ALL),
    shared("driver.longhorn.io", [RWO, RWOP, RWX]),
    shared("rancher.io/local-path", [RWO, RWOP]),
    shared("nfs.csi.k8s.io", ALL),
    shared("smb.csi.k8s.io", ALL),
    shared("pxd.portworx.com", ALL),
    shared("fsx.csi.aws.com", ALL),
    shared("fsx.openzfs.csi.aws.com", ALL),
    shared("filestore.csi.storage.gke.io", ALL),
    shared("blob.csi.azure.com", ALL),
    shared("nfs.manila.csi.openstack.org", [RWO, ROX, RWX]),
    shared("ceph.manila.csi.openstack.org", [RWO, ROX, RWX]),
    shared("csi.juicefs.com", ALL),
    local("local.csi.openebs.io"),
    local("zfs.csi.openebs.io"),
    local("openebs.io/local"),
    local("topolvm.io"),
    shared("io.openebs.csi-mayastor", [RWO, RWOP]),
    shared("dobs.csi.digitalocean.com", [RWO, RWOP]),
    disk("csi.hetzner.cloud", [RWO, RWOP]),
    shared("linodebs.csi.linode.com", [RWO, RWOP]),
  ].map((driver) => [driver.name, driver]),
);

/** A storage system that Kubernetes itself once knew. Releases as "1.26". */
export interface InTree {
  /** The field of a volume. */
  readonly source: string;
  /** Undefined where it never made volumes. */
  readonly provisioner: string | undefined;
  readonly title: string;
  /** The first release without its code. */
  readonly gone: string;
  /** The driver to which volumes and claims of the old form are handed; undefined where nobody takes them. */
  readonly redirected: string | undefined;
  /** First release that hands them over by default. */
  readonly redirectedSince: string | undefined;
  /** The release that first warned of its end, where the API server says so; undefined for those that are handed over. */
  readonly deprecated: string | undefined;
  /** What takes its place for new volumes. */
  readonly successor: string | undefined;
}

const moved = (
  title: string,
  source: string,
  provisioner: string,
  redirected: string,
  redirectedSince: string,
  gone: string,
): InTree => ({
  title,
  source,
  provisioner,
  redirected,
  redirectedSince,
  gone,
  successor: redirected,
  deprecated: undefined,
});

const dropped = (
  title: string,
  source: string,
  provisioner: string | undefined,
  [deprecated, gone]: readonly [deprecated: string, gone: string],
  successor: string | undefined,
): InTree => ({
  title,
  source,
  provisioner,
  gone,
  deprecated,
  successor,
  redirected: undefined,
  redirectedSince: undefined,
});

export const IN_TREE: readonly InTree[] = [
  moved("AWS EBS", "awsElasticBlockStore", "kubernetes.io/aws-ebs", "ebs.csi.aws.com", "1.23", "1.27"),
  moved("GCE Persistent Disk", "gcePersistentDisk", "kubernetes.io/gce-pd", "pd.csi.storage.gke.io", "1.23", "1.28"),
  moved("Azure Disk", "azureDisk", "kubernetes.io/azure-disk", "disk.csi.azure.com", "1.23", "1.27"),
  moved("Azure File", "azureFile", "kubernetes.io/azure-file", "file.csi.azure.com", "1.24", "1.30"),
  moved("OpenStack Cinder", "cinder", "kubernetes.io/cinder", "cinder.csi.openstack.org", "1.21", "1.26"),
  moved("vSphere", "vsphereVolume", "kubernetes.io/vsphere-volume", "csi.vsphere.vmware.com", "1.25", "1.30"),
  moved("Portworx", "portworxVolume", "kubernetes.io/portworx-volume", "pxd.portworx.com", "1.31", "1.36"),
  dropped("GlusterFS", "glusterfs", "kubernetes.io/glusterfs", ["1.25", "1.26"], undefined),
  dropped("Ceph RBD", "rbd", "kubernetes.io/rbd", ["1.28", "1.31"], "rbd.csi.ceph.com"),
  dropped("CephFS", "cephfs", undefined, ["1.28", "1.31"], "cephfs.csi.ceph.com"),
  dropped("Quobyte", "quobyte", "kubernetes.io/quobyte", ["1.22", "1.25"], "csi.quobyte.com"),
  dropped("StorageOS", "storageos", "kubernetes.io/storageos", ["1.22", "1.25"], undefined),
  dropped("Flocker", "flocker", "kubernetes.io/flocker", ["1.22", "1.25"], undefined),
  dropped("ScaleIO", "scaleIO", "kubernetes.io/scaleio", ["1.16", "1.22"], "csi-vxflexos.dellemc.com"),
  dropped("Photon", "photonPersistentDisk", "kubernetes.io/photon-pd", ["1.11", "1.16"], undefined),
];

/** By the name of the driver or of the provisioner inside Kubernetes that was redirected to it. */
export function driverNamed(name: string): Driver | undefined {
  const old = IN_TREE.find(({ provisioner }) => provisioner === name);
  // Rook puts the namespace of its operator before the driver's name.
  const plain = name.replace(/^[a-z0-9-]+\.(?=(?:rbd|cephfs)\.csi\.ceph\.com$)/, "");
  return DRIVERS.get(old?.redirected ?? plain);
}

/** Modes of the types that Kubernetes serves itself, by the field of a volume: their GetAccessModes. */
const OWN_TYPES: Readonly<Record<string, readonly Mode[]>> = {
  hostPath: [RWO],
  local: [RWO],
  nfs: [RWO, ROX, RWX],
  iscsi: [RWO, ROX],
  fc: [RWO, ROX],
};

export const modesOfType = (source: string): readonly Mode[] | undefined =>
  Object.hasOwn(OWN_TYPES, source) ? OWN_TYPES[source] : undefined;

/** The labels by which drivers tell where a volume can be reached from, the usual one first. */
const TOPOLOGIES: Readonly<Record<string, readonly string[]>> = {
  "ebs.csi.aws.com": ["topology.kubernetes.io/zone", "topology.ebs.csi.aws.com/zone"],
  "pd.csi.storage.gke.io": ["topology.gke.io/zone"],
  "filestore.csi.storage.gke.io": ["topology.gke.io/zone"],
  "disk.csi.azure.com": ["topology.disk.csi.azure.com/zone"],
  "cinder.csi.openstack.org": ["topology.cinder.csi.openstack.org/zone"],
  "csi.vsphere.vmware.com": ["topology.csi.vmware.com/k8s-zone", "topology.csi.vmware.com/k8s-region"],
  "csi.hetzner.cloud": ["csi.hetzner.cloud/location"],
  "dobs.csi.digitalocean.com": ["region"],
  "linodebs.csi.linode.com": ["topology.linode.com/region"],
  "topolvm.io": ["topology.topolvm.io/node"],
  "local.csi.openebs.io": ["openebs.io/nodename"],
  "zfs.csi.openebs.io": ["openebs.io/nodename"],
  "rancher.io/local-path": ["kubernetes.io/hostname"],
};

export const topologiesOf = (driver: string): readonly string[] =>
  (Object.hasOwn(TOPOLOGIES, driver) ? TOPOLOGIES[driver] : undefined) ?? [];
