import { at } from "../../yaml/node.ts";
import { choices } from "../fixes.ts";
import { mapsIn, numberAt, scalarAt, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { probesOf } from "../probe/probes.ts";
import { either, quoted } from "../wording.ts";

export default containerRule({
  id: "practice/undeclared-probe-port",
  fields: ["httpGet", "tcpSocket", "grpc"],
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Probe of a port that is not listed", vi: "Probe gọi cổng không liệt kê" },
    why: {
      en: "The container lists its ports and the probe asks at another one. If nothing listens there, the container never becomes ready, or is restarted again and again.",
      vi: "Container liệt kê các cổng của nó nhưng probe lại gọi cổng khác. Nếu không có gì ở đó, container không bao giờ sẵn sàng, hoặc bị khởi động lại liên tục.",
    },
    links: ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"],
  },
  bad: [
    {
      title: { en: "Another port", vi: "Cổng khác" },
      manifest: containerWith(`
        ports:
          - containerPort: 80
        livenessProbe:
          httpGet:
            path: /
            port: 8080 #! @8080
      `),
      fixed: containerWith(`
        ports:
          - containerPort: 80
        livenessProbe:
          httpGet:
            path: /
            port: 80
      `),
    },
  ],
  good: [
    {
      title: { en: "The listed port", vi: "Cổng đã liệt kê" },
      manifest: containerWith(`
        ports:
          - containerPort: 80
        livenessProbe:
          httpGet:
            path: /
            port: 80
      `),
    },
  ],
  *checkContainer({ map: container }, { containers }, { doc }) {
    const own = portsOf(at(container, "ports"));
    if (own.length === 0) return;
    const all = containers.flatMap(({ map }) => portsOf(at(map, "ports")));
    for (const { map } of probesOf(container))
      for (const handler of ["httpGet", "tcpSocket", "grpc"]) {
        const node = scalarAt(at(map, handler, "port"));
        const port = numberAt(at(map, handler, "port"));
        if (!node || port === undefined || all.includes(port)) continue;
        const listed = either(own.map(String));
        yield {
          span: spanOf(node),
          message: {
            en: `No port ${quoted(String(port))} is listed in this Pod; the container has ${listed.en}.`,
            vi: `Pod này không liệt kê cổng ${quoted(String(port))}; container có ${listed.vi}.`,
          },
          fixes: () => choices(doc, node, own.map(String)),
        };
      }
  },
});

const portsOf = (list: Parameters<typeof mapsIn>[0]): readonly number[] =>
  mapsIn(list).flatMap((port) => numberAt(port, "containerPort") ?? []);
