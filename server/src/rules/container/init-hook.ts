import { pairOf } from "../../yaml/node.ts";
import { add, remove } from "../fixes.ts";
import { isGiven, lacks, spanOf } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "container/init-hook",
  fields: ["initContainers"],
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Probe or hook of an init container", vi: "Init container có probe hoặc hook" },
    why: {
      en: "An init container runs to its end before the others start, so probes and hooks have no meaning. With `restartPolicy: Always` it keeps running as a sidecar and may have them.",
      vi: "Init container chạy xong rồi các container khác mới bắt đầu nên probe và hook không có nghĩa. Với `restartPolicy: Always`, nó chạy tiếp như sidecar và được phép có.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/pods/init-containers/"],
  },
  bad: [
    {
      title: { en: "A readiness probe", vi: "Readiness probe" },
      manifest: podOnly(`
        initContainers:
          - name: chuan-bi
            image: busybox:1.36
            readinessProbe: #! @readinessProbe
              exec:
                command: ["true"]
        containers:
          - name: web
            image: nginx:1.27
      `),
      fixed: podOnly(`
        initContainers:
          - name: chuan-bi
            image: busybox:1.36
        containers:
          - name: web
            image: nginx:1.27
      `),
    },
  ],
  good: [
    {
      title: { en: "A sidecar", vi: "Sidecar" },
      manifest: podOnly(`
        initContainers:
          - name: proxy
            image: envoyproxy/envoy:v1.31.0
            restartPolicy: Always
            readinessProbe:
              tcpSocket:
                port: 15000
        containers:
          - name: web
            image: nginx:1.27
      `),
    },
  ],
  *checkContainer({ map, list, isSidecar }, _pod, { doc }) {
    if (list !== "initContainers" || isSidecar) return;
    for (const field of FIELDS) {
      const pair = pairOf(map, field);
      if (!pair || !isGiven(pair.value)) continue;
      yield {
        span: spanOf(pair.key),
        message: {
          en: `An init container has no ${quoted(field)} unless it is a sidecar.`,
          vi: `Init container không có ${quoted(field)}, trừ khi là sidecar.`,
        },
        fixes: () => [
          remove(doc, map, pair),
          ...(lacks(map, "restartPolicy") ? [add(doc, map, "restartPolicy", "Always", { preferred: false })] : []),
        ],
      };
    }
  },
});

const FIELDS = ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"];
