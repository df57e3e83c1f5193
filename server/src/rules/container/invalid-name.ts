import { change } from "../fixes.ts";
import { scalarAt, spanOf, textAt } from "../given.ts";
import { formFault, LABEL, reformed } from "../metadata/forms.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "container/invalid-name",
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Container name that the API server refuses", vi: "Tên container mà API server từ chối" },
    why: {
      en: "A container is named by at most 63 lower-case letters, digits and `-`, without dots or `_`.",
      vi: "Tên container gồm tối đa 63 ký tự: chữ thường, chữ số và `-`, không có dấu chấm hay `_`.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names"],
  },
  bad: [
    {
      title: { en: "An underscore", vi: "Dấu gạch dưới" },
      manifest: podOnly(`
        containers:
          - name: gio_hang #! @gio_hang
            image: nginx:1.27
      `),
      fixed: podOnly(`
        containers:
          - name: gio-hang
            image: nginx:1.27
      `),
    },
  ],
  good: [
    {
      title: { en: "A dash", vi: "Gạch nối" },
      manifest: podOnly(`
        containers:
          - name: gio-hang
            image: nginx:1.27
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    const node = scalarAt(map, "name");
    const text = textAt(map, "name");
    const fault = text === undefined ? undefined : formFault(text, LABEL);
    if (!node || text === undefined || !fault) return;
    const meant = reformed(text, LABEL);
    yield {
      span: spanOf(node),
      message: { en: `The name ${quoted(text)} ${fault.en}.`, vi: `Tên ${quoted(text)} ${fault.vi}.` },
      ...(meant === undefined ? {} : { fixes: () => [change(doc, node, meant)] }),
    };
  },
});
