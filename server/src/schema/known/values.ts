import type { FieldTable, Row } from "./known.ts";
import { NODE_LABELS, TAINT_KEYS, TOPOLOGY_KEYS } from "./labels.ts";

const PROVISIONERS: readonly Row[] = [
  ["ebs.csi.aws.com", "Amazon EBS disks.", "Đĩa Amazon EBS."],
  ["efs.csi.aws.com", "Amazon EFS, shared.", "Amazon EFS, dùng chung được."],
  ["pd.csi.storage.gke.io", "Google Persistent Disk.", "Google Persistent Disk."],
  ["filestore.csi.storage.gke.io", "Google Filestore, shared.", "Google Filestore, dùng chung được."],
  ["disk.csi.azure.com", "Azure Disk.", "Azure Disk."],
  ["file.csi.azure.com", "Azure Files, shared.", "Azure Files, dùng chung được."],
  ["nfs.csi.k8s.io", "An NFS server, shared.", "Máy chủ NFS, dùng chung được."],
  ["rook-ceph.rbd.csi.ceph.com", "Ceph block disks by Rook.", "Đĩa khối Ceph qua Rook."],
  ["rook-ceph.cephfs.csi.ceph.com", "CephFS by Rook, shared.", "CephFS qua Rook, dùng chung được."],
  ["driver.longhorn.io", "Longhorn.", "Longhorn."],
  ["cinder.csi.openstack.org", "OpenStack Cinder.", "OpenStack Cinder."],
  ["csi.vsphere.vmware.com", "VMware vSphere.", "VMware vSphere."],
  ["dobs.csi.digitalocean.com", "DigitalOcean volumes.", "Volume của DigitalOcean."],
  ["csi.hetzner.cloud", "Hetzner Cloud volumes.", "Volume của Hetzner Cloud."],
  [
    "rancher.io/local-path",
    "Directories on the node; the default of k3s and kind.",
    "Thư mục trên node; mặc định của k3s và kind.",
  ],
  ["k8s.io/minikube-hostpath", "Directories of minikube.", "Thư mục của minikube."],
  ["fsx.csi.aws.com", "Amazon FSx for Lustre, shared.", "Amazon FSx for Lustre, dùng chung được."],
  ["blob.csi.azure.com", "Azure Blob, shared.", "Azure Blob, dùng chung được."],
  ["rbd.csi.ceph.com", "Ceph block disks.", "Đĩa khối Ceph."],
  ["cephfs.csi.ceph.com", "CephFS, shared.", "CephFS, dùng chung được."],
  ["smb.csi.k8s.io", "An SMB server, shared.", "Máy chủ SMB, dùng chung được."],
  ["pxd.portworx.com", "Portworx.", "Portworx."],
  ["csi-vxflexos.dellemc.com", "Dell PowerFlex, once ScaleIO.", "Dell PowerFlex, trước là ScaleIO."],
  ["csi.quobyte.com", "Quobyte, shared.", "Quobyte, dùng chung được."],
  ["nfs.manila.csi.openstack.org", "OpenStack Manila, shared.", "OpenStack Manila, dùng chung được."],
  ["openebs.io/local", "OpenEBS directories on the node.", "Thư mục OpenEBS trên node."],
  ["local.csi.openebs.io", "OpenEBS LVM on the node.", "OpenEBS LVM trên node."],
  ["zfs.csi.openebs.io", "OpenEBS ZFS on the node.", "OpenEBS ZFS trên node."],
  ["io.openebs.csi-mayastor", "OpenEBS, replicated.", "OpenEBS có nhân bản."],
  ["topolvm.io", "LVM on the node by TopoLVM.", "LVM trên node qua TopoLVM."],
  ["linstor.csi.linbit.com", "LINSTOR, replicated.", "LINSTOR có nhân bản."],
  ["csi.trident.netapp.io", "NetApp.", "NetApp."],
  ["csi.juicefs.com", "JuiceFS, shared.", "JuiceFS, dùng chung được."],
  ["linodebs.csi.linode.com", "Linode volumes.", "Volume của Linode."],
  ["fsx.openzfs.csi.aws.com", "Amazon FSx for OpenZFS, shared.", "Amazon FSx for OpenZFS, dùng chung được."],
  [
    "ceph.manila.csi.openstack.org",
    "OpenStack Manila over CephFS, shared.",
    "OpenStack Manila qua CephFS, dùng chung được.",
  ],
  ["docker.io/hostpath", "Directories of Docker Desktop.", "Thư mục của Docker Desktop."],
  ["microk8s.io/hostpath", "Directories of MicroK8s.", "Thư mục của MicroK8s."],
  ["hostpath.csi.k8s.io", "Directories of one node, for tests.", "Thư mục trên một node, để thử."],
  [
    "kubernetes.io/no-provisioner",
    "No provisioning: volumes are made by hand, as local ones are.",
    "Không cấp phát động: tự tạo volume, như volume local.",
  ],
];

