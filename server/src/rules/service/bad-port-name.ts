import { isDnsLabel } from "../../base/names.ts";
import { change } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { asDnsLabel } from "../names.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/bad-port-name",
  severity: "error",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Service port name of the wrong form", vi: "Tên cổng của Service sai dạng" },
    why: {
      en: "The name of a Service port may hold small letters, digits and dashes, and neither start nor end with a dash.",
      vi: "Tên cổng của Service chỉ gồm chữ thường, chữ số và dấu gạch ngang, không bắt đầu hay kết thúc bằng dấu gạch ngang.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services"],
  },
  bad: [
    {
      title: { en: "An underscore and capitals", vi: "Dấu gạch dưới và chữ hoa" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - name: HTTP_web #! @HTTP_web
              port: 80
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - name: http-web
              port: 80
      `,
    },
  ],
  good: [
    {
      title: { en: "A dash between words", vi: "Dấu gạch ngang giữa các từ" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - name: http-web
              port: 80
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const port of serviceOf(resource)?.ports ?? []) {
      const node = scalarAt(port, "name");
      if (!node || isDnsLabel(node.text)) continue;
      const repaired = asDnsLabel(node.text);
      yield {
        span: spanOf(node),
        message: {
          en: `The port name ${quoted(node.text)} may only hold small letters, digits and \`-\`.`,
          vi: `Tên cổng ${quoted(node.text)} chỉ được gồm chữ thường, chữ số và \`-\`.`,
        },
        fixes: () => (repaired === "" ? [] : [change(doc, node, repaired)]),
      };
    }
  },
});
