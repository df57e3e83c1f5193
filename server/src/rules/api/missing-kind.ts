import { suggestKindByFields } from "../../schema/suggest-kind.ts";
import { insertEntry } from "../../yaml/edit.ts";
import { at, pairOf, textOf } from "../../yaml/node.ts";
import { misspeltDraft, misspeltKey } from "../misspelt-key.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "api/missing-kind",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "Object without a kind", vi: "Đối tượng thiếu kind" },
    why: {
      en: "Without `kind` nobody can tell what the object is; kubectl refuses the manifest.",
      vi: "Không có `kind` thì không biết đối tượng thuộc loại nào; kubectl từ chối manifest.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/"],
  },
  bad: [
    {
      title: { en: "Only the apiVersion is there", vi: "Chỉ có apiVersion" },
      manifest: `
        apiVersion: apps/v1 #! @apiVersion
        metadata:
          name: gio-hang-web
        spec:
          replicas: 2
          serviceName: gio-hang-web
          selector: { matchLabels: { app: gio-hang-web } }
          template:
            metadata: { labels: { app: gio-hang-web } }
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
      fixed: `
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: gio-hang-web
        spec:
          replicas: 2
          serviceName: gio-hang-web
          selector: { matchLabels: { app: gio-hang-web } }
          template:
            metadata: { labels: { app: gio-hang-web } }
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
    },
    {
      title: { en: "The key is misspelt", vi: "Gõ sai tên khóa" },
      manifest: `
        apiVersion: v1
        kid: Namespace #! @kid
        metadata:
          name: cua-hang
      `,
      fixed: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name: cua-hang
      `,
    },
  ],
  good: [
    {
      title: { en: "Both are there", vi: "Có đủ cả hai" },
      manifest: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name: cua-hang
      `,
    },
  ],
  *check(resource, _subject, { catalog, doc }) {
    const pair = pairOf(resource.root, "apiVersion");
    if (resource.gvk.kind !== "" || !pair || (textOf(pair.value) ?? "") === "" || isUnread(resource.root)) return;
    const misspelt = misspeltKey(resource.root, "kind");
    if (misspelt) return yield misspeltDraft(doc, misspelt, "kind");
    const kind = pairOf(resource.root, "kind");
    const span = kind ? kind.key : pair.key;
    yield {
      span: { start: span.start, end: span.end },
      message: {
        en: "`kind` is missing: it says what the object is, such as `Deployment` or `Service`.",
        vi: "Thiếu `kind`: trường này cho biết loại đối tượng, chẳng hạn `Deployment` hoặc `Service`.",
      },
      fixes: () => {
        const meant = suggestKindByFields(catalog, resource.apiVersion, resource.root);
        return meant.slice(0, 3).map((entry, index) => ({
          title: { en: `Add kind ${quoted(entry.kind)}`, vi: `Thêm kind ${quoted(entry.kind)}` },
          preferred: index === 0,
          safe: false,
          edits: insertEntry(doc, resource.root, "kind", entry.kind, { after: pair }),
        }));
      },
    };
  },
});

/** A kind that is no plain text is the schema's business. */
const isUnread = (root: Parameters<typeof at>[0]): boolean => {
  const kind = at(root, "kind");
  return kind !== undefined && textOf(kind) === undefined;
};
