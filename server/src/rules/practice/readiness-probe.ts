import { insertEntry } from "../../yaml/edit.ts";
import { pairOf } from "../../yaml/node.ts";
import { lacks, spanOf } from "../given.ts";
import { deploymentOf } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { firstPort, serves } from "./ports.ts";

export default containerRule({
  id: "practice/readiness-probe",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Server that nobody asks whether it is ready", vi: "Không kiểm tra xem máy chủ đã sẵn sàng chưa" },
    why: {
      en: "Without a readiness probe a Pod gets traffic as soon as its process runs, also while it starts or hangs, and a rollout goes on over Pods that do not answer.",
      vi: "Không có readiness probe, Pod nhận lưu lượng ngay khi tiến trình chạy, cả lúc đang khởi động hay bị treo, và rollout vẫn tiếp tục dù Pod không trả lời.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe"],
  },
  bad: [
    {
      title: { en: "A port without a probe", vi: "Có cổng nhưng không có probe" },
      manifest: deploymentOf(`
        containers:
          - name: web #! @web
            image: nginx:1.27
            ports:
              - containerPort: 80
      `),
      fixed: deploymentOf(`
        containers:
          - name: web
            image: nginx:1.27
            ports:
              - containerPort: 80
            readinessProbe:
              tcpSocket:
                port: 80
      `),
    },
  ],
  good: [
    {
      title: { en: "A page to ask for", vi: "Có trang để hỏi" },
      manifest: deploymentOf(`
        containers:
          - name: web
            image: nginx:1.27
            ports:
              - containerPort: 80
            readinessProbe:
              httpGet:
                path: /san-sang
                port: 80
      `),
    },
  ],
  *checkContainer({ map, list }, pod, { doc }) {
    const port = firstPort(map);
    if (list !== "containers" || port === undefined || !serves(pod) || !lacks(map, "readinessProbe")) return;
    yield {
      span: spanOf(pairOf(map, "name")?.value ?? map.entries[0]?.key ?? map),
      message: {
        en: "Nothing tells when this container is ready: it has no `readinessProbe`.",
        vi: "Không có gì cho biết container này đã sẵn sàng: chưa có `readinessProbe`.",
      },
      fixes: () => [
        {
          title: { en: `Add a probe of port ${port}`, vi: `Thêm probe cho cổng ${port}` },
          preferred: true,
          safe: false,
          edits: insertEntry(doc, map, "readinessProbe", `\n  tcpSocket:\n    port: ${port}`),
        },
      ],
    };
  },
});
