import { at, pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isGiven, mapsIn, numberAt, scalarAt, spanOf } from "../given.ts";
import { quoted } from "../wording.ts";
import { deploymentOf } from "./example.ts";
import { podRule } from "./pod-rule.ts";

const two = (fields: string): string => deploymentOf(fields).replace("spec:\n", "spec:\n  replicas: 2\n");

export default podRule({
  id: "pod/host-port-replicas",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Several replicas for one port of a node", vi: "Nhiều bản sao cho một cổng của node" },
    why: {
      en: "A `hostPort` can be had once per node, so that no two replicas share one, and a rollout needs a free node for each new Pod. A Service of type NodePort, or a DaemonSet, does without.",
      vi: "`hostPort` chỉ cấp một lần trên mỗi node nên hai bản sao không chung node, và rollout cần node trống cho từng Pod mới. Service kiểu NodePort hay DaemonSet thì không vướng.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/overview/#services"],
  },
  bad: [
    {
      title: { en: "Two replicas", vi: "Hai bản sao" },
      manifest: two(`
        containers:
          - name: web
            image: nginx:1.27
            ports:
              - containerPort: 80
                hostPort: 8080 #! @8080
      `),
      fixed: two(`
        containers:
          - name: web
            image: nginx:1.27
            ports:
              - containerPort: 80
      `),
    },
  ],
  good: [
    {
      title: { en: "Kept apart on purpose", vi: "Chủ ý đặt mỗi node một Pod" },
      manifest: two(`
        affinity:
          podAntiAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              - topologyKey: kubernetes.io/hostname
                labelSelector: { matchLabels: { app: gio-hang } }
        containers:
          - name: web
            image: nginx:1.27
            ports:
              - containerPort: 80
                hostPort: 8080
      `),
    },
  ],
  *checkPod({ resource, spec, containers }, { doc }) {
    const replicas = numberAt(resource.root, "spec", "replicas") ?? 1;
    if (!/^(?:Deployment|ReplicaSet|ReplicationController|StatefulSet)$/.test(resource.gvk.kind) || replicas < 2)
      return;
    if (isGiven(at(spec, "affinity", "podAntiAffinity")) || isGiven(at(spec, "topologySpreadConstraints"))) return;
    for (const { map } of containers)
      for (const port of mapsIn(at(map, "ports"))) {
        const node = scalarAt(port, "hostPort");
        const pair = pairOf(port, "hostPort");
        if (!node || !pair || node.text === "0") continue;
        yield {
          span: spanOf(node),
          message: {
            en: `Each of the ${replicas} replicas needs a node of its own for the port ${quoted(node.text)}.`,
            vi: `Mỗi bản sao trong ${replicas} bản cần một node riêng cho cổng ${quoted(node.text)}.`,
          },
          fixes: () => [remove(doc, port, pair)],
        };
      }
  },
});
