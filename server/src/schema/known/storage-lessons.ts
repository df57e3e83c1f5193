import type { Localized } from "../../base/localized.ts";

type Lesson = readonly [en: string, vi: string];

/** What each system of old was, and what to do with its volumes now; by the field of a volume. */
const LESSONS: Readonly<Record<string, Lesson>> = {
  awsElasticBlockStore: [
    "A disk of Amazon in one zone, for one node at a time (ReadWriteOnce). The driver adds ReadWriteOncePod, and ReadWriteMany for raw devices only. New classes name `ebs.csi.aws.com`; `zone` becomes `allowedTopologies`.",
    "Đĩa Amazon nằm trong một zone, mỗi lúc chỉ dành cho một node (ReadWriteOnce). Driver có thêm ReadWriteOncePod, và ReadWriteMany nhưng chỉ cho thiết bị thô. Class mới ghi `ebs.csi.aws.com`; `zone` thành `allowedTopologies`.",
  ],
  gcePersistentDisk: [
    "A disk of Google, written by one node or read by many (ReadWriteOnce, ReadOnlyMany). The driver's handle names project, zone and disk; UNSPECIFIED stands for those of the node.",
    "Đĩa Google, một node ghi hoặc nhiều node đọc (ReadWriteOnce, ReadOnlyMany). Handle của driver gồm project, zone và tên đĩa; UNSPECIFIED nghĩa là lấy theo node.",
  ],
  azureDisk: [
    "A disk of Azure for one node at a time. Only managed disks are left; several nodes share one as a raw device with `maxShares`.",
    "Đĩa Azure, mỗi lúc chỉ dành cho một node. Nay chỉ còn managed disk; nhiều node dùng chung được khi là thiết bị thô và có `maxShares`.",
  ],
  azureFile: [
    "A file share of Azure, read and written by many nodes. Its Secret keeps the same keys for the driver; in a volume the Secret's namespace must be said, `default` if it was not.",
    "File share của Azure, nhiều node cùng đọc ghi. Secret giữ nguyên các khóa khi dùng driver; trong volume phải ghi namespace của Secret, trước đây bỏ trống là `default`.",
  ],
  cinder: ["A disk of OpenStack for one node at a time.", "Đĩa OpenStack, mỗi lúc chỉ dành cho một node."],
  vsphereVolume: [
    "A virtual disk on a datastore. The driver finds storage by policy: `storagepolicyname` and `datastoreurl` take the place of `datastore` and `diskformat`, and vSphere 7.0u2 or later is needed.",
    "Đĩa ảo trên datastore. Driver chọn nơi lưu theo policy: `storagepolicyname` và `datastoreurl` thay cho `datastore` và `diskformat`, và cần vSphere 7.0u2 trở lên.",
  ],
  portworxVolume: [
    "Portworx puts the disks of the nodes together, and shares volumes over NFS with `sharedv4`. Parameters of classes keep their names in the driver.",
    "Portworx gộp đĩa của các node, và chia sẻ volume qua NFS bằng `sharedv4`. Tham số của class giữ nguyên tên khi dùng driver.",
  ],
  glusterfs: [
    "Gluster spread files over servers, and Heketi made volumes. Kubernetes has no successor for it; copy the data to another shared system, such as NFS or CephFS, with a Pod that mounts both while an old release still runs.",
    "Gluster trải tệp ra nhiều máy chủ, còn Heketi tạo volume. Kubernetes không có gì kế tiếp; hãy chép dữ liệu sang hệ thống dùng chung khác như NFS hay CephFS, bằng một Pod mount cả hai khi còn chạy bản cũ.",
  ],
  rbd: [
    "Images of Ceph as disks. The driver knows a cluster by the `clusterID` in its ConfigMap instead of by monitors, and its Secret holds `userID` and `userKey` instead of `key`. Images made by hand are static volumes: the handle is the image's name.",
    "Image của Ceph dùng làm đĩa. Driver nhận ra cụm bằng `clusterID` trong ConfigMap của nó chứ không bằng monitor, và Secret chứa `userID` và `userKey` thay cho `key`. Image tự tạo là volume tĩnh: handle chính là tên image.",
  ],
  cephfs: [
    "The file system of Ceph, shared by many nodes. As a static volume of the driver it has a `rootPath`, and a handle that only has to be unique; the Secret holds `userID` and `userKey`.",
    "Hệ tệp của Ceph, nhiều node dùng chung. Khi là volume tĩnh của driver, nó có `rootPath` và một handle chỉ cần là duy nhất; Secret chứa `userID` và `userKey`.",
  ],
  quobyte: [
    "A shared file system. Its vendor has a CSI driver for new volumes; nothing translates the old ones.",
    "Hệ tệp dùng chung. Hãng có CSI driver cho volume mới; không gì chuyển đổi volume cũ.",
  ],
  storageos: [
    "Disks of the nodes, replicated. The product became Ondat and was given up; restore the data from a copy into another system.",
    "Đĩa của các node, có nhân bản. Sản phẩm đổi tên thành Ondat rồi ngừng; hãy khôi phục dữ liệu từ bản sao lưu vào hệ thống khác.",
  ],
  flocker: [
    "Volumes that moved along with containers, from the first years of containers. The product no longer exists; only a copy of the data helps.",
    "Volume di chuyển theo container, từ thời đầu của container. Sản phẩm không còn nữa; chỉ bản sao lưu dữ liệu mới giúp được.",
  ],
  scaleIO: [
    "Dell's ScaleIO, today PowerFlex. Its CSI driver `csi-vxflexos.dellemc.com` makes new volumes; the old ones are not carried over.",
    "ScaleIO của Dell, nay là PowerFlex. CSI driver `csi-vxflexos.dellemc.com` tạo volume mới; volume cũ không được chuyển sang.",
  ],
  photonPersistentDisk: [
    "Disks of VMware's Photon platform, which VMware ended in 2017.",
    "Đĩa của nền tảng Photon thuộc VMware, đã ngừng từ năm 2017.",
  ],
};

/** Undefined for systems nobody told us about. */
export function lessonOf(source: string): Localized | undefined {
  const lesson = Object.hasOwn(LESSONS, source) ? LESSONS[source] : undefined;
  return lesson && { en: lesson[0], vi: lesson[1] };
}
