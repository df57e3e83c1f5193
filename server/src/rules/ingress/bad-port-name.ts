import { pairOf } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { mapAt, scalarAt, spanOf, textAt } from "../given.ts";
import { portFault } from "../port.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { backendsOf, specOf } from "./ingress.ts";

export default objectRule({
  id: "ingress/bad-port-name",
  severity: "error",
  since: "0.1.0",
  kinds: ["Ingress"],
  docs: {
    title: { en: "Backend port name of the wrong form", vi: "Tên cổng của backend sai dạng" },
    why: {
      en: "`name` is for the name of a Service port: up to 15 small letters, digits and dashes with at least one letter. A number belongs into `number`.",
      vi: "`name` dành cho tên cổng của Service: tối đa 15 chữ thường, chữ số, dấu gạch ngang và có ít nhất một chữ cái. Số thì ghi vào `number`.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/"],
  },
  bad: [
    {
      title: { en: "A number as the name", vi: "Lấy số làm tên" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          defaultBackend:
            service:
              name: gio-hang
              port:
                name: "8080" #! @"8080"
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          defaultBackend:
            service:
              name: gio-hang
              port:
                number: 8080
      `,
    },
  ],
  good: [
    {
      title: { en: "A number where it belongs", vi: "Số ghi đúng chỗ" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          defaultBackend:
            service:
              name: gio-hang
              port:
                number: 8080
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const backend of backendsOf(specOf(resource))) {
      const port = mapAt(backend, "service", "port");
      const node = scalarAt(port, "name");
      const pair = pairOf(port, "name");
      const fault = node && textAt(port, "name") !== undefined ? portFault(node) : undefined;
      if (!pair || !node || !fault || pairOf(port, "number")) continue;
      const isNumber = /^\d+$/.test(node.text);
      yield {
        span: spanOf(node),
        message: isNumber
          ? {
              en: `The port ${quoted(node.text)} is a number: write \`number\` instead of \`name\`.`,
              vi: `Cổng ${quoted(node.text)} là số: ghi \`number\` thay cho \`name\`.`,
            }
          : fault.message,
        fixes: () => {
          if (!isNumber) return fault.repaired === undefined ? [] : [change(doc, node, fault.repaired)];
          const title = { en: `Write \`number: ${node.text}\``, vi: `Ghi \`number: ${node.text}\`` };
          const text = `number: ${node.text}`;
          return [{ title, preferred: true, safe: false, edits: [{ span: spanOf(pair), text }] }];
        },
      };
    }
  },
});