const CSI_DRIVERS = PROVISIONERS.filter(([name]) => !name.includes("/"));

const CAPABILITIES: readonly Row[] = [
  ["ALL", "Every capability; usually what to drop.", "Mọi capability; thường để bỏ (drop)."],
  ["NET_BIND_SERVICE", "Listen on ports below 1024.", "Lắng nghe cổng nhỏ hơn 1024."],
  ["NET_ADMIN", "Change network settings.", "Thay đổi cấu hình mạng."],
  ["NET_RAW", "Raw sockets, as `ping` uses.", "Socket thô, như `ping` vẫn dùng."],
  ["SYS_ADMIN", "Nearly everything root may do.", "Gần như mọi quyền của root."],
  ["SYS_PTRACE", "Look into other processes.", "Theo dõi tiến trình khác."],
  ["SYS_TIME", "Set the clock.", "Đặt đồng hồ hệ thống."],
  ["SYS_RESOURCE", "Go beyond resource limits.", "Vượt giới hạn tài nguyên."],
  ["CHOWN", "Change owners of files.", "Đổi chủ sở hữu tệp."],
  ["DAC_OVERRIDE", "Pass over file permissions.", "Bỏ qua quyền của tệp."],
  ["FOWNER", "Act as owner of any file.", "Thao tác như chủ của mọi tệp."],
  ["SETUID", "Become another user.", "Đổi sang người dùng khác."],
  ["SETGID", "Become another group.", "Đổi sang nhóm khác."],
  ["KILL", "Signal processes of others.", "Gửi tín hiệu đến tiến trình của người khác."],
  ["IPC_LOCK", "Keep memory from being swapped.", "Giữ bộ nhớ không bị hoán đổi ra đĩa."],
];

const VERBS: readonly Row[] = [
  ["get", "Read one object.", "Đọc một đối tượng."],
  ["list", "Read many objects.", "Đọc nhiều đối tượng."],
  ["watch", "Follow changes.", "Theo dõi thay đổi."],
  ["create", "Make objects.", "Tạo đối tượng."],
  ["update", "Replace objects.", "Thay nội dung đối tượng."],
  ["patch", "Change parts of objects.", "Sửa một phần đối tượng."],
  ["delete", "Delete one object.", "Xóa một đối tượng."],
  ["deletecollection", "Delete many objects at once.", "Xóa nhiều đối tượng một lượt."],
  ["bind", "Bind a role with more rights than the binder has.", "Gán role có nhiều quyền hơn người gán."],
  ["escalate", "Write a role with more rights than the writer has.", "Viết role có nhiều quyền hơn người viết."],
  ["impersonate", "Act as another user.", "Đóng vai người dùng khác."],
  ["use", "Use a policy or class.", "Sử dụng policy hay class."],
  ["*", "Every verb.", "Mọi thao tác."],
];

