import { type Known, known, type Row } from "./known.ts";

/** A parameter of a StorageClass, with the values it may have where those are few. */
interface Parameter extends Known {
  readonly values: readonly string[];
  /** Of the provisioner inside Kubernetes; its CSI driver does not know it. */
  readonly isOld: boolean;
}

type ParameterRow = Row | readonly [...Row, values: string];

const rows = (table: readonly ParameterRow[], isOld = false): readonly Parameter[] =>
  table.map(([value, en, vi, values = ""]) => ({
    ...known([value, en, vi]),
    values: values === "" ? [] : values.split(" "),
    isOld,
  }));

const old = (table: readonly ParameterRow[]): readonly Parameter[] => rows(table, true);

/** Of the external-provisioner, so that every CSI driver has them. */
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

const EBS = rows([
  ["type", "Kind of disk.", "Loại đĩa.", "gp3 gp2 io1 io2 st1 sc1 standard"],
  ["iops", "Operations per second; not beside iopsPerGB.", "Số thao tác mỗi giây; không dùng cùng iopsPerGB."],
  ["iopsPerGB", "Operations per second for each GiB.", "Số thao tác mỗi giây cho mỗi GiB."],
  ["throughput", "MiB per second, of gp3.", "MiB mỗi giây, với gp3."],
  ["allowAutoIOPSPerGBIncrease", "Raise too low iopsPerGB.", "Tự nâng iopsPerGB nếu quá thấp.", "true false"],
  ["allowAutoIOPSIncreaseOnModify", "The same when the volume changes.", "Tương tự khi sửa volume.", "true false"],
  ["encrypted", "Encrypt the disk.", "Mã hóa đĩa.", "true false"],
  ["kmsKeyId", "Key for it; the account's own if absent.", "Khóa mã hóa; mặc định là khóa của tài khoản."],
  ["blockSize", "Block size of the file system.", "Kích thước block của hệ tệp."],
  ["inodeSize", "Inode size of the file system.", "Kích thước inode của hệ tệp."],
  ["bytesPerInode", "Bytes per inode.", "Số byte cho mỗi inode."],
  ["numberOfInodes", "How many inodes.", "Số lượng inode."],
  ["ext4BigAlloc", "Clustered allocation of ext4.", "Cấp phát theo cụm của ext4.", "true false"],
  ["ext4ClusterSize", "Size of those clusters.", "Kích thước mỗi cụm."],
  ["ext4EncryptionSupport", "Encryption feature of ext4.", "Tính năng mã hóa của ext4.", "true false"],
  ["volumeInitializationRate", "MiB per second when restoring.", "MiB mỗi giây khi khôi phục."],
]);

const GCE = rows([
  [
    "type",
    "Kind of disk.",
    "Loại đĩa.",
    "pd-balanced pd-standard pd-ssd pd-extreme hyperdisk-balanced hyperdisk-throughput hyperdisk-extreme",
  ],
  ["replication-type", "Copies in two zones or not.", "Có nhân bản sang hai zone hay không.", "none regional-pd"],
  ["disk-encryption-kms-key", "Key to encrypt with.", "Khóa mã hóa."],
  ["labels", "Labels of the disk, `k=v,k=v`.", "Nhãn của đĩa, `k=v,k=v`."],
  ["provisioned-iops-on-create", "Operations per second.", "Số thao tác mỗi giây."],
  ["provisioned-throughput-on-create", "Throughput.", "Thông lượng."],
  ["enable-confidential-storage", "Confidential disks.", "Đĩa bảo mật (confidential).", "true false"],
  ["storage-pools", "Pools to take the disk from.", "Storage pool để lấy đĩa."],
  ["data-cache-mode", "How the local cache writes.", "Cách ghi của bộ đệm cục bộ.", "writethrough writeback"],
  ["data-cache-size", "Size of the local cache.", "Dung lượng bộ đệm cục bộ."],
  ["resource-tags", "Tags of the disk.", "Tag của đĩa."],
  ["use-allowed-disk-topology", "Heed what machines can attach.", "Xét loại máy gắn được đĩa.", "true false"],
]);

