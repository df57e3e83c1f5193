import { old, type Parameter, rows } from "./storage-parameter.ts";
import * as clouds from "./storage-parameters-clouds.ts";
import * as systems from "./storage-parameters-systems.ts";

const COMMON = rows([
  ["csi.storage.k8s.io/fstype", "File system to format with.", "Hệ tệp dùng để định dạng.", "ext4 xfs ext3"],
  ["csi.storage.k8s.io/provisioner-secret-name", "Secret for creating and deleting.", "Secret dùng khi tạo và xóa."],
  ["csi.storage.k8s.io/provisioner-secret-namespace", "Namespace of that Secret.", "Namespace của Secret đó."],
  ["csi.storage.k8s.io/controller-expand-secret-name", "Secret for growing.", "Secret dùng khi mở rộng."],
  ["csi.storage.k8s.io/controller-expand-secret-namespace", "Namespace of that Secret.", "Namespace của Secret đó."],
  ["csi.storage.k8s.io/controller-publish-secret-name", "Secret for attaching.", "Secret dùng khi gắn đĩa."],
  ["csi.storage.k8s.io/controller-publish-secret-namespace", "Namespace of that Secret.", "Namespace của Secret đó."],
  ["csi.storage.k8s.io/node-stage-secret-name", "Secret for mounting on a node.", "Secret dùng khi mount trên node."],
  ["csi.storage.k8s.io/node-stage-secret-namespace", "Namespace of that Secret.", "Namespace của Secret đó."],
  ["csi.storage.k8s.io/node-publish-secret-name", "Secret for mounting in a Pod.", "Secret dùng khi mount vào Pod."],
  ["csi.storage.k8s.io/node-publish-secret-namespace", "Namespace of that Secret.", "Namespace của Secret đó."],
]);

const ZONES = old([
  ["zone", "One zone; `allowedTopologies` now.", "Một zone; nay dùng `allowedTopologies`."],
  ["zones", "Several zones; `allowedTopologies` now.", "Nhiều zone; nay dùng `allowedTopologies`."],
]);