const SUBJECT_KINDS: readonly Row[] = [
  ["ServiceAccount", "An account of Pods; needs `namespace`.", "Tài khoản của Pod; cần `namespace`."],
  ["User", "A person, as the API server knows them.", "Một người dùng mà API server nhận biết."],
  ["Group", "A group of people or accounts.", "Một nhóm người dùng hay tài khoản."],
];

const ROLE_KINDS: readonly Row[] = [
  ["Role", "Rights within one namespace.", "Quyền trong một namespace."],
  ["ClusterRole", "Rights that any binding may give.", "Quyền mà binding nào cũng gán được."],
];

const RBAC_GROUP: readonly Row[] = [["rbac.authorization.k8s.io", "The group of roles.", "Nhóm API của các role."]];

const SECRET_TYPES: readonly Row[] = [
  ["Opaque", "Any keys; the default.", "Khóa tùy ý; đây là mặc định."],
  ["kubernetes.io/tls", "A certificate: `tls.crt` and `tls.key`.", "Chứng chỉ: `tls.crt` và `tls.key`."],
  [
    "kubernetes.io/dockerconfigjson",
    "Registry log-in: `.dockerconfigjson`.",
    "Đăng nhập registry: `.dockerconfigjson`.",
  ],
  ["kubernetes.io/basic-auth", "`username` and `password`.", "`username` và `password`."],
  ["kubernetes.io/ssh-auth", "An SSH key: `ssh-privatekey`.", "Khóa SSH: `ssh-privatekey`."],
  ["kubernetes.io/service-account-token", "A lasting token of a ServiceAccount.", "Token lâu dài của ServiceAccount."],
  ["bootstrap.kubernetes.io/token", "A token for nodes that join.", "Token cho node gia nhập cluster."],
];

const SCHEDULES: readonly Row[] = [
  ["*/5 * * * *", "Every five minutes.", "Mỗi 5 phút."],
  ["0 * * * *", "Every hour.", "Mỗi giờ."],
  ["0 2 * * *", "Every day at two.", "Mỗi ngày lúc 2 giờ."],
  ["0 0 * * 0", "Every Sunday at midnight.", "0 giờ Chủ nhật hằng tuần."],
  ["0 0 1 * *", "On the first of each month.", "Ngày đầu mỗi tháng."],
];

const SIZES: readonly Row[] = [
  ["1Gi", "1 gibibyte.", "1 gibibyte."],
  ["5Gi", "5 gibibytes.", "5 gibibyte."],
  ["10Gi", "10 gibibytes.", "10 gibibyte."],
  ["20Gi", "20 gibibytes.", "20 gibibyte."],
  ["100Gi", "100 gibibytes.", "100 gibibyte."],
];

const CPUS: readonly Row[] = [
  ["100m", "A tenth of one CPU.", "Một phần mười CPU."],
  ["250m", "A quarter of one CPU.", "Một phần tư CPU."],
  ["500m", "Half of one CPU.", "Nửa CPU."],
  ["1", "One CPU.", "Một CPU."],
  ["2", "Two CPUs.", "Hai CPU."],
];

const MEMORIES: readonly Row[] = [
  ["64Mi", "64 mebibytes.", "64 mebibyte."],
  ["128Mi", "128 mebibytes.", "128 mebibyte."],
  ["256Mi", "256 mebibytes.", "256 mebibyte."],
  ["512Mi", "512 mebibytes.", "512 mebibyte."],
  ["1Gi", "1 gibibyte.", "1 gibibyte."],
  ["2Gi", "2 gibibytes.", "2 gibibyte."],
];

/** Keys under `requests` and `limits`. */
export const RESOURCE_NAMES: readonly Row[] = [
  ["cpu", "Processor time, such as `250m`.", "Thời gian CPU, như `250m`."],
  ["memory", "Memory, such as `128Mi`.", "Bộ nhớ, như `128Mi`."],
  ["ephemeral-storage", "Disk space for logs and temporary files.", "Dung lượng đĩa cho log và tệp tạm."],
  ["hugepages-2Mi", "Huge pages of 2 MiB.", "Trang bộ nhớ lớn 2 MiB."],
  ["nvidia.com/gpu", "Whole GPUs of NVIDIA.", "Số GPU NVIDIA, tính nguyên chiếc."],
];

