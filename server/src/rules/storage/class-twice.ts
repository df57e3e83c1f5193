import { pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isA, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, NO_CLASS } from "./example.ts";

const BETA = "volume.beta.kubernetes.io/storage-class";

export default objectRule({
  id: "storage/class-twice",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["PersistentVolume", "PersistentVolumeClaim"],
  docs: {
    title: { en: "Annotation and field name different classes", vi: "Annotation và trường ghi class khác nhau" },
    why: {
      en: "The annotation of Kubernetes 1.4 still beats `storageClassName`, even where it is empty.",
      vi: "Annotation từ Kubernetes 1.4 vẫn thắng `storageClassName`, kể cả khi để trống.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class"],
  },
  bad: [
    {
      title: { en: "Two classes", vi: "Hai class" },
      manifest: claim("du-lieu", { more: NO_CLASS }).replace(
        "name: du-lieu\n",
        `name: du-lieu\n  annotations:\n    ghi-chu: a\n    #! api/deprecated-annotation @${BETA}\n    ${BETA}: nhanh #! @nhanh\n`,
      ),
    },
  ],
  good: [{ title: { en: "The field alone", vi: "Chỉ có trường" }, manifest: claim("du-lieu", { more: NO_CLASS }) }],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "", "PersistentVolume", "PersistentVolumeClaim")) return;
    const annotations = mapAt(resource.root, "metadata", "annotations");
    const pair = annotations && pairOf(annotations, BETA);
    const old = scalarAt(pair?.value);
    const field = pairOf(mapAt(resource.root, "spec"), "storageClassName")?.value;
    const text = field?.type === "scalar" ? field.text : undefined;
    if (!annotations || !pair || !old || text === undefined || text === old.text) return;
    yield {
      span: spanOf(old),
      message: {
        en: `The annotation wins: the class is ${quoted(old.text)}, not ${quoted(text === "" ? '""' : text)}.`,
        vi: `Annotation được ưu tiên: class là ${quoted(old.text)}, không phải ${quoted(text === "" ? '""' : text)}.`,
      },
      fixes: () => [remove(doc, annotations, pair)],
    };
  },
});