const AZURE_DISK = rows([
  [
    "skuName",
    "Kind of disk.",
    "Loại đĩa.",
    "Premium_LRS StandardSSD_LRS Standard_LRS Premium_ZRS StandardSSD_ZRS PremiumV2_LRS UltraSSD_LRS",
  ],
  ["kind", "Only managed disks are left.", "Chỉ còn managed disk.", "managed"],
  ["cachingMode", "Cache of the host.", "Bộ đệm của máy chủ.", "ReadOnly None"],
  ["fsType", "File system.", "Hệ tệp.", "ext4 xfs btrfs"],
  ["maxShares", "Nodes that may attach it at once.", "Số node gắn cùng lúc."],
  ["location", "Region.", "Vùng (region)."],
  ["resourceGroup", "Resource group.", "Resource group."],
  ["subscriptionID", "Subscription.", "Subscription."],
  ["DiskIOPSReadWrite", "Operations per second.", "Số thao tác mỗi giây."],
  ["DiskMBpsReadWrite", "MB per second.", "MB mỗi giây."],
  ["LogicalSectorSize", "Size of a sector.", "Kích thước sector.", "512 4096"],
  ["diskEncryptionSetID", "Key set to encrypt with.", "Bộ khóa mã hóa."],
  ["diskEncryptionType", "Whose keys.", "Loại khóa mã hóa."],
  [
    "networkAccessPolicy",
    "Who may reach it over the network.",
    "Ai truy cập được qua mạng.",
    "AllowAll AllowPrivate DenyAll",
  ],
  ["publicNetworkAccess", "Public access.", "Truy cập công khai.", "Enabled Disabled"],
  ["diskAccessID", "Private access resource.", "Tài nguyên truy cập riêng."],
  ["enableBursting", "Pay for bursts.", "Cho phép vượt mức có tính phí.", "true false"],
  ["enablePerformancePlus", "Higher limits.", "Nâng giới hạn hiệu năng.", "true false"],
  ["perfProfile", "Tuning of the device.", "Cấu hình hiệu năng thiết bị.", "none basic advanced"],
  ["writeAcceleratorEnabled", "Write accelerator.", "Tăng tốc ghi.", "true false"],
  ["tags", "Tags, `k=v,k=v`.", "Tag, `k=v,k=v`."],
  ["storageaccounttype", "Old name of skuName.", "Tên cũ của skuName."],
]);

const AZURE_FILE = rows([
  ["skuName", "Kind of account.", "Loại tài khoản.", "Standard_LRS Premium_LRS Standard_ZRS Premium_ZRS Standard_GRS"],
  ["protocol", "How it is mounted.", "Giao thức mount.", "smb nfs"],
  ["storageAccount", "Storage account.", "Tài khoản lưu trữ."],
  ["shareName", "Name of the share.", "Tên share."],
  ["shareNamePrefix", "How names of shares begin.", "Tiền tố tên share."],
  ["folderName", "Folder within the share.", "Thư mục trong share."],
  ["resourceGroup", "Resource group.", "Resource group."],
  ["location", "Region.", "Vùng (region)."],
  ["secretName", "Secret with the account's key.", "Secret chứa khóa tài khoản."],
  ["secretNamespace", "Its namespace.", "Namespace của Secret."],
  ["networkEndpointType", "Private end point.", "Điểm truy cập riêng.", "privateEndpoint"],
  ["server", "Address of the server.", "Địa chỉ máy chủ."],
  ["enableLargeFileShares", "Shares beyond 5 TiB.", "Share lớn hơn 5 TiB.", "true false"],
  ["accountQuota", "Largest size of the account.", "Hạn mức của tài khoản."],
  ["provisionedIOPS", "Operations per second.", "Số thao tác mỗi giây."],
  ["provisionedBandwidth", "Bandwidth.", "Băng thông."],
  ["storeAccountKey", "Keep the key in a Secret.", "Lưu khóa vào Secret.", "true false"],
  ["tags", "Tags, `k=v,k=v`.", "Tag, `k=v,k=v`."],
  ["matchTags", "Use accounts with these tags.", "Chỉ dùng tài khoản có tag này.", "true false"],
]);

