import { metadataPair } from "../../model/resource.ts";
import { insertEntry } from "../../yaml/edit.ts";
import { at, pairOf } from "../../yaml/node.ts";
import { isA, isGiven, lacks, mapAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "practice/recommended-labels",
  severity: "hint",
  profile: "strict",
  kinds: ["DaemonSet", "Deployment", "Service", "StatefulSet"],
  since: "0.1.0",
  docs: {
    title: { en: "Object without the common labels", vi: "Đối tượng không có các label dùng chung" },
    why: {
      en: "Tools group objects into applications by `app.kubernetes.io/name` and its siblings. Without it they show a heap of single objects.",
      vi: "Công cụ gom đối tượng thành ứng dụng theo `app.kubernetes.io/name` và các label cùng nhóm. Thiếu nó thì chỉ thấy từng đối tượng rời.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/"],
  },
  bad: [
    {
      title: { en: "Only a label of one's own", vi: "Chỉ có label tự đặt" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
          labels: #! @labels
            app: gio-hang
        spec:
          selector:
            app: gio-hang
          ports:
            - port: 80
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
          labels:
            app: gio-hang
            app.kubernetes.io/name: gio-hang
        spec:
          selector:
            app: gio-hang
          ports:
            - port: 80
      `,
    },
  ],
  good: [
    {
      title: { en: "The common name", vi: "Có tên dùng chung" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
          labels:
            app.kubernetes.io/name: gio-hang
        spec:
          selector:
            app.kubernetes.io/name: gio-hang
          ports:
            - port: 80
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const isOurs = isA(resource, "apps", "Deployment", "StatefulSet", "DaemonSet") || isA(resource, "", "Service");
    const metadata = mapAt(resource.root, "metadata");
    if (!isOurs || !metadata) return;
    const labels = mapAt(metadata, "labels");
    const isMissing = labels ? lacks(labels, NAME) : !isGiven(at(metadata, "labels")) && lacks(metadata, "labels");
    if (!isMissing) return;
    const { name } = resource;
    yield {
      span: spanOf(pairOf(metadata, "labels")?.key ?? metadataPair(resource, "name")?.key ?? metadata),
      message: {
        en: `There is no label ${quoted(NAME)}.`,
        vi: `Chưa có label ${quoted(NAME)}.`,
      },
      ...(name === undefined || name.length > 63 || name.includes("{")
        ? {}
        : {
            fixes: () => [
              {
                title: { en: `Add the label ${quoted(NAME)}`, vi: `Thêm label ${quoted(NAME)}` },
                preferred: true,
                safe: false,
                edits: labels
                  ? insertEntry(doc, labels, NAME, name)
                  : insertEntry(doc, metadata, "labels", `\n  ${NAME}: ${name}`),
              },
            ],
          }),
    };
  },
});

const NAME = "app.kubernetes.io/name";
