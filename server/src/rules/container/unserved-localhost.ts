import { isMap } from "../../base/json.ts";
import { plainOf } from "../../model/plain.ts";
import { dialsOf } from "../../workspace/network-dials.ts";
import { at } from "../../yaml/node.ts";
import { mapsIn, numberAt, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { either, quoted } from "../wording.ts";

export default podRule({
  id: "container/unserved-localhost",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Call to a local port that nobody lists", vi: "Gọi cổng nội bộ không ai khai báo" },
    why: {
      en: "`localhost` is the Pod itself: its containers share one network, and other Pods are not there. When the Pod lists its ports and none is the one that is called, mostly a Service was meant.",
      vi: "`localhost` là chính Pod đó: các container dùng chung mạng, Pod khác không có ở đây. Nếu Pod khai báo cổng mà không có cổng được gọi thì thường là định gọi một Service.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking"],
  },
  bad: [
    {
      title: { en: "The database runs in another Pod", vi: "Cơ sở dữ liệu chạy ở Pod khác" },
      manifest: containerWith(`
        ports:
          - containerPort: 8080
        env:
          - name: DB_URL
            value: postgres://localhost:5432/shop #! @postgres://localhost:5432/shop
      `),
    },
  ],
  good: [
    {
      title: { en: "Its own port", vi: "Cổng của chính Pod" },
      manifest: containerWith(`
        ports:
          - containerPort: 8080
        env:
          - name: HEALTH_URL
            value: http://localhost:8080/healthz
      `),
    },
  ],
  *checkPod({ resource, containers }) {
    const ports = containers.flatMap(({ map }) =>
      mapsIn(at(map, "ports")).flatMap((port) => numberAt(port, "containerPort") ?? []),
    );
    // A Pod that lists no ports may listen on any.
    if (ports.length === 0 || !resource.doc.text.includes("localhost")) return;
    const json = plainOf(resource.root);
    const dials = isMap(json) ? (dialsOf(resource.gvk.group, resource.gvk.kind, json)?.dials ?? []) : [];
    for (const { host, port, path } of dials) {
      const node = at(resource.root, ...path);
      if (host !== "localhost" || port === undefined || ports.includes(port) || !node) continue;
      // What a program is told to listen on is no call.
      if (/listen|bind|address/i.test(String(path.at(-2)))) continue;
      const listed = either([...new Set(ports)].map(String));
      yield {
        span: spanOf(node),
        message: {
          en: `No container of this Pod lists the port ${quoted(String(port))}; they list ${listed.en}.`,
          vi: `Không container nào của Pod này khai báo cổng ${quoted(String(port))}; chúng có ${listed.vi}.`,
        },
      };
    }
  },
});