/** Keys of a ResourceQuota's `hard`. */
export const QUOTA_NAMES: readonly Row[] = [
  ["requests.cpu", "Sum of the CPU that Pods request.", "Tổng mức yêu cầu CPU của các Pod."],
  ["requests.memory", "Sum of the memory that Pods request.", "Tổng mức yêu cầu bộ nhớ của các Pod."],
  ["limits.cpu", "Sum of the CPU limits.", "Tổng giới hạn CPU."],
  ["limits.memory", "Sum of the memory limits.", "Tổng giới hạn bộ nhớ."],
  ["requests.storage", "Sum of the storage that claims request.", "Tổng dung lượng mà các PVC yêu cầu."],
  ["persistentvolumeclaims", "Number of claims.", "Số PVC."],
  ["pods", "Number of Pods that have not ended.", "Số Pod chưa kết thúc."],
  ["services", "Number of Services.", "Số Service."],
  ["services.loadbalancers", "Number of Services with a load balancer.", "Số Service có bộ cân bằng tải."],
  ["services.nodeports", "Number of Services with node ports.", "Số Service dùng node port."],
  ["configmaps", "Number of ConfigMaps.", "Số ConfigMap."],
  ["secrets", "Number of Secrets.", "Số Secret."],
];

/** Quantities by the key they stand under. */
export const QUANTITIES: { readonly [key: string]: readonly Row[] } = {
  cpu: CPUS,
  "requests.cpu": CPUS,
  "limits.cpu": CPUS,
  memory: MEMORIES,
  "requests.memory": MEMORIES,
  "limits.memory": MEMORIES,
  storage: SIZES,
  "requests.storage": SIZES,
  "ephemeral-storage": SIZES,
  sizeLimit: SIZES,
};

