import { at, pairOf } from "../../yaml/node.ts";
import { add } from "../fixes.ts";
import { lacks, mapsIn, numberAt, scalarAt, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

/** What these ports are called everywhere. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [80, "http"],
  [8080, "http"],
  [443, "https"],
  [8443, "https"],
  [9090, "metrics"],
  [53, "dns"],
  [5432, "postgres"],
  [3306, "mysql"],
  [6379, "redis"],
  [5672, "amqp"],
  [50051, "grpc"],
]);

export default containerRule({
  id: "container/unnamed-port",
  fields: ["ports"],
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  docs: {
    title: { en: "Several ports, one without a name", vi: "Nhiều cổng, có cổng không tên" },
    why: {
      en: "Services, probes and policies can mean a port by its name, which then stays true when the number changes. Where a container has several ports, names also tell what each is for.",
      vi: "Service, probe và policy có thể ghi cổng bằng tên, khi đổi số vẫn đúng. Container có nhiều cổng thì tên còn cho biết cổng nào để làm gì.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],
  },
  bad: [
    {
      title: { en: "Which is which", vi: "Không rõ cổng nào" },
      manifest: containerWith(`
        ports:
          - name: http
            containerPort: 8080
          - containerPort: 9090 #! @9090
      `),
      fixed: containerWith(`
        ports:
          - name: http
            containerPort: 8080
          - name: metrics
            containerPort: 9090
      `),
    },
  ],
  good: [
    {
      title: { en: "One port needs no name", vi: "Một cổng thì không cần tên" },
      manifest: containerWith(`
        ports:
          - containerPort: 8080
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    const ports = mapsIn(at(map, "ports"));
    const taken = ports.flatMap((port) => scalarAt(port, "name")?.text ?? []);
    for (const port of ports) {
      const node = scalarAt(port, "containerPort");
      const first = pairOf(port, "containerPort");
      if (ports.length < 2 || !node || !first || !lacks(port, "name")) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `The port ${quoted(node.text)} has no name by which others could mean it.`,
          vi: `Cổng ${quoted(node.text)} không có tên để nơi khác nhắc tới.`,
        },
        fixes: () => {
          const name = NAMES.get(numberAt(port, "containerPort") ?? 0) ?? `port-${node.text}`;
          return taken.includes(name) ? [] : [add(doc, port, "name", name, { at: { before: first } })];
        },
      };
    }
  },
});
