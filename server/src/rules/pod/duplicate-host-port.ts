import { at } from "../../yaml/node.ts";
import { mapsIn, numberAt, scalarAt, spanOf, textAt } from "../given.ts";
import { quoted } from "../wording.ts";
import { podOnly } from "./example.ts";
import { podRule } from "./pod-rule.ts";

export default podRule({
  id: "pod/duplicate-host-port",
  fields: ["hostPort"],
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "One port of the node for two containers", vi: "Hai container tranh một cổng của node" },
    why: {
      en: "A port of the node, with its protocol and address, leads to one container port only. The API server rejects the Pod.",
      vi: "Một cổng của node, cùng giao thức và địa chỉ, chỉ dẫn đến một cổng của container. API server từ chối Pod.",
    },
    links: ["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports"],
  },
  bad: [
    {
      title: { en: "Both want 8080", vi: "Cả hai đều muốn 8080" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            ports:
              - containerPort: 80
                hostPort: 8080
          - name: quan-tri
            image: nginx:1.27
            ports:
              - containerPort: 81
                hostPort: 8080 #! @8080
      `),
    },
  ],
  good: [
    {
      title: { en: "Two protocols", vi: "Hai giao thức" },
      manifest: podOnly(`
        containers:
          - name: dns
            image: coredns/coredns:1.12.0
            ports:
              - containerPort: 53
                hostPort: 53
              - containerPort: 53
                hostPort: 53
                protocol: UDP
      `),
    },
  ],
  *checkPod({ containers }) {
    const taken = new Map<string, string>();
    for (const { map, list, name } of containers)
      for (const port of mapsIn(at(map, "ports"))) {
        const node = scalarAt(port, "hostPort");
        const number = numberAt(port, "hostPort");
        if (!node || !number) continue;
        const protocol = textAt(port, "protocol") ?? "TCP";
        const key = `${list} ${protocol} ${textAt(port, "hostIP") ?? ""} ${number}`;
        const holder = taken.get(key);
        taken.set(key, holder ?? name ?? "");
        if (holder === undefined) continue;
        const shown = quoted(`${number}/${protocol}`);
        yield {
          span: spanOf(node),
          message: {
            en: `The node's port ${shown} is already taken by the container ${quoted(holder)}.`,
            vi: `Cổng ${shown} của node đã được container ${quoted(holder)} dùng.`,
          },
        };
      }
  },
});
