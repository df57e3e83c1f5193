import { change } from "../fixes.ts";
import { scalarAt, spanOf, textAt } from "../given.ts";
import { formFault, LABEL, type NameForm, reformed, SUBDOMAIN } from "../metadata/forms.ts";
import { quoted } from "../wording.ts";
import { podWith } from "./example.ts";
import { podRule } from "./pod-rule.ts";

export default podRule({
  id: "pod/invalid-name",
  fields: ["hostname", "subdomain", "serviceAccountName", "nodeName", "priorityClassName", "runtimeClassName"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Field of a Pod that takes names only", vi: "Trường của Pod chỉ nhận tên hợp lệ" },
    why: {
      en: "`hostname` and `subdomain` are DNS labels: letters, digits and `-` without a dot. A service account, node, priority class or runtime class is named as objects are.",
      vi: "`hostname` và `subdomain` là một nhãn DNS: chữ, số và `-`, không có dấu chấm. Service account, node, priority class hay runtime class ghi theo tên đối tượng.",
    },
    links: [
      "https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-hostname-and-subdomain-fields",
    ],
  },
  bad: [
    {
      title: { en: "A host name with an underscore", vi: "Tên máy có dấu gạch dưới" },
      manifest: podWith(`
        hostname: gio_hang #! @gio_hang
      `),
      fixed: podWith(`
        hostname: gio-hang
      `),
    },
    {
      title: { en: "A whole domain as subdomain", vi: "Cả tên miền làm subdomain" },
      manifest: podWith(`
        subdomain: gio.cua-hang #! @gio.cua-hang
      `),
    },
  ],
  good: [
    {
      title: { en: "A node's name may have dots", vi: "Tên node có thể có dấu chấm" },
      manifest: podWith(`
        hostname: gio-hang
        nodeName: node-1.cua-hang.vn
      `),
    },
  ],
  *checkPod({ spec }, { doc }) {
    for (const [field, form] of FIELDS) {
      const node = scalarAt(spec, field);
      const text = textAt(spec, field);
      const fault = text === undefined ? undefined : formFault(text, form);
      if (!node || text === undefined || !fault) continue;
      const meant = reformed(text, form);
      yield {
        span: spanOf(node),
        message: {
          en: `${quoted(field)}: ${quoted(text)} ${fault.en}.`,
          vi: `${quoted(field)}: ${quoted(text)} ${fault.vi}.`,
        },
        // A whole domain in place of a label is no slip of the pen.
        ...(meant === undefined || text.includes(".") ? {} : { fixes: () => [change(doc, node, meant)] }),
      };
    }
  },
});

const FIELDS: readonly (readonly [string, NameForm])[] = [
  ["hostname", LABEL],
  ["subdomain", LABEL],
  ["serviceAccountName", SUBDOMAIN],
  ["nodeName", SUBDOMAIN],
  ["priorityClassName", SUBDOMAIN],
  ["runtimeClassName", SUBDOMAIN],
];
