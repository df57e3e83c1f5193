import { suggestKinds } from "../../schema/suggest.ts";
import { apiVersionOf } from "../../schema/types.ts";
import { insertEntry } from "../../yaml/edit.ts";
import { pairOf } from "../../yaml/node.ts";
import { misspeltDraft, misspeltKey } from "../misspelt-key.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "api/missing-api-version",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "Object without an apiVersion", vi: "Đối tượng thiếu apiVersion" },
    why: {
      en: "`apiVersion` says which group and version of the API the fields belong to; kubectl refuses a manifest without it.",
      vi: "`apiVersion` cho biết các trường thuộc nhóm và phiên bản API nào; kubectl từ chối manifest thiếu trường này.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/"],
  },
  bad: [
    {
      title: { en: "Only the kind is there", vi: "Chỉ có kind" },
      manifest: `
        kind: NetworkPolicy #! @kind
        metadata:
          name: chan-het
        spec:
          podSelector: {}
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: chan-het
        spec:
          podSelector: {}
      `,
    },
    {
      title: { en: "The key is misspelt", vi: "Gõ sai tên khóa" },
      manifest: `
        apiVerison: v1 #! @apiVerison
        kind: Namespace
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
    const pair = pairOf(resource.root, "kind");
    if (resource.apiVersion !== "" || resource.gvk.kind === "" || !pair) return;
    const misspelt = misspeltKey(resource.root, "apiVersion");
    if (misspelt) return yield misspeltDraft(doc, misspelt, "apiVersion");
    const { kind } = resource.gvk;
    const known = catalog.kindsNamed(kind);
    const versions = [...new Set(known.map(apiVersionOf))];
    const right = versions[0];
    const span = pairOf(resource.root, "apiVersion")?.key ?? pair.key;
    yield {
      span: { start: span.start, end: span.end },
      message:
        right === undefined
          ? { en: "`apiVersion` is missing.", vi: "Thiếu `apiVersion`." }
          : {
              en: `\`apiVersion\` is missing; ${quoted(kind)} belongs to ${quoted(right)}.`,
              vi: `Thiếu \`apiVersion\`; ${quoted(kind)} thuộc ${quoted(right)}.`,
            },
      fixes: () => {
        const meant = versions.length > 0 ? versions : suggestKinds(catalog, kind, "").map(apiVersionOf);
        return meant.slice(0, 3).map((version, index) => ({
          title: { en: `Add apiVersion ${quoted(version)}`, vi: `Thêm apiVersion ${quoted(version)}` },
          preferred: index === 0,
          safe: versions.length === 1,
          edits: insertEntry(doc, resource.root, "apiVersion", version, "start"),
        }));
      },
    };
  },
});
