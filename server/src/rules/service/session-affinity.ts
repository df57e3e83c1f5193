import { pairOf } from "../../yaml/node.ts";
import { add, change, remove } from "../fixes.ts";
import { isGiven, scalarAt, spanOf } from "../given.ts";
import { type Fix, objectRule } from "../rule.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/session-affinity",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Settings of a session affinity that is off", vi: "Có cấu hình nhưng không bật session affinity" },
    why: {
      en: "`sessionAffinityConfig` belongs to `sessionAffinity: ClientIP`. With `None`, the default, the API server rejects it.",
      vi: "`sessionAffinityConfig` đi cùng `sessionAffinity: ClientIP`. Với `None`, giá trị mặc định, API server từ chối.",
    },
    links: ["https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity"],
  },
  bad: [
    {
      title: { en: "The switch was forgotten", vi: "Quên bật" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports: [{ port: 80 }]
          sessionAffinityConfig: #! @sessionAffinityConfig
            clientIP:
              timeoutSeconds: 600
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports: [{ port: 80 }]
          sessionAffinity: ClientIP
          sessionAffinityConfig:
            clientIP:
              timeoutSeconds: 600
      `,
    },
  ],
  good: [
    {
      title: { en: "Both together", vi: "Có đủ cả hai" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports: [{ port: 80 }]
          sessionAffinity: ClientIP
          sessionAffinityConfig:
            clientIP:
              timeoutSeconds: 600
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = serviceOf(resource)?.spec;
    const pair = pairOf(spec, "sessionAffinityConfig");
    const affinity = pairOf(spec, "sessionAffinity");
    const node = scalarAt(affinity?.value);
    if (!spec || !pair || !isGiven(pair.value) || (isGiven(affinity?.value) && node?.text !== "None")) return;
    yield {
      span: spanOf(pair.key),
      message: {
        en: "`sessionAffinityConfig` needs `sessionAffinity: ClientIP`.",
        vi: "`sessionAffinityConfig` cần `sessionAffinity: ClientIP`.",
      },
      fixes: (): readonly Fix[] => [
        node ? change(doc, node, "ClientIP") : add(doc, spec, "sessionAffinity", "ClientIP", { at: { before: pair } }),
        remove(doc, spec, pair, { preferred: false }),
      ],
    };
  },
});