const CINDER = rows([
  ["type", "Volume type of OpenStack.", "Volume type của OpenStack."],
  ["availability", "Availability zone, `nova` if absent.", "Availability zone, mặc định `nova`."],
]);

const VSPHERE = rows([
  ["storagepolicyname", "Storage policy.", "Storage policy."],
  ["datastoreurl", "Datastore to put it in.", "Datastore chứa volume."],
]);

const CEPH = rows([
  ["clusterID", "Which Ceph cluster; required.", "Cụm Ceph; bắt buộc."],
  ["encrypted", "Encrypt the volume.", "Mã hóa volume.", "true false"],
  ["encryptionKMSID", "Where keys are kept.", "Nơi giữ khóa."],
  ["volumeNamePrefix", "How names of images begin.", "Tiền tố tên volume."],
]);

const RBD = rows([
  ["pool", "Pool of the images; required.", "Pool chứa image; bắt buộc."],
  ["imageFeatures", "Features of the images.", "Tính năng của image.", "layering"],
  ["dataPool", "Pool of the data, if another.", "Pool chứa dữ liệu, nếu khác."],
  ["mounter", "Who maps the image.", "Thành phần map image.", "rbd rbd-nbd"],
  ["mapOptions", "Options of mapping.", "Tùy chọn khi map."],
  ["unmapOptions", "Options of unmapping.", "Tùy chọn khi unmap."],
  ["mkfsOptions", "Options of formatting.", "Tùy chọn khi định dạng."],
  ["tryOtherMounters", "Fall back to another mounter.", "Thử mounter khác khi lỗi.", "true false"],
  ["encryptionType", "What is encrypted.", "Kiểu mã hóa.", "block file"],
  ["topologyConstrainedPools", "Pools by zone.", "Pool theo zone."],
  ["stripeUnit", "Size of a stripe.", "Kích thước stripe."],
  ["stripeCount", "Objects per stripe.", "Số object mỗi stripe."],
  ["objectSize", "Size of an object.", "Kích thước object."],
]);

const CEPHFS = rows([
  ["fsName", "File system of Ceph; required.", "Hệ tệp CephFS; bắt buộc."],
  ["pool", "Pool of the data.", "Pool chứa dữ liệu."],
  ["mounter", "Who mounts.", "Thành phần mount.", "kernel fuse"],
  ["kernelMountOptions", "Options of the kernel client.", "Tùy chọn mount của kernel."],
  ["fuseMountOptions", "Options of ceph-fuse.", "Tùy chọn mount của ceph-fuse."],
  ["backingSnapshot", "Read snapshots in place.", "Đọc thẳng từ snapshot.", "true false"],
]);

const EFS = rows([
  ["provisioningMode", "Access points, or whole file systems.", "Dùng access point.", "efs-ap"],
  ["fileSystemId", "Which file system.", "Mã hệ tệp."],
  ["directoryPerms", "Mode of the directory, `700`.", "Quyền của thư mục, `700`."],
  ["gidRangeStart", "First group id.", "Group id đầu tiên."],
  ["gidRangeEnd", "Last group id.", "Group id cuối cùng."],
  ["uid", "Owner of the directory.", "Chủ của thư mục."],
  ["gid", "Group of the directory.", "Nhóm của thư mục."],
  ["basePath", "Directory above all others.", "Thư mục gốc."],
  ["subPathPattern", "How directories are named.", "Mẫu đặt tên thư mục."],
  ["ensureUniqueDirectory", "Add something unique to the name.", "Thêm phần duy nhất vào tên.", "true false"],
  ["reuseAccessPoint", "Use what exists already.", "Dùng lại access point có sẵn.", "true false"],
  ["az", "Zone for mounts across accounts.", "Zone khi mount khác tài khoản."],
]);

