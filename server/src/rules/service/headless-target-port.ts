import { integerValue } from "../../yaml/scalar.ts";
import { change } from "../fixes.ts";
import { numberAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/headless-target-port",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "targetPort that a headless Service ignores", vi: "targetPort bị Service headless bỏ qua" },
    why: {
      en: "Clients of a headless Service talk to the Pods themselves, so nothing translates `port` into `targetPort`: they have to dial the port of the Pod.",
      vi: "Client của Service headless nối thẳng tới Pod nên không có gì đổi `port` thành `targetPort`: client phải gọi đúng cổng của Pod.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#headless-services"],
  },
  bad: [
    {
      title: { en: "Two different numbers", vi: "Hai số khác nhau" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          clusterIP: None
          ports:
            - port: 80
              targetPort: 8080 #! @8080
      `,
    },
  ],
  good: [
    {
      title: { en: "The port of the Pod", vi: "Ghi đúng cổng của Pod" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          clusterIP: None
          ports:
            - port: 8080
              targetPort: 8080
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const service = serviceOf(resource);
    if (!service?.headless) return;
    for (const port of service.ports) {
      const number = scalarAt(port, "port");
      const target = scalarAt(port, "targetPort");
      if (!number || !target || integerValue(target) === undefined) continue;
      if (numberAt(port, "port") === numberAt(port, "targetPort")) continue;
      yield {
        span: spanOf(target),
        message: {
          en: `A headless Service does not forward: clients must use ${quoted(target.text)}, not ${quoted(number.text)}.`,
          vi: `Service headless không chuyển tiếp: client phải dùng ${quoted(target.text)}, không phải ${quoted(number.text)}.`,
        },
        fixes: () => [change(doc, number, Number(target.text), { preferred: false })],
      };
    }
  },
});
