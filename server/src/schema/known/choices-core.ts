import type { FieldTable, Row } from "./known.ts";

const PROTOCOLS: readonly Row[] = [
  ["TCP", "Connections with delivery guaranteed; the default.", "Kết nối có bảo đảm giao nhận; đây là mặc định."],
  ["UDP", "Datagrams without a connection, as DNS uses.", "Gói tin không cần kết nối, như DNS vẫn dùng."],
  ["SCTP", "Message streams; the network plugin must support it.", "Luồng thông điệp; plugin mạng phải hỗ trợ."],
];

const PULL_POLICIES: readonly Row[] = [
  [
    "IfNotPresent",
    "Pulls the image only when the node does not have it; default for fixed tags.",
    "Chỉ tải image về khi node chưa có; mặc định với tag cụ thể.",
  ],
  [
    "Always",
    "Asks the registry at each start; default for `:latest` or no tag.",
    "Hỏi registry mỗi lần khởi động; mặc định với `:latest` hoặc khi không ghi tag.",
  ],
  ["Never", "Uses only an image that is already on the node.", "Chỉ dùng image đã có sẵn trên node, không tải về."],
];

const TERMINATION_POLICIES: readonly Row[] = [
  ["File", "Reads the message from `terminationMessagePath`.", "Đọc thông điệp từ tệp `terminationMessagePath`."],
  [
    "FallbackToLogsOnError",
    "Takes the end of the log when the file is empty and the container failed.",
    "Lấy phần cuối của log khi tệp rỗng và container lỗi.",
  ],
];

const VOLUME_MODES: readonly Row[] = [
  [
    "Filesystem",
    "The volume is formatted and mounted as a directory.",
    "Volume có hệ thống tệp, được mount thành thư mục.",
  ],
  ["Block", "The Pod gets the raw block device.", "Pod nhận thiết bị khối thô."],
];

const ACCESS_MODES: readonly Row[] = [
  [
    "ReadWriteOnce",
    "One node mounts it for reading and writing; several Pods of that node may share it.",
    "Một node mount để đọc–ghi; nhiều Pod trên node đó vẫn dùng chung được.",
  ],
  ["ReadOnlyMany", "Many nodes mount it for reading only.", "Nhiều node mount, chỉ để đọc."],
  [
    "ReadWriteMany",
    "Many nodes read and write at once; needs shared storage such as NFS.",
    "Nhiều node cùng đọc–ghi; cần hệ thống lưu trữ dùng chung như NFS.",
  ],
  ["ReadWriteOncePod", "Exactly one Pod of the cluster reads and writes.", "Đúng một Pod trong cluster được đọc–ghi."],
];

const TAINT_EFFECTS: readonly Row[] = [
  [
    "NoSchedule",
    "New Pods without the toleration are not scheduled here.",
    "Pod mới không có toleration sẽ không được lập lịch vào node.",
  ],
  ["PreferNoSchedule", "The scheduler avoids the node when it can.", "Scheduler tránh node này nếu còn lựa chọn khác."],
  [
    "NoExecute",
    "Running Pods without the toleration are evicted too.",
    "Cả Pod đang chạy mà không có toleration cũng bị trục xuất.",
  ],
];

const PROFILES: readonly Row[] = [
  ["RuntimeDefault", "The profile that the container runtime ships.", "Profile có sẵn của container runtime."],
  [
    "Localhost",
    "A profile on the node, named by `localhostProfile`.",
    "Profile trên node, tên ghi ở `localhostProfile`.",
  ],
  ["Unconfined", "No profile: nothing is restricted.", "Không dùng profile: không giới hạn gì."],
];

const HONOR: readonly Row[] = [
  ["Honor", "Counts only nodes that fit the Pod in this respect.", "Chỉ tính các node hợp với Pod về mặt này."],
  ["Ignore", "Counts every node.", "Tính mọi node."],
];