const ALL: Readonly<Record<string, readonly Parameter[]>> = {
  "ebs.csi.aws.com": [...clouds.EBS, ...COMMON],
  "kubernetes.io/aws-ebs": [
    ...clouds.EBS,
    ...COMMON,
    ...ZONES,
    ...old([["fsType", "File system.", "Hệ tệp.", "ext4 xfs"]]),
  ],
  "pd.csi.storage.gke.io": [...clouds.GCE, ...COMMON],
  "kubernetes.io/gce-pd": [
    ...clouds.GCE,
    ...COMMON,
    ...ZONES,
    ...old([["fstype", "File system.", "Hệ tệp.", "ext4 xfs"]]),
  ],
  "disk.csi.azure.com": [...clouds.AZURE_DISK, ...COMMON],
  "kubernetes.io/azure-disk": [...clouds.AZURE_DISK, ...COMMON, ...ZONES],
  "file.csi.azure.com": [...clouds.AZURE_FILE, ...COMMON],
  "kubernetes.io/azure-file": [...clouds.AZURE_FILE, ...COMMON],
  "cinder.csi.openstack.org": [...clouds.CINDER, ...COMMON],
  "kubernetes.io/cinder": [...clouds.CINDER, ...COMMON, ...old([["fsType", "File system.", "Hệ tệp.", "ext4 xfs"]])],
  "csi.vsphere.vmware.com": [...clouds.VSPHERE, ...COMMON],
  "kubernetes.io/vsphere-volume": [
    ...clouds.VSPHERE,
    ...COMMON,
    ...old([
      ["diskformat", "How the disk is laid out.", "Cách cấp phát đĩa.", "thin zeroedthick eagerzeroedthick"],
      ["datastore", "Datastore by name.", "Tên datastore."],
      ["fstype", "File system.", "Hệ tệp.", "ext4 xfs"],
      ["storagePolicyName", "Storage policy.", "Storage policy."],
      ["hostfailurestotolerate", "Failures to survive.", "Số lần hỏng chịu được."],
      ["iopslimit", "Limit of operations.", "Giới hạn thao tác."],
      ["objectspacereservation", "Space set aside.", "Phần dung lượng giữ trước."],
      ["cachereservation", "Cache set aside.", "Phần bộ đệm giữ trước."],
      ["diskstripes", "Stripes.", "Số stripe."],
      ["forceprovisioning", "Even against the policy.", "Cấp phát cả khi trái policy."],
    ]),
  ],
  "rbd.csi.ceph.com": [...systems.CEPH, ...systems.RBD, ...COMMON],
  "kubernetes.io/rbd": old([
    ["monitors", "Addresses of monitors.", "Địa chỉ monitor."],
    ["adminId", "Administrator.", "Tài khoản quản trị."],
    ["adminSecretName", "Secret of the administrator.", "Secret của quản trị."],
    ["adminSecretNamespace", "Its namespace.", "Namespace của Secret."],
    ["pool", "Pool of the images.", "Pool chứa image."],
    ["userId", "User who maps.", "Tài khoản map image."],
    ["userSecretName", "Secret of that user.", "Secret của tài khoản đó."],
    ["userSecretNamespace", "Its namespace.", "Namespace của Secret."],
    ["imageFormat", "Format of images.", "Định dạng image.", "2 1"],
    ["imageFeatures", "Features of images.", "Tính năng của image.", "layering"],
    ["fsType", "File system.", "Hệ tệp.", "ext4 xfs"],
  ]),
  "cephfs.csi.ceph.com": [...systems.CEPH, ...systems.CEPHFS, ...COMMON],
  "efs.csi.aws.com": [...clouds.EFS, ...COMMON],
  "driver.longhorn.io": [...systems.LONGHORN, ...COMMON],
  "fsx.csi.aws.com": [...clouds.FSX, ...COMMON],
  "fsx.openzfs.csi.aws.com": [...clouds.FSX_OPENZFS, ...COMMON],
  "filestore.csi.storage.gke.io": [...clouds.FILESTORE, ...COMMON],
  "blob.csi.azure.com": [...clouds.AZURE_BLOB, ...COMMON],
  "nfs.manila.csi.openstack.org": [...clouds.MANILA, ...COMMON],
  "ceph.manila.csi.openstack.org": [...clouds.MANILA, ...COMMON],
  "local.csi.openebs.io": [...systems.OPENEBS_LVM, ...COMMON],
  "zfs.csi.openebs.io": [...systems.OPENEBS_ZFS, ...COMMON],
  "io.openebs.csi-mayastor": [...systems.MAYASTOR, ...COMMON],
  "topolvm.io": [...systems.TOPOLVM, ...COMMON],
  "linstor.csi.linbit.com": [...systems.LINSTOR, ...COMMON],
  "csi.trident.netapp.io": [...systems.TRIDENT, ...COMMON],
  "csi.juicefs.com": [...systems.JUICEFS, ...COMMON],
  "dobs.csi.digitalocean.com": COMMON,
  "csi.hetzner.cloud": COMMON,
  "linodebs.csi.linode.com": COMMON,
  "csi-vxflexos.dellemc.com": COMMON,
  "csi.quobyte.com": COMMON,
  "rancher.io/local-path": systems.LOCAL_PATH,
  "nfs.csi.k8s.io": [...systems.NFS, ...COMMON],
  "smb.csi.k8s.io": [...systems.SMB, ...COMMON],
  "pxd.portworx.com": [...systems.PORTWORX, ...COMMON],
  "kubernetes.io/portworx-volume": [...systems.PORTWORX, ...COMMON],
  "kubernetes.io/glusterfs": old([
    ["resturl", "Address of Heketi.", "Địa chỉ Heketi."],
    ["restauthenabled", "Whether it asks for a password.", "Có xác thực hay không.", "true false"],
    ["restuser", "User of Heketi.", "Tài khoản Heketi."],
    ["restuserkey", "Password of that user.", "Mật khẩu của tài khoản."],
    ["secretNamespace", "Namespace of the Secret.", "Namespace của Secret."],
    ["secretName", "Secret with the password.", "Secret chứa mật khẩu."],
    ["clusterid", "Which cluster.", "Mã cụm."],
    ["gidMin", "First group id.", "Group id đầu tiên."],
    ["gidMax", "Last group id.", "Group id cuối cùng."],
    ["volumetype", "How data is copied.", "Kiểu nhân bản."],
    ["volumenameprefix", "How names begin.", "Tiền tố tên volume."],
  ]),
  "kubernetes.io/quobyte": old([
    ["quobyteAPIServer", "Address of the API.", "Địa chỉ API."],
    ["registry", "Registry of Quobyte.", "Registry của Quobyte."],
    ["adminSecretName", "Secret of the administrator.", "Secret của quản trị."],
    ["adminSecretNamespace", "Its namespace.", "Namespace của Secret."],
    ["user", "Owner of files.", "Chủ của tệp."],
    ["group", "Group of files.", "Nhóm của tệp."],
    ["quobyteConfig", "Configuration.", "Cấu hình."],
    ["quobyteTenant", "Tenant.", "Tenant."],
  ]),
  "kubernetes.io/scaleio": old([
    ["gateway", "Address of the gateway.", "Địa chỉ gateway."],
    ["system", "Name of the system.", "Tên hệ thống."],
    ["protectionDomain", "Protection domain.", "Protection domain."],
    ["storagePool", "Storage pool.", "Storage pool."],
    ["storageMode", "How space is set aside.", "Cách cấp phát.", "ThinProvisioned ThickProvisioned"],
    ["secretRef", "Secret for the gateway.", "Secret của gateway."],
    ["readOnly", "Read only.", "Chỉ đọc.", "true false"],
    ["fsType", "File system.", "Hệ tệp.", "ext4 xfs"],
  ]),
};

export function parametersOf(provisioner: string): readonly Parameter[] | undefined {
  const own = Object.hasOwn(ALL, provisioner) ? ALL[provisioner] : undefined;
  if (own) return own;
  // Rook puts the namespace of its operator before the driver's name.
  const rook = /^[a-z0-9-]+\.((?:rbd|cephfs)\.csi\.ceph\.com)$/.exec(provisioner)?.[1];
  return rook === undefined ? undefined : ALL[rook];
}

/** What a VolumeAttributesClass may change while the volume is in use. */
const CHANGEABLE: Readonly<Record<string, readonly Parameter[]>> = {
  "ebs.csi.aws.com": clouds.EBS.filter(({ value }) =>
    ["type", "iops", "throughput", "tagSpecification_1"].includes(value),
  ),
  "pd.csi.storage.gke.io": rows([
    ["iops", "Operations per second, of Hyperdisk.", "Số thao tác mỗi giây, với Hyperdisk."],
    ["throughput", "Throughput, of Hyperdisk.", "Thông lượng, với Hyperdisk."],
  ]),
  "disk.csi.azure.com": clouds.AZURE_DISK.filter(({ value }) =>
    ["skuName", "DiskIOPSReadWrite", "DiskMBpsReadWrite"].includes(value),
  ),
};

/** Parameters of a VolumeAttributesClass; undefined for drivers nobody told us about. */
export const attributesOf = (driver: string): readonly Parameter[] | undefined =>
  Object.hasOwn(CHANGEABLE, driver) ? CHANGEABLE[driver] : undefined;
