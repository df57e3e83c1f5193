import { type Known, known } from "../../schema/known/known.ts";
import { driverNamed, topologiesOf } from "../../schema/known/storage-drivers.ts";
import { at, type Path, textOf } from "../../yaml/node.ts";
import type { Place } from "./place.ts";

/** What may stand at a place of a claim, volume or class because of what stands beside it; undefined anywhere else. */
export function storageValues({
  path,
  subject,
}: Pick<Place, "subject"> & { readonly path: Path }): readonly Known[] | undefined {
  if (!subject) return undefined;
  const place = path.map((step) => (typeof step === "number" ? "[]" : step)).join(".");
  const source = /(?:^|\.)spec\.(dataSource|dataSourceRef)\.(kind|apiGroup)$/.exec(place);
  if (source && isClaim(subject.resource?.gvk.kind)) return source[2] === "kind" ? SOURCE_KINDS : SOURCE_GROUPS;
  const driver = textOf(at(subject.root, "provisioner")) ?? textOf(at(subject.root, "spec", "csi", "driver")) ?? "";
  switch (place) {
    case "allowedTopologies.[].matchLabelExpressions.[].key":
    case "spec.nodeAffinity.required.nodeSelectorTerms.[].matchExpressions.[].key":
      return topologiesOf(driver).map((key) =>
        known([key, `Where volumes of ${driver} are.`, `Vị trí của volume thuộc ${driver}.`]),
      );
    case "mountOptions.[]":
    case "spec.mountOptions.[]":
      return optionsFor(driver, textOf(at(subject.root, "spec", "nfs", "server")) !== undefined);
    default:
      return undefined;
  }
}

const isClaim = (kind: string | undefined): boolean => kind === "PersistentVolumeClaim" || kind === "StatefulSet";

const SOURCE_KINDS = [
  known(["PersistentVolumeClaim", "A copy of another claim.", "Nhân bản từ claim khác."]),
  known(["VolumeSnapshot", "What a snapshot holds; needs `apiGroup`.", "Nội dung của snapshot; cần `apiGroup`."]),
];

const SOURCE_GROUPS = [
  known(["snapshot.storage.k8s.io", "The group of VolumeSnapshot.", "Nhóm API của VolumeSnapshot."]),
];

const NFS = [
  known(["nfsvers=4.1", "Version of the protocol.", "Phiên bản giao thức."]),
  known(["hard", "Wait for the server for ever.", "Chờ máy chủ mãi mãi."]),
  known(["noatime", "Do not note when files are read.", "Không ghi thời điểm đọc tệp."]),
];

const SMB = [
  known(["dir_mode=0777", "Mode of directories.", "Quyền của thư mục."]),
  known(["file_mode=0777", "Mode of files.", "Quyền của tệp."]),
  known(["uid=1000", "Owner of all files.", "Chủ của mọi tệp."]),
  known(["gid=1000", "Group of all files.", "Nhóm của mọi tệp."]),
  known(["mfsymlinks", "Symbolic links.", "Liên kết tượng trưng."]),
  known(["nobrl", "No byte-range locks.", "Không khóa theo đoạn byte."]),
];

const DISK = [
  known(["noatime", "Do not note when files are read.", "Không ghi thời điểm đọc tệp."]),
  known(["discard", "Tell the disk which blocks are free.", "Báo cho đĩa biết block nào trống."]),
];

function optionsFor(driver: string, isNfs: boolean): readonly Known[] | undefined {
  if (isNfs || driver === "nfs.csi.k8s.io") return NFS;
  if (driver === "smb.csi.k8s.io" || driver === "file.csi.azure.com") return SMB;
  return driverNamed(driver)?.isZonal ? DISK : undefined;
}
