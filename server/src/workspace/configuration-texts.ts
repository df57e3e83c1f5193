import type { Localized } from "../base/localized.ts";

/** What each field of the configuration file is for, by its path; empty for the file as a whole. */
export const CONFIGURATION_TEXTS: { readonly [path: string]: Localized } = {
  "": {
    en: "What is true of the cluster but stands in no manifest. Commit this file: it makes the checks the same for everybody.",
    vi: "Những điều đúng với cluster nhưng không nằm trong manifest nào. Nên commit tệp này để mọi người cùng nhận kết quả kiểm tra như nhau.",
  },
  kubernetesVersion: {
    en: 'Kubernetes release to check against, such as `"1.34"`. Keep the quotes: without them `1.30` is the number 1.3.',
    vi: 'Phiên bản Kubernetes dùng để kiểm tra, ví dụ `"1.34"`. Giữ dấu nháy: thiếu nháy thì `1.30` là số 1.3.',
  },
  preset: {
    en: "Distribution the cluster runs on: the StorageClasses and other objects that it ships with count as known.",
    vi: "Bản phân phối mà cluster đang dùng: các StorageClass và đối tượng có sẵn của nó được coi là đã biết.",
  },
  defaultNamespace: {
    en: "Namespace of objects that name none: the one you give to `kubectl -n`.",
    vi: "Namespace của các đối tượng không ghi namespace: giá trị bạn truyền cho `kubectl -n`.",
  },
  namespaces: {
    en: "All namespaces that exist besides those of the manifests. Once listed, a namespace that is in neither is reported.",
    vi: "Mọi namespace đang có ngoài những namespace trong manifest. Khi đã liệt kê, namespace không có ở cả hai nơi sẽ bị báo.",
  },
  storageClasses: {
    en: "All StorageClasses that exist besides those of the manifests and of the `preset`. Once listed, any other class is reported.",
    vi: "Mọi StorageClass đang có ngoài những class trong manifest và trong `preset`. Khi đã liệt kê, class khác sẽ bị báo.",
  },
  "storageClasses.name": { en: "Name of the StorageClass.", vi: "Tên của StorageClass." },
  "storageClasses.default": {
    en: "Whether claims without `storageClassName` get this class.",
    vi: "PVC không ghi `storageClassName` có dùng class này hay không.",
  },
  "storageClasses.provisioner": {
    en: "Driver that makes the volumes, such as `ebs.csi.aws.com`.",
    vi: "Driver tạo ra volume, ví dụ `ebs.csi.aws.com`.",
  },
  "storageClasses.volumeBindingMode": {
    en: "When a volume is bound: at once (`Immediate`), or when the first Pod needs it (`WaitForFirstConsumer`).",
    vi: "Thời điểm ghép volume: ngay lập tức (`Immediate`) hay khi Pod đầu tiên cần đến (`WaitForFirstConsumer`).",
  },
  "storageClasses.allowVolumeExpansion": {
    en: "Whether claims of this class can grow later.",
    vi: "PVC thuộc class này có tăng dung lượng được về sau hay không.",
  },
  "storageClasses.reclaimPolicy": {
    en: "What happens to a volume when its claim is deleted: `Delete` loses the data, `Retain` keeps it.",
    vi: "Điều xảy ra với volume khi PVC bị xóa: `Delete` làm mất dữ liệu, `Retain` giữ lại.",
  },
  nodes: {
    en: "All nodes of the cluster, with the labels that Pods are scheduled by. Once listed, any other node name is reported.",
    vi: "Mọi node của cluster cùng các label dùng để lập lịch Pod. Khi đã liệt kê, tên node khác sẽ bị báo.",
  },
  "nodes.name": { en: "Name of the node.", vi: "Tên của node." },
  "nodes.labels": {
    en: "Labels of the node, such as `topology.kubernetes.io/zone`.",
    vi: "Các label của node, ví dụ `topology.kubernetes.io/zone`.",
  },
  external: {
    en: "Objects that exist in the cluster but in no manifest here, such as a Secret that a pipeline creates. They are not reported as missing.",
    vi: "Các đối tượng có trong cluster nhưng không có trong manifest nào ở đây, ví dụ Secret do pipeline tạo. Chúng không bị báo là thiếu.",
  },
  "external.kind": { en: "Kind of the object, such as `Secret`.", vi: "Loại đối tượng (kind), ví dụ `Secret`." },
  "external.name": {
    en: "Name of the object. A `*` at its end stands for any ending: `tls-*`.",
    vi: "Tên của đối tượng. Dấu `*` ở cuối thay cho phần đuôi bất kỳ: `tls-*`.",
  },
  "external.namespace": {
    en: "Namespace that holds the object. Without it, the object counts as known in every namespace.",
    vi: "Namespace chứa đối tượng. Nếu không ghi, đối tượng được coi là có trong mọi namespace.",
  },
  "external.keys": {
    en: "Keys of the ConfigMap or Secret. Once listed, a reference to any other key is reported.",
    vi: "Các khóa của ConfigMap hay Secret. Khi đã liệt kê, tham chiếu đến khóa khác sẽ bị báo.",
  },
  profile: {
    en: "How much is checked: `essential` reports mistakes, `recommended` adds good practice, `strict` all the rest.",
    vi: "Phạm vi kiểm tra: `essential` báo các lỗi, `recommended` thêm khuyến nghị, `strict` thêm mọi quy tắc còn lại.",
  },
  rules: {
    en: "How serious a finding of each rule is; `off` silences it. `reference/*` stands for all rules of a group.",
    vi: "Mức độ của từng quy tắc kiểm tra; `off` tắt quy tắc đó. `reference/*` thay cho mọi quy tắc trong một nhóm.",
  },
  "rules.*": {
    en: "Severity of the rule: `error`, `warning`, `information`, `hint` or `off`.",
    vi: "Mức độ của quy tắc: `error`, `warning`, `information`, `hint` hay `off`.",
  },
  exclude: {
    en: "Files and folders that are none of our business, as patterns in the manner of `.gitignore`.",
    vi: "Các tệp và thư mục không cần kiểm tra, viết theo mẫu như trong `.gitignore`.",
  },
};