const LONGHORN = rows([
  ["numberOfReplicas", "Copies of the data.", "Số bản sao dữ liệu.", "3 2 1"],
  ["staleReplicaTimeout", "Minutes until a failed copy is removed.", "Số phút trước khi xóa bản sao hỏng."],
  ["fromBackup", "Backup to restore.", "Bản sao lưu để khôi phục."],
  ["fsType", "File system.", "Hệ tệp.", "ext4 xfs"],
  ["dataLocality", "A copy on the Pod's node.", "Giữ bản sao trên node của Pod.", "disabled best-effort strict-local"],
  ["diskSelector", "Tags of disks.", "Tag của đĩa."],
  ["nodeSelector", "Tags of nodes.", "Tag của node."],
  ["recurringJobSelector", "Jobs that run on it.", "Các job định kỳ."],
  ["migratable", "Live migration of machines.", "Cho phép di trú máy ảo.", "true false"],
  ["nfsOptions", "Options of shared mounts.", "Tùy chọn mount NFS."],
  ["mkfsParams", "Options of formatting.", "Tùy chọn khi định dạng."],
  ["backingImage", "Image to start from.", "Image nền."],
  ["backingImageDataSourceType", "Where the image comes from.", "Nguồn của image nền."],
  ["backingImageDataSourceParameters", "Details of that.", "Tham số của nguồn image."],
  ["backingImageChecksum", "Checksum of the image.", "Mã kiểm của image."],
  ["unmapMarkSnapChainRemoved", "Trim snapshots as well.", "Dọn cả snapshot khi trim.", "ignored disabled enabled"],
  ["dataEngine", "Engine.", "Data engine.", "v1 v2"],
  ["encrypted", "Encrypt the volume.", "Mã hóa volume.", "true false"],
  ["backupTargetName", "Where backups go.", "Nơi lưu bản sao lưu."],
  ["shareManagerNodeSelector", "Nodes of the NFS server.", "Node chạy máy chủ NFS."],
  ["shareManagerTolerations", "Tolerations of the NFS server.", "Toleration của máy chủ NFS."],
]);

const LOCAL_PATH = rows([
  ["nodePath", "Directory on the node.", "Thư mục trên node."],
  ["pathPattern", "How directories are named.", "Mẫu đặt tên thư mục."],
  [
    "allowUnsafePathPattern",
    "Allow paths that leave the directory.",
    "Cho phép đường dẫn ra ngoài thư mục.",
    "true false",
  ],
]);

const NFS = rows([
  ["server", "Address of the NFS server; required.", "Địa chỉ máy chủ NFS; bắt buộc."],
  ["share", "Directory that it exports; required.", "Thư mục được chia sẻ; bắt buộc."],
  ["subDir", "Directory below it.", "Thư mục con."],
  ["onDelete", "What becomes of the data.", "Xử lý dữ liệu khi xóa volume.", "delete retain archive"],
  ["mountPermissions", "Mode of the directory.", "Quyền của thư mục."],
]);

const SMB = rows([
  ["source", "Share, `//server/share`; required.", "Share, `//server/share`; bắt buộc."],
  ["subDir", "Directory below it.", "Thư mục con."],
  ["onDelete", "What becomes of the data.", "Xử lý dữ liệu khi xóa volume.", "delete retain archive"],
]);

