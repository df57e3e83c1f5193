import { pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { lacks, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { hasOnlyKnownFields } from "../pod/sound.ts";
import { all, quoted } from "../wording.ts";
import { HANDLERS, handlersOf, hooksOf, probesOf } from "./probes.ts";

export default containerRule({
  id: "probe/handler",
  fields: ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle"],
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Probe with two actions, or none", vi: "Probe có hai hành động, hoặc không có" },
    why: {
      en: "A probe or hook does exactly one thing: `exec`, `httpGet`, `tcpSocket` or `grpc`. The API server rejects two, and none.",
      vi: "Probe hay hook làm đúng một việc: `exec`, `httpGet`, `tcpSocket` hoặc `grpc`. API server từ chối khi có hai, hoặc không có.",
    },
    links: ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],
  },
  bad: [
    {
      title: { en: "Two ways to ask", vi: "Hai cách hỏi" },
      manifest: containerWith(`
        livenessProbe:
          httpGet:
            path: /healthz
            port: 8080
          tcpSocket: #! @tcpSocket
            port: 8080
      `),
      fixed: containerWith(`
        livenessProbe:
          httpGet:
            path: /healthz
            port: 8080
      `),
    },
    {
      title: { en: "Only numbers", vi: "Chỉ có các con số" },
      manifest: containerWith(`
        readinessProbe: #! @readinessProbe
          periodSeconds: 10
      `),
    },
  ],
  good: [
    {
      title: { en: "One action each", vi: "Mỗi probe một hành động" },
      manifest: containerWith(`
        livenessProbe:
          httpGet:
            path: /healthz
            port: 8080
        lifecycle:
          preStop:
            exec:
              command: [nginx, -s, quit]
      `),
    },
  ],
  *checkContainer({ map: container }, _pod, context) {
    const { doc } = context;
    for (const { field, pair, map } of [...probesOf(container), ...hooksOf(container)]) {
      const given = handlersOf(map);
      const [, second] = given;
      if (second) {
        const names = all(given.map(({ key }) => key.text));
        yield {
          span: spanOf(second.key),
          message: {
            en: `${quoted(field)} takes one action; here are ${names.en}.`,
            vi: `${quoted(field)} chỉ nhận một hành động; ở đây có ${names.vi}.`,
          },
          fixes: () => [
            remove(doc, map, second),
            ...given.filter((each) => each !== second).map((each) => remove(doc, map, each, { preferred: false })),
          ],
        };
      }
      const isProbe = field.endsWith("Probe");
      if (given.length > 0 || doc.problems.length > 0 || !HANDLERS.every((handler) => lacks(map, handler))) continue;
      if (
        isProbe
          ? !hasOnlyKnownFields(map, "Probe", context)
          : map.entries.some(({ key }) => !HANDLERS.includes(key.text))
      )
        continue;
      yield {
        span: spanOf(pairOf(map, HANDLERS.find((handler) => pairOf(map, handler)) ?? "")?.key ?? pair.key),
        message: {
          en: `${quoted(field)} needs an action such as \`httpGet\`, \`tcpSocket\` or \`exec\`.`,
          vi: `${quoted(field)} cần một hành động như \`httpGet\`, \`tcpSocket\` hoặc \`exec\`.`,
        },
      };
    }
  },
});
