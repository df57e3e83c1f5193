import { rows } from "./storage-parameter.ts";

/** Parameters of the storage that clouds rent out, by driver. */

export const EBS = rows([
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
  [
    "tagSpecification_1",
    "A tag of the disk, `key=value`; further ones count on.",
    "Tag của đĩa, `key=value`; tag sau tăng số.",
  ],
]);

export const GCE = rows([
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

export const AZURE_DISK = rows([
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

export const AZURE_FILE = rows([
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

export const CINDER = rows([
  ["type", "Volume type of OpenStack.", "Volume type của OpenStack."],
  ["availability", "Availability zone, `nova` if absent.", "Availability zone, mặc định `nova`."],
]);

export const VSPHERE = rows([
  ["storagepolicyname", "Storage policy.", "Storage policy."],
  ["datastoreurl", "Datastore to put it in.", "Datastore chứa volume."],
]);

export const EFS = rows([
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

export const FSX = rows([
  ["subnetId", "Subnet of the file system; required.", "Subnet của hệ tệp; bắt buộc."],
  ["securityGroupIds", "Security groups; required.", "Security group; bắt buộc."],
  ["deploymentType", "How lasting it is.", "Mức độ bền.", "SCRATCH_2 SCRATCH_1 PERSISTENT_1 PERSISTENT_2"],
  ["storageType", "Kind of disks.", "Loại đĩa.", "SSD HDD"],
  ["perUnitStorageThroughput", "MB per second for each TiB.", "MB mỗi giây cho mỗi TiB."],
  ["s3ImportPath", "Bucket to read from.", "Bucket để đọc."],
  ["s3ExportPath", "Bucket to write to.", "Bucket để ghi."],
  ["kmsKeyId", "Key to encrypt with.", "Khóa mã hóa."],
]);

export const FSX_OPENZFS = rows([
  ["ResourceType", "What a claim becomes.", "Claim thành gì.", "volume filesystem"],
  ["DeploymentType", "Copies in one zone or several.", "Một hay nhiều zone.", "SINGLE_AZ_1 SINGLE_AZ_2 MULTI_AZ_1"],
  ["ThroughputCapacity", "MB per second.", "MB mỗi giây."],
  ["SubnetIds", "Subnets.", "Các subnet."],
  ["ParentVolumeId", "Volume above those that are made.", "Volume cha."],
]);

export const FILESTORE = rows([
  [
    "tier",
    "Class of the instance.",
    "Hạng của instance.",
    "standard premium zonal regional enterprise basic_hdd basic_ssd",
  ],
  ["network", "VPC network.", "Mạng VPC."],
  ["reserved-ipv4-cidr", "Range of addresses for it.", "Dải địa chỉ dành cho nó."],
  ["reserved-ip-range", "Named range of addresses.", "Dải địa chỉ theo tên."],
  ["connect-mode", "How the network is joined.", "Cách nối mạng.", "DIRECT_PEERING PRIVATE_SERVICE_ACCESS"],
  ["multishare", "Several shares in one instance.", "Nhiều share trong một instance.", "true false"],
]);

export const AZURE_BLOB = rows([
  ["protocol", "How it is mounted.", "Giao thức mount.", "fuse fuse2 nfs"],
  ["skuName", "Kind of account.", "Loại tài khoản.", "Standard_LRS Premium_LRS Standard_ZRS Standard_GRS"],
  ["storageAccount", "Storage account.", "Tài khoản lưu trữ."],
  ["containerName", "Container of blobs.", "Container chứa blob."],
  ["resourceGroup", "Resource group.", "Resource group."],
  ["location", "Region.", "Vùng (region)."],
  ["networkEndpointType", "Private end point.", "Điểm truy cập riêng.", "privateEndpoint"],
  ["isHnsEnabled", "Hierarchical names.", "Tên phân cấp.", "true false"],
]);

export const MANILA = rows([
  ["type", "Share type; required.", "Share type; bắt buộc."],
  ["shareNetworkID", "Share network.", "Share network."],
  ["availability", "Availability zone.", "Availability zone."],
  ["autoTopology", "Zone of the node.", "Lấy zone của node.", "true false"],
  ["nfs-shareClient", "Who may mount it, an address range.", "Ai được mount, là một dải địa chỉ."],
  ["cephfs-mounter", "Who mounts CephFS.", "Thành phần mount CephFS.", "fuse kernel"],
]);
