import { pairOf, type YMap } from "../../yaml/node.ts";
import { add } from "../fixes.ts";
import { lacks, numberAt, spanOf, textAt } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/unnamed-port",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Several ports, one of them without a name", vi: "Nhiều cổng nhưng có cổng chưa đặt tên" },
    why: {
      en: "As soon as a Service has more than one port, each needs a name, so that others can say which one they mean.",
      vi: "Khi Service có từ hai cổng, cổng nào cũng phải có tên để nơi khác nói rõ muốn dùng cổng nào.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services"],
  },
  bad: [
    {
      title: { en: "The second port has no name", vi: "Cổng thứ hai chưa có tên" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - name: http
              port: 80
            - port: 443 #! @port
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - name: http
              port: 80
            - name: https
              port: 443
      `,
    },
  ],
  good: [
    {
      title: { en: "A single port needs no name", vi: "Chỉ một cổng thì không cần tên" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - port: 80
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const ports = serviceOf(resource)?.ports ?? [];
    if (ports.length < 2) return;
    const taken = new Set(ports.map((port) => textAt(port, "name")));
    for (const port of ports) {
      const place = pairOf(port, "name")?.key ?? port.entries[0]?.key;
      if (!place || !lacks(port, "name")) continue;
      const name = nameFor(port, taken);
      taken.add(name);
      yield {
        span: spanOf(place),
        message: {
          en: "A Service with several ports has to name each of them.",
          vi: "Service có nhiều cổng thì cổng nào cũng phải có tên.",
        },
        fixes: () => [
          {
            ...add(doc, port, "name", name, { at: "start" }),
            title: { en: `Name this port ${quoted(name)}`, vi: `Đặt tên cổng này là ${quoted(name)}` },
          },
        ],
      };
    }
  },
});

const USUAL: Readonly<Record<number, string>> = {
  22: "ssh",
  25: "smtp",
  53: "dns",
  80: "http",
  443: "https",
  3306: "mysql",
  5432: "postgres",
  5672: "amqp",
  6379: "redis",
  8080: "http",
  8443: "https",
  9090: "metrics",
  9092: "kafka",
  27017: "mongo",
};

/** The target's name, else what usually listens there, else the number. */
function nameFor(port: YMap, taken: ReadonlySet<string | undefined>): string {
  const number = numberAt(port, "port") ?? 0;
  const protocol = (textAt(port, "protocol") ?? "TCP").toLowerCase();
  const usual = USUAL[number];
  const names = [textAt(port, "targetPort"), usual, usual && `${usual}-${protocol}`, `${protocol}-${number}`];
  return names.find((name) => name !== undefined && !taken.has(name)) ?? `port-${number}`;
}
