import { change } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { portFault } from "../port.ts";
import { objectRule } from "../rule.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/bad-target-port",
  severity: "error",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "targetPort that no container port can have", vi: "targetPort mà cổng container không thể có" },
    why: {
      en: "`targetPort` is a number from 1 to 65535, or the name of a container port: up to 15 small letters, digits and dashes with at least one letter. A number in quotes is taken for a name.",
      vi: "`targetPort` là số từ 1 đến 65535, hoặc tên một cổng của container: tối đa 15 chữ thường, chữ số, dấu gạch ngang và có ít nhất một chữ cái. Số trong dấu nháy bị coi là tên.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],
  },
  bad: [
    {
      title: { en: "A number in quotes", vi: "Số trong dấu nháy" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - port: 80
              targetPort: "8080" #! @"8080"
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - port: 80
              targetPort: 8080
      `,
    },
    {
      title: { en: "A number too large", vi: "Số quá lớn" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - port: 80
              targetPort: 80800 #! @80800
      `,
    },
  ],
  good: [
    {
      title: { en: "A number and a name", vi: "Một số và một tên" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - name: http
              port: 80
              targetPort: 8080
            - name: metrics
              port: 9090
              targetPort: metrics
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const port of serviceOf(resource)?.ports ?? []) {
      const node = scalarAt(port, "targetPort");
      const fault = node && portFault(node);
      if (!fault) continue;
      const { repaired } = fault;
      yield {
        span: spanOf(node),
        message: fault.message,
        fixes: () => (repaired === undefined ? [] : [change(doc, node, repaired)]),
      };
    }
  },
});
