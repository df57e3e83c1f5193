import { rows } from "./storage-parameter.ts";

/** Parameters of the storage that people run themselves, by driver. */

export const CEPH = rows([
  ["clusterID", "Which Ceph cluster; required.", "Cụm Ceph; bắt buộc."],
  ["encrypted", "Encrypt the volume.", "Mã hóa volume.", "true false"],
  ["encryptionKMSID", "Where keys are kept.", "Nơi giữ khóa."],
  ["volumeNamePrefix", "How names of images begin.", "Tiền tố tên volume."],
]);

export const RBD = rows([
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

export const CEPHFS = rows([
  ["fsName", "File system of Ceph; required.", "Hệ tệp CephFS; bắt buộc."],
  ["pool", "Pool of the data.", "Pool chứa dữ liệu."],
  ["mounter", "Who mounts.", "Thành phần mount.", "kernel fuse"],
  ["kernelMountOptions", "Options of the kernel client.", "Tùy chọn mount của kernel."],
  ["fuseMountOptions", "Options of ceph-fuse.", "Tùy chọn mount của ceph-fuse."],
  ["backingSnapshot", "Read snapshots in place.", "Đọc thẳng từ snapshot.", "true false"],
]);

export const LONGHORN = rows([
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

export const OPENEBS_LVM = rows([
  ["storage", "Only lvm.", "Chỉ có lvm.", "lvm"],
  ["volgroup", "Volume group of the node.", "Volume group trên node."],
  ["vgpattern", "Pattern of volume groups.", "Mẫu tên volume group."],
  ["shared", "Several Pods of the node at once.", "Nhiều Pod cùng node.", "yes no"],
  ["thinProvision", "Thin volumes.", "Cấp phát mỏng.", "yes no"],
]);

export const OPENEBS_ZFS = rows([
  ["poolname", "ZFS pool of the node.", "ZFS pool trên node."],
  ["fstype", "File system; zfs makes a data set.", "Hệ tệp; zfs tạo dataset.", "zfs ext4 xfs btrfs"],
  ["recordsize", "Size of a record.", "Kích thước record.", "128k 16k 4k"],
  ["compression", "Compress the data.", "Nén dữ liệu.", "on off lz4 zstd"],
  ["dedup", "Store equal blocks once.", "Gộp block trùng nhau.", "on off"],
  ["thinprovision", "Thin volumes.", "Cấp phát mỏng.", "yes no"],
  ["shared", "Several Pods of the node at once.", "Nhiều Pod cùng node.", "yes no"],
]);

export const MAYASTOR = rows([
  ["protocol", "How nodes reach it.", "Giao thức truy cập.", "nvmf"],
  ["repl", "Copies of the data.", "Số bản sao dữ liệu.", "3 2 1"],
  ["fsType", "File system.", "Hệ tệp.", "ext4 xfs btrfs"],
  ["thin", "Thin volumes.", "Cấp phát mỏng.", "true false"],
  ["ioTimeout", "Seconds until an operation fails.", "Số giây trước khi thao tác lỗi."],
]);

export const TOPOLVM = rows([
  ["topolvm.io/device-class", "Which device class of the node.", "Device class trên node."],
  ["topolvm.io/lvcreate-option-class", "Options of lvcreate.", "Tùy chọn lvcreate."],
]);

export const LINSTOR = rows([
  ["linstor.csi.linbit.com/placementCount", "Copies of the data.", "Số bản sao dữ liệu.", "2 3 1"],
  ["linstor.csi.linbit.com/storagePool", "Storage pool.", "Storage pool."],
  ["linstor.csi.linbit.com/resourceGroup", "Resource group.", "Resource group."],
  [
    "linstor.csi.linbit.com/allowRemoteVolumeAccess",
    "Reach it from other nodes.",
    "Truy cập từ node khác.",
    "true false",
  ],
]);

export const TRIDENT = rows([
  [
    "backendType",
    "Kind of back end.",
    "Loại backend.",
    "ontap-nas ontap-san ontap-nas-economy solidfire-san azure-netapp-files",
  ],
  ["media", "Kind of disks.", "Loại đĩa.", "hdd hybrid ssd"],
  ["provisioningType", "How space is set aside.", "Cách cấp phát.", "thin thick"],
  ["snapshots", "With snapshots.", "Có snapshot.", "true false"],
  ["clones", "With clones.", "Có nhân bản.", "true false"],
  ["encryption", "Encrypt the volume.", "Mã hóa volume.", "true false"],
  ["IOPS", "Operations per second.", "Số thao tác mỗi giây."],
  ["storagePools", "Back ends and pools.", "Backend và pool."],
  ["selector", "Labels of pools.", "Label của pool."],
]);

export const JUICEFS = rows([
  ["pathPattern", "How directories are named.", "Mẫu đặt tên thư mục."],
  ["juicefs/mount-image", "Image of the mount Pods.", "Image của Pod mount."],
  ["juicefs/mount-cpu-limit", "CPU limit of mount Pods.", "Giới hạn CPU của Pod mount."],
  ["juicefs/mount-memory-limit", "Memory limit of mount Pods.", "Giới hạn bộ nhớ của Pod mount."],
]);

export const LOCAL_PATH = rows([
  ["nodePath", "Directory on the node.", "Thư mục trên node."],
  ["pathPattern", "How directories are named.", "Mẫu đặt tên thư mục."],
  [
    "allowUnsafePathPattern",
    "Allow paths that leave the directory.",
    "Cho phép đường dẫn ra ngoài thư mục.",
    "true false",
  ],
]);

export const NFS = rows([
  ["server", "Address of the NFS server; required.", "Địa chỉ máy chủ NFS; bắt buộc."],
  ["share", "Directory that it exports; required.", "Thư mục được chia sẻ; bắt buộc."],
  ["subDir", "Directory below it.", "Thư mục con."],
  ["onDelete", "What becomes of the data.", "Xử lý dữ liệu khi xóa volume.", "delete retain archive"],
  ["mountPermissions", "Mode of the directory.", "Quyền của thư mục."],
]);

export const SMB = rows([
  ["source", "Share, `//server/share`; required.", "Share, `//server/share`; bắt buộc."],
  ["subDir", "Directory below it.", "Thư mục con."],
  ["onDelete", "What becomes of the data.", "Xử lý dữ liệu khi xóa volume.", "delete retain archive"],
]);

export const PORTWORX = rows([
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
