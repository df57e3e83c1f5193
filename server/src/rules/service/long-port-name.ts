import { isDnsLabel } from "../../base/names.ts";
import { scalarAt, spanOf } from "../given.ts";
import { isPortName } from "../names.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/long-port-name",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Port name that an Ingress cannot use", vi: "Tên cổng mà Ingress không dùng được" },
    why: {
      en: "A Service port may have a name of 63 characters, but an Ingress can only refer to names of at most 15 with a letter in them.",
      vi: "Tên cổng của Service được dài tới 63 ký tự, nhưng Ingress chỉ nhắc được tên tối đa 15 ký tự và có chữ cái.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/"],
  },
  bad: [
    {
      title: { en: "A name of 18 characters", vi: "Tên dài 18 ký tự" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - name: prometheus-metrics #! @prometheus-metrics
              port: 9090
      `,
    },
  ],
  good: [
    {
      title: { en: "A short name", vi: "Tên ngắn" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - name: metrics
              port: 9090
      `,
    },
  ],
  *check(resource) {
    for (const port of serviceOf(resource)?.ports ?? []) {
      const node = scalarAt(port, "name");
      if (!node || isPortName(node.text) || !isDnsLabel(node.text)) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `An Ingress cannot refer to the port name ${quoted(node.text)}.`,
          vi: `Ingress không nhắc được tên cổng ${quoted(node.text)}.`,
        },
      };
    }
  },
});
