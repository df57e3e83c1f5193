import type { Edit } from "../../base/span.ts";
import { isList, metadataPair, type Resource } from "../../model/resource.ts";
import type { SchemaCursor } from "../../schema/cursor.ts";
import { isOpaque } from "../../schema/validate.ts";
import type { YDocument } from "../../yaml/document.ts";
import { insertEntry } from "../../yaml/edit.ts";
import { at, deref, entriesOf, pairOf, type YNode, type YPair } from "../../yaml/node.ts";
import { scalarKind } from "../../yaml/scalar.ts";
import { misspeltKey } from "../misspelt-key.ts";
import { placeholderName } from "../placeholder-name.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "metadata/missing-name",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Object without a name", vi: "Đối tượng thiếu tên" },
    why: {
      en: "Every object needs `metadata.name`, or `generateName` for `kubectl create`. The API server rejects an object that has neither.",
      vi: "Đối tượng nào cũng cần `metadata.name`, hoặc `generateName` khi dùng `kubectl create`. API server từ chối đối tượng không có cả hai.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/"],
  },
  bad: [
    {
      title: { en: "Labels but no name", vi: "Có label nhưng không có tên" },
      manifest: `
        apiVersion: v1
        kind: Namespace
        metadata: #! @metadata
          labels:
            team: cua-hang
      `,
      fixed: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name: my-namespace
          labels:
            team: cua-hang
      `,
    },
    {
      title: { en: "No metadata at all", vi: "Không có metadata" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap #! @ConfigMap
        data:
          MODE: prod
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: my-configmap
        data:
          MODE: prod
      `,
    },
  ],
  good: [
    {
      title: { en: "A name for `kubectl create` to complete", vi: "Tên để `kubectl create` điền nốt" },
      manifest: `
        apiVersion: batch/v1
        kind: Job
        metadata:
          generateName: bao-cao-
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: bao-cao
                  image: busybox:1.36
      `,
    },
    {
      title: { en: "A question to the API server has no name", vi: "Câu hỏi gửi API server không cần tên" },
      manifest: `
        apiVersion: authorization.k8s.io/v1
        kind: SelfSubjectAccessReview
        spec:
          resourceAttributes: { verb: get, resource: pods }
      `,
    },
  ],
  *check(resource, subject, { doc }) {
    if (isGiven(metadataPair(resource, "name")) || isGiven(metadataPair(resource, "generateName"))) return;
    if (!subject.cursor || isList(resource) || !hasObjectMeta(subject.cursor) || NAMELESS.test(resource.gvk.kind))
      return;
    const metadata = pairOf(resource.root, "metadata");
    const map = deref(metadata?.value);
    if (map?.type === "seq" || (map?.type === "scalar" && scalarKind(map) !== "null")) return;
    const place = metadataPair(resource, "name")?.key ?? metadata?.key ?? at(resource.root, "kind");
    if (!place || mayComeFromElsewhere(map) || isExplained(resource, doc)) return;
    yield {
      span: { start: place.start, end: place.end },
      message: {
        en: `${resource.gvk.kind} has no name: \`metadata.name\` is required.`,
        vi: `${resource.gvk.kind} chưa có tên: \`metadata.name\` là bắt buộc.`,
      },
      fixes: () => {
        const name = placeholderName(resource);
        const title = { en: `Add the name ${quoted(name)}`, vi: `Thêm tên ${quoted(name)}` };
        return [{ title, preferred: true, safe: false, edits: insertName(resource, doc, name) }];
      },
    };
  },
});

/** Requests that the API server answers without keeping them. */
const NAMELESS = /Review$/;

const hasObjectMeta = (cursor: SchemaCursor): boolean =>
  cursor.child("metadata")?.definition?.endsWith(".ObjectMeta") === true;

function isGiven(pair: YPair | undefined): boolean {
  const value = deref(pair?.value);
  return value !== undefined && (value.type !== "scalar" || (value.text !== "" && scalarKind(value) !== "null"));
}

/** A misspelt key, or YAML that is broken somewhere, is reported as what it is. */
const isExplained = ({ root }: Resource, doc: YDocument): boolean =>
  misspeltKey(root, "metadata") !== undefined ||
  misspeltKey(at(root, "metadata"), "name") !== undefined ||
  pairOf(root, "name") !== undefined ||
  doc.problems.some(({ code }) => code !== "duplicate-key");

/** A merge key or a placeholder in key position may bring the name. */
const mayComeFromElsewhere = (map: YNode | undefined): boolean =>
  entriesOf(map).some(({ key }) => key.text === "<<" || isOpaque(key.text));

function insertName(resource: Resource, doc: YDocument, name: string): readonly Edit[] {
  const map = deref(pairOf(resource.root, "metadata")?.value);
  if (map?.type === "map") return insertEntry(doc, map, "name", name, "start");
  const kind = pairOf(resource.root, "kind");
  return insertEntry(doc, resource.root, "metadata", `\n  name: ${name}`, kind ? { after: kind } : "end");
}