const PORTWORX = rows([
  ["repl", "Copies of the data.", "Số bản sao dữ liệu.", "1 2 3"],
  ["fs", "File system.", "Hệ tệp.", "ext4 xfs"],
  ["io_profile", "How it is used.", "Kiểu truy cập.", "auto db_remote sequential random"],
  ["priority_io", "Speed class.", "Mức ưu tiên I/O.", "high medium low"],
  ["io_priority", "Speed class, by another name.", "Mức ưu tiên I/O (tên khác).", "high medium low"],
  ["sharedv4", "Shared over NFS.", "Chia sẻ qua NFS.", "true false"],
  ["sharedv4_svc_type", "Service of the share.", "Kiểu Service của share.", "ClusterIP NodePort LoadBalancer"],
  ["sharedv4_failover_strategy", "How fast it fails over.", "Cách chuyển đổi khi lỗi.", "normal aggressive"],
  ["snap_interval", "Minutes between snapshots.", "Số phút giữa hai snapshot."],
  ["secure", "Encrypt the volume.", "Mã hóa volume.", "true false"],
  ["group", "Volumes that belong together.", "Nhóm volume."],
  ["fg", "Keep the group together.", "Buộc giữ cả nhóm.", "true false"],
  ["nodes", "Nodes of the copies.", "Node chứa bản sao."],
  ["aggregation_level", "Pools to spread over.", "Số pool phân tán."],
  ["placement_strategy", "Rules of placement.", "Quy tắc sắp đặt."],
]);

const ALL: Readonly<Record<string, readonly Parameter[]>> = {
  "ebs.csi.aws.com": [...EBS, ...COMMON],
  "kubernetes.io/aws-ebs": [...EBS, ...COMMON, ...ZONES, ...old([["fsType", "File system.", "Hệ tệp.", "ext4 xfs"]])],
  "pd.csi.storage.gke.io": [...GCE, ...COMMON],
  "kubernetes.io/gce-pd": [...GCE, ...COMMON, ...ZONES, ...old([["fstype", "File system.", "Hệ tệp.", "ext4 xfs"]])],
  "disk.csi.azure.com": [...AZURE_DISK, ...COMMON],
  "kubernetes.io/azure-disk": [...AZURE_DISK, ...COMMON, ...ZONES],
  "file.csi.azure.com": [...AZURE_FILE, ...COMMON],
  "kubernetes.io/azure-file": [...AZURE_FILE, ...COMMON],
  "cinder.csi.openstack.org": [...CINDER, ...COMMON],
  "kubernetes.io/cinder": [...CINDER, ...COMMON, ...old([["fsType", "File system.", "Hệ tệp.", "ext4 xfs"]])],
  "csi.vsphere.vmware.com": [...VSPHERE, ...COMMON],
  "kubernetes.io/vsphere-volume": [
    ...VSPHERE,
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
  "rbd.csi.ceph.com": [...CEPH, ...RBD, ...COMMON],
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
  "cephfs.csi.ceph.com": [...CEPH, ...CEPHFS, ...COMMON],
  "efs.csi.aws.com": [...EFS, ...COMMON],
  "driver.longhorn.io": [...LONGHORN, ...COMMON],
  "rancher.io/local-path": LOCAL_PATH,
  "nfs.csi.k8s.io": [...NFS, ...COMMON],
  "smb.csi.k8s.io": [...SMB, ...COMMON],
  "pxd.portworx.com": [...PORTWORX, ...COMMON],
  "kubernetes.io/portworx-volume": [...PORTWORX, ...COMMON],
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

/** Parameters that a provisioner understands; undefined for provisioners nobody told us about. */
export function parametersOf(provisioner: string): readonly Parameter[] | undefined {
  const own = Object.hasOwn(ALL, provisioner) ? ALL[provisioner] : undefined;
  if (own) return own;
  // Rook puts the namespace of its operator before the driver's name.
  const rook = /^[a-z0-9-]+\.((?:rbd|cephfs)\.csi\.ceph\.com)$/.exec(provisioner)?.[1];
  return rook === undefined ? undefined : ALL[rook];
}