/** Values of fields that take any string, where some are far more common than the rest. */
export const OPEN_VALUES: FieldTable = {
  "storage.v1.StorageClass#provisioner": PROVISIONERS,
  "storage.v1.VolumeAttributesClass#driverName": CSI_DRIVERS,
  "core.v1.CSIPersistentVolumeSource#driver": CSI_DRIVERS,
  "core.v1.TopologySelectorLabelRequirement#key": NODE_LABELS,
  "core.v1.CSIVolumeSource#driver": [
    ["secrets-store.csi.k8s.io", "Secrets of an outside store as files.", "Đưa secret từ kho bên ngoài vào thành tệp."],
    ["csi.cert-manager.io", "Certificates of cert-manager.", "Chứng chỉ của cert-manager."],
  ],
  "core.v1.Capabilities#add": CAPABILITIES,
  "core.v1.Capabilities#drop": CAPABILITIES,
  "rbac.v1.PolicyRule#verbs": VERBS,
  "rbac.v1.Subject#kind": SUBJECT_KINDS,
  "rbac.v1.Subject#apiGroup": RBAC_GROUP,
  "rbac.v1.RoleRef#kind": ROLE_KINDS,
  "rbac.v1.RoleRef#apiGroup": RBAC_GROUP,
  "core.v1.Secret#type": SECRET_TYPES,
  "batch.v1.CronJobSpec#schedule": SCHEDULES,
  "batch.v1.CronJobSpec#timeZone": [
    ["Etc/UTC", "Universal time.", "Giờ quốc tế UTC."],
    ["Asia/Ho_Chi_Minh", "Time of Vietnam, UTC+7.", "Giờ Việt Nam, UTC+7."],
  ],
  "core.v1.EmptyDirVolumeSource#medium": [
    [
      "Memory",
      "In memory (tmpfs); counts towards the memory limit.",
      "Trong bộ nhớ (tmpfs); tính vào giới hạn bộ nhớ.",
    ],
  ],
  "core.v1.Toleration#key": TAINT_KEYS,
  "core.v1.Taint#key": TAINT_KEYS,
  "core.v1.TopologySpreadConstraint#topologyKey": TOPOLOGY_KEYS,
  "core.v1.PodAffinityTerm#topologyKey": TOPOLOGY_KEYS,
  "core.v1.NodeSelectorRequirement#key": NODE_LABELS,
  "meta.v1.LabelSelectorRequirement#operator": [
    ["In", "The value is one of `values`.", "Giá trị nằm trong `values`."],
    [
      "NotIn",
      "The value is none of `values`, or the label is absent.",
      "Giá trị không nằm trong `values`, hoặc không có label.",
    ],
    ["Exists", "The label exists.", "Có label này."],
    ["DoesNotExist", "The label is absent.", "Không có label này."],
  ],
  "meta.v1.ObjectMeta#finalizers": [
    ["kubernetes.io/pvc-protection", "Keeps a claim while a Pod uses it.", "Giữ PVC khi còn Pod dùng."],
    ["kubernetes.io/pv-protection", "Keeps a volume while it is bound.", "Giữ PV khi còn được ghép."],
    ["foregroundDeletion", "Deletes dependents first.", "Xóa các đối tượng phụ thuộc trước."],
    [
      "resources-finalizer.argocd.argoproj.io",
      "Argo CD: deletes what the Application made.",
      "Argo CD: xóa những gì Application đã tạo.",
    ],
  ],
  "core.v1.PodSpec#priorityClassName": [
    ["system-cluster-critical", "Needed by the cluster, may move between nodes.", "Cần cho cluster, dời node được."],
    ["system-node-critical", "Needed by the node: the highest priority.", "Cần cho node: ưu tiên cao nhất."],
  ],
  "core.v1.PodSpec#runtimeClassName": [
    [
      "gvisor",
      "Containers in gVisor's sandbox, if it is installed.",
      "Chạy container trong sandbox gVisor, nếu đã cài.",
    ],
    [
      "kata",
      "Containers in small virtual machines, if Kata is installed.",
      "Chạy container trong máy ảo nhỏ, nếu đã cài Kata.",
    ],
    ["nvidia", "The runtime of NVIDIA's GPUs.", "Runtime cho GPU NVIDIA."],
  ],
  "core.v1.PodOS#name": [
    ["linux", "Linux containers.", "Container Linux."],
    ["windows", "Windows containers.", "Container Windows."],
  ],
  "autoscaling.v2.CrossVersionObjectReference#apiVersion": [
    ["apps/v1", "Deployments and StatefulSets.", "Deployment và StatefulSet."],
    ["v1", "ReplicationControllers.", "ReplicationController."],
  ],
  "autoscaling.v2.CrossVersionObjectReference#kind": [
    ["Deployment", "For stateless applications.", "Cho ứng dụng không lưu trạng thái."],
    ["StatefulSet", "For applications that keep state.", "Cho ứng dụng có lưu trạng thái."],
    ["ReplicaSet", "When no Deployment manages it.", "Khi không có Deployment quản lý nó."],
  ],
  "autoscaling.v2.ResourceMetricSource#name": [
    ["cpu", "CPU use.", "Mức dùng CPU."],
    ["memory", "Memory use.", "Mức dùng bộ nhớ."],
  ],
  "networking.v1.IngressSpec#ingressClassName": [
    ["nginx", "The NGINX controller.", "Controller NGINX."],
    ["traefik", "The Traefik controller.", "Controller Traefik."],
    ["alb", "The AWS Load Balancer Controller.", "AWS Load Balancer Controller."],
  ],
  "networking.v1.IngressClassSpec#controller": [
    ["k8s.io/ingress-nginx", "The NGINX controller.", "Controller NGINX."],
    ["traefik.io/ingress-controller", "Traefik.", "Traefik."],
    ["ingress.k8s.aws/alb", "The AWS Load Balancer Controller.", "AWS Load Balancer Controller."],
  ],
};
