import { isAtLeast } from "../../schema/lifecycle.ts";
import { pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isA, isGiven, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { volume } from "./example.ts";

/** The API server drops the field before this release, as long as nobody turns its gate on. */
const FIRST = "1.34";

const FIELD = "volumeAttributesClassName";

const CSI = "  csi:\n    driver: ebs.csi.aws.com\n    volumeHandle: vol-0a1b2c\n";

export default objectRule({
  id: "storage/attributes-class",
  severity: "error",
  since: "0.1.0",
  kinds: ["PersistentVolume", "PersistentVolumeClaim"],
  docs: {
    title: { en: "VolumeAttributesClass where there can be none", vi: "VolumeAttributesClass ở nơi không dùng được" },
    why: {
      en: "Only CSI drivers know classes of attributes: the API server refuses one on any other volume, and an empty one on a volume. Before Kubernetes 1.34 it drops the field.",
      vi: "Chỉ CSI driver mới hiểu VolumeAttributesClass: API server từ chối trường này trên volume loại khác, và từ chối giá trị rỗng trên volume. Trước Kubernetes 1.34 trường này bị bỏ qua.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/"],
  },
  bad: [
    {
      title: { en: "On an NFS volume", vi: "Trên volume NFS" },
      manifest: volume("pv-a", { more: [`${FIELD}: vang #! @${FIELD}`] }),
      fixed: volume("pv-a"),
    },
    {
      title: { en: "An empty one", vi: "Giá trị rỗng" },
      manifest: volume("pv-a", { more: [`${FIELD}: "" #! @${FIELD}`] }).replace(/ {2}nfs:[\s\S]*/, CSI),
    },
    {
      title: { en: "Before Kubernetes 1.34", vi: "Trước Kubernetes 1.34" },
      kubernetes: "1.33",
      manifest: volume("pv-a", { more: [`${FIELD}: vang #! @${FIELD}`] }).replace(/ {2}nfs:[\s\S]*/, CSI),
    },
  ],
  good: [
    {
      title: { en: "On a CSI volume", vi: "Trên volume CSI" },
      manifest: volume("pv-a", { more: [`${FIELD}: vang`] }).replace(/ {2}nfs:[\s\S]*/, CSI),
    },
  ],
  *check(resource, _subject, { doc, catalog }) {
    if (!isA(resource, "", "PersistentVolume", "PersistentVolumeClaim")) return;
    const spec = mapAt(resource.root, "spec");
    const pair = spec && pairOf(spec, FIELD);
    if (!spec || !pair?.value) return;
    const isVolume = resource.gvk.kind === "PersistentVolume";
    const isNamed = scalarAt(pair.value) !== undefined;
    const about = {
      span: spanOf(pair.key),
      fixes: () => [remove(doc, spec, pair)],
    };
    if (!isAtLeast(catalog.release.version, FIRST)) {
      if (isNamed)
        yield {
          ...about,
          severity: "information",
          message: {
            en: `The API server drops this field: classes of attributes are on by default since Kubernetes ${FIRST}.`,
            vi: `API server bỏ qua trường này: VolumeAttributesClass mặc định bật từ Kubernetes ${FIRST}.`,
          },
        };
    } else if (isVolume && isEmptyText(pair.value))
      yield {
        ...about,
        message: {
          en: "A volume's class of attributes must not be empty; leave the field out.",
          vi: "VolumeAttributesClass của volume không được rỗng; hãy bỏ trường này.",
        },
      };
    else if (isVolume && isNamed && isOther(spec))
      yield {
        ...about,
        message: {
          en: "Only `csi` volumes can have a class of attributes.",
          vi: "Chỉ volume `csi` mới có VolumeAttributesClass.",
        },
      };
  },
});

const isEmptyText = (value: NonNullable<ReturnType<typeof pairOf>>["value"]): boolean =>
  value?.type === "scalar" && value.text === "" && value.style !== "plain";

/** Some source is given, and it is not CSI; of a volume without any another rule speaks. */
const isOther = (spec: NonNullable<ReturnType<typeof mapAt>>): boolean =>
  !isGiven(pairOf(spec, "csi")?.value) &&
  spec.entries.some(({ key, value }) => !PLAIN.has(key.text) && isGiven(value) && value?.type === "map");

/** Maps in a volume's spec that are no source. */
const PLAIN: ReadonlySet<string> = new Set(["capacity", "claimRef", "nodeAffinity"]);
