import { at } from "../../yaml/node.ts";
import { spanOf, textsIn } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { keyFault } from "./forms.ts";

export default objectRule({
  id: "metadata/invalid-finalizer",
  fields: ["finalizers"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Finalizer with an impossible name", vi: "Finalizer có tên không hợp lệ" },
    why: {
      en: "A finalizer is named like a label's key, with the domain of the controller that will remove it. Otherwise the API server rejects the object.",
      vi: "Finalizer đặt tên như khóa của label, kèm tên miền của controller sẽ gỡ nó. Nếu không, API server từ chối đối tượng.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/"],
  },
  bad: [
    {
      title: { en: "A blank in the name", vi: "Có dấu cách trong tên" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
          finalizers:
            - cua-hang.vn/don dep #! @'cua-hang.vn/don dep'
        data:
          MODE: prod
      `,
    },
  ],
  good: [
    {
      title: { en: "A domain and a name", vi: "Tên miền và tên" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
          finalizers:
            - cua-hang.vn/don-dep
        data:
          MODE: prod
      `,
    },
  ],
  *check(resource) {
    for (const node of textsIn(at(resource.root, "metadata", "finalizers"))) {
      const fault = keyFault(node.text);
      if (!fault) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `The finalizer ${quoted(node.text)} ${fault.en}.`,
          vi: `Finalizer ${quoted(node.text)} ${fault.vi}.`,
        },
      };
    }
  },
});
