import { pairOf } from "../../yaml/node.ts";
import { lacks, spanOf } from "../given.ts";
import { deploymentOf } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { firstPort, serves } from "./ports.ts";

export default containerRule({
  id: "practice/liveness-probe",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  docs: {
    title: { en: "Server that is not restarted when it hangs", vi: "Máy chủ bị treo mà không được khởi động lại" },
    why: {
      en: "The kubelet restarts a container that ends. One that runs but no longer answers is restarted only if a liveness probe says so.",
      vi: "Kubelet khởi động lại container đã kết thúc. Container còn chạy nhưng không trả lời chỉ được khởi động lại nếu có liveness probe.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#liveness-probe"],
  },
  bad: [
    {
      title: { en: "Only readiness is asked for", vi: "Chỉ hỏi đã sẵn sàng chưa" },
      manifest: deploymentOf(`
        containers:
          - name: web #! @web
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
      title: { en: "Both are asked for", vi: "Hỏi cả hai" },
      manifest: deploymentOf(`
        containers:
          - name: web
            image: nginx:1.27
            ports:
              - containerPort: 80
            readinessProbe:
              tcpSocket:
                port: 80
            livenessProbe:
              periodSeconds: 30
              tcpSocket:
                port: 80
      `),
    },
  ],
  *checkContainer({ map, list }, pod) {
    if (list !== "containers" || firstPort(map) === undefined || !serves(pod) || !lacks(map, "livenessProbe")) return;
    yield {
      span: spanOf(pairOf(map, "name")?.value ?? map.entries[0]?.key ?? map),
      message: {
        en: "If this container hangs, nothing restarts it: it has no `livenessProbe`.",
        vi: "Nếu container này bị treo, không có gì khởi động lại nó: chưa có `livenessProbe`.",
      },
    };
  },
});
