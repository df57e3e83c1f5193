import { metadataPair } from "../../model/resource.ts";
import { change } from "../fixes.ts";
import { scalarAt, spanOf, textAt } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { formFault, LABEL, reformed } from "./forms.ts";

export default objectRule({
  id: "metadata/invalid-namespace",
  fields: ["namespace"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Namespace that cannot exist", vi: "Namespace không thể tồn tại" },
    why: {
      en: "A namespace is named by lower-case letters, digits and `-`, 63 at most, so an object in any other one is refused.",
      vi: "Tên namespace gồm chữ thường, chữ số và `-`, tối đa 63 ký tự, nên đối tượng ghi tên khác sẽ bị từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],
  },
  bad: [
    {
      title: { en: "An underscore", vi: "Dấu gạch dưới" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
          namespace: cua_hang #! @cua_hang
        data:
          MODE: prod
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
          namespace: cua-hang
        data:
          MODE: prod
      `,
    },
  ],
  good: [
    {
      title: { en: "Letters and a dash", vi: "Chữ và gạch nối" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
          namespace: cua-hang
        data:
          MODE: prod
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const value = metadataPair(resource, "namespace")?.value;
    const node = scalarAt(value);
    const text = textAt(value);
    const fault = text === undefined ? undefined : formFault(text, LABEL);
    if (!node || text === undefined || !fault) return;
    const meant = reformed(text, LABEL);
    yield {
      span: spanOf(node),
      message: { en: `The namespace ${quoted(text)} ${fault.en}.`, vi: `Namespace ${quoted(text)} ${fault.vi}.` },
      ...(meant === undefined ? {} : { fixes: () => [change(doc, node, meant)] }),
    };
  },
});