/** What the values of enums of the core group mean. */
export const CORE_CHOICES: FieldTable = {
  "core.v1.Container#imagePullPolicy": PULL_POLICIES,
  "core.v1.EphemeralContainer#imagePullPolicy": PULL_POLICIES,
  "core.v1.ImageVolumeSource#pullPolicy": PULL_POLICIES,
  "core.v1.Container#terminationMessagePolicy": TERMINATION_POLICIES,
  "core.v1.EphemeralContainer#terminationMessagePolicy": TERMINATION_POLICIES,
  "core.v1.Container#restartPolicy": [
    [
      "Always",
      "On an init container: a sidecar that runs beside the others for the Pod's whole life.",
      "Với init container: thành sidecar chạy cùng các container khác suốt đời Pod.",
    ],
    ["OnFailure", "Restarts the container when it fails.", "Khởi động lại container khi nó lỗi."],
    ["Never", "Does not restart the container.", "Không khởi động lại container."],
  ],
  "core.v1.ContainerPort#protocol": PROTOCOLS,
  "core.v1.ServicePort#protocol": PROTOCOLS,
  "core.v1.EndpointPort#protocol": PROTOCOLS,
  "discovery.v1.EndpointPort#protocol": PROTOCOLS,
  "networking.v1.NetworkPolicyPort#protocol": PROTOCOLS,
  "core.v1.HTTPGetAction#scheme": [
    ["HTTP", "Plain HTTP; the default.", "HTTP thường; đây là mặc định."],
    ["HTTPS", "HTTPS; the certificate is not checked.", "HTTPS; không kiểm tra chứng chỉ."],
  ],
  "core.v1.HostPathVolumeSource#type": [
    ["DirectoryOrCreate", "A directory, made when missing.", "Thư mục, chưa có thì tạo."],
    ["Directory", "A directory that must exist.", "Thư mục phải có sẵn."],
    ["FileOrCreate", "A file, made when missing.", "Tệp, chưa có thì tạo."],
    ["File", "A file that must exist.", "Tệp phải có sẵn."],
    ["Socket", "A Unix socket that must exist.", "Unix socket phải có sẵn."],
    ["CharDevice", "A character device that must exist.", "Thiết bị ký tự phải có sẵn."],
    ["BlockDevice", "A block device that must exist.", "Thiết bị khối phải có sẵn."],
  ],
  "core.v1.NodeSelectorRequirement#operator": [
    ["In", "The label's value is one of `values`.", "Giá trị của label nằm trong `values`."],
    [
      "NotIn",
      "The value is none of `values`, or the label is absent.",
      "Giá trị không nằm trong `values`, hoặc không có label.",
    ],
    ["Exists", "The label exists, whatever its value.", "Có label, giá trị nào cũng được."],
    ["DoesNotExist", "The label is absent.", "Không có label này."],
    ["Gt", "The value is a number greater than the one given.", "Giá trị là số lớn hơn số đã ghi."],
    ["Lt", "The value is a number less than the one given.", "Giá trị là số nhỏ hơn số đã ghi."],
  ],
  "core.v1.PersistentVolumeClaimSpec#accessModes": ACCESS_MODES,
  "core.v1.PersistentVolumeSpec#accessModes": ACCESS_MODES,
  "core.v1.PersistentVolumeClaimSpec#volumeMode": VOLUME_MODES,
  "core.v1.PersistentVolumeSpec#volumeMode": VOLUME_MODES,
  "core.v1.PersistentVolumeSpec#persistentVolumeReclaimPolicy": [
    [
      "Retain",
      "Keeps volume and data after the claim is deleted; an admin cleans up.",
      "Giữ volume và dữ liệu sau khi PVC bị xóa; quản trị viên dọn sau.",
    ],
    ["Delete", "Deletes the volume with its data.", "Xóa volume cùng dữ liệu."],
    [
      "Recycle",
      "Deprecated: wipes the files and offers the volume again.",
      "Đã lỗi thời (deprecated): xóa tệp rồi cho dùng lại volume.",
    ],
  ],
  "core.v1.PodSecurityContext#fsGroupChangePolicy": [
    [
      "OnRootMismatch",
      "Changes owners only when the root of the volume differs; fast.",
      "Chỉ đổi chủ sở hữu khi thư mục gốc khác; nhanh.",
    ],
    ["Always", "Changes owners of all files at each mount.", "Đổi chủ sở hữu mọi tệp ở mỗi lần mount."],
  ],
  "core.v1.PodSecurityContext#supplementalGroupsPolicy": [
    ["Merge", "Adds the groups that the image gives the user.", "Cộng thêm các nhóm mà image gán cho người dùng."],
    ["Strict", "Only the groups written in the Pod.", "Chỉ các nhóm ghi trong Pod."],
  ],
  "core.v1.PodSpec#dnsPolicy": [
    ["ClusterFirst", "Asks the cluster's DNS; the default.", "Hỏi DNS của cluster; đây là mặc định."],
    [
      "ClusterFirstWithHostNet",
      "The cluster's DNS for Pods with `hostNetwork: true`.",
      "DNS của cluster cho Pod có `hostNetwork: true`.",
    ],
    ["Default", "Takes over the node's DNS settings.", "Dùng cấu hình DNS của node."],
    ["None", "Only what `dnsConfig` says.", "Chỉ dùng những gì `dnsConfig` ghi."],
  ],
  "core.v1.PodSpec#preemptionPolicy": [
    [
      "PreemptLowerPriority",
      "May evict Pods of lower priority to make room.",
      "Được trục xuất Pod ưu tiên thấp hơn để lấy chỗ.",
    ],
    ["Never", "Waits for free room.", "Chờ đến khi có chỗ trống."],
  ],
  "core.v1.PodSpec#restartPolicy": [
    [
      "Always",
      "Restarts containers whenever they end; the default.",
      "Container dừng là khởi động lại; đây là mặc định.",
    ],
    ["OnFailure", "Restarts only those that fail; for Jobs.", "Chỉ khởi động lại container lỗi; dùng cho Job."],
    ["Never", "Never restarts; a failed Job makes a new Pod.", "Không khởi động lại; Job lỗi sẽ tạo Pod mới."],
  ],
  "core.v1.SeccompProfile#type": PROFILES,
  "core.v1.AppArmorProfile#type": PROFILES,
  "core.v1.SecurityContext#procMount": [
    ["Default", "Hides the sensitive parts of `/proc`.", "Che các phần nhạy cảm của `/proc`."],
    ["Unmasked", "Shows all of `/proc`.", "Để lộ toàn bộ `/proc`."],
  ],
  "core.v1.ServiceSpec#externalTrafficPolicy": [
    [
      "Cluster",
      "Any node forwards to any Pod; the client's IP is lost.",
      "Node nào cũng chuyển tiếp được đến mọi Pod; mất IP của client.",
    ],
    [
      "Local",
      "A node serves only its own Pods; the client's IP is kept.",
      "Node chỉ phục vụ Pod của nó; giữ được IP của client.",
    ],
  ],
  "core.v1.ServiceSpec#internalTrafficPolicy": [
    ["Cluster", "Traffic goes to any ready Pod; the default.", "Lưu lượng đến Pod sẵn sàng bất kỳ; đây là mặc định."],
    ["Local", "Traffic stays on the sender's node.", "Lưu lượng ở lại trên node của bên gửi."],
  ],
  "core.v1.ServiceSpec#ipFamilies": [
    ["IPv4", "An IPv4 cluster IP.", "Cluster IP dạng IPv4."],
    ["IPv6", "An IPv6 cluster IP.", "Cluster IP dạng IPv6."],
  ],
  "core.v1.ServiceSpec#ipFamilyPolicy": [
    ["SingleStack", "One IP family.", "Một họ địa chỉ IP."],
    ["PreferDualStack", "Both families when the cluster has them.", "Cả hai họ nếu cluster có."],
    ["RequireDualStack", "Both families, or the Service is refused.", "Phải đủ hai họ, không thì Service bị từ chối."],
  ],
  "core.v1.ServiceSpec#sessionAffinity": [
    ["None", "Each connection goes to any Pod; the default.", "Mỗi kết nối đến một Pod bất kỳ; đây là mặc định."],
    ["ClientIP", "One client IP keeps reaching the same Pod.", "Cùng một IP client luôn đến cùng một Pod."],
  ],
  "core.v1.ServiceSpec#type": [
    ["ClusterIP", "A virtual IP inside the cluster; the default.", "IP ảo bên trong cluster; đây là mặc định."],
    [
      "NodePort",
      "Also opens one port, usually 30000–32767, on every node.",
      "Mở thêm một cổng, thường trong 30000–32767, trên mọi node.",
    ],
    [
      "LoadBalancer",
      "Also asks the cloud for an external load balancer.",
      "Yêu cầu thêm bộ cân bằng tải bên ngoài từ cloud.",
    ],
    [
      "ExternalName",
      "A DNS alias for a name outside; no Pods, no IP.",
      "Bí danh DNS cho một tên bên ngoài; không có Pod, không có IP.",
    ],
  ],
  "core.v1.Taint#effect": TAINT_EFFECTS,
  "core.v1.Toleration#effect": TAINT_EFFECTS,
  "core.v1.Toleration#operator": [
    ["Exists", "Tolerates every value of the key.", "Chấp nhận mọi giá trị của khóa."],
    ["Equal", "Tolerates this one value; the default.", "Chỉ chấp nhận đúng giá trị này; đây là mặc định."],
    ["Gt", "The taint's value is a number greater than this one.", "Giá trị của taint là số lớn hơn số này."],
    ["Lt", "The taint's value is a number less than this one.", "Giá trị của taint là số nhỏ hơn số này."],
  ],
  "core.v1.TopologySpreadConstraint#whenUnsatisfiable": [
    ["DoNotSchedule", "The Pod waits rather than break the spread.", "Pod chờ chứ không phá thế phân bố."],
    ["ScheduleAnyway", "Prefers an even spread, but schedules in any case.", "Ưu tiên phân bố đều nhưng vẫn lập lịch."],
  ],
  "core.v1.TopologySpreadConstraint#nodeAffinityPolicy": HONOR,
  "core.v1.TopologySpreadConstraint#nodeTaintsPolicy": HONOR,
  "core.v1.VolumeMount#mountPropagation": [
    ["None", "Later mounts are not shared; the default.", "Mount về sau không được chia sẻ; đây là mặc định."],
    [
      "HostToContainer",
      "Mounts made on the host appear in the container.",
      "Mount tạo trên máy host xuất hiện trong container.",
    ],
    [
      "Bidirectional",
      "Mounts are shared both ways; privileged containers only.",
      "Chia sẻ mount hai chiều; chỉ cho container đặc quyền.",
    ],
  ],
};
