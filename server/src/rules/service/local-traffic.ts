import { change } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { all } from "../wording.ts";
import { file, podsWith, serviceWith } from "./example.ts";
import { serviceOf } from "./service.ts";

export default workspaceRule({
  id: "service/local-traffic",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Traffic for Pods of the same node only", vi: "Chỉ nhận lưu lượng cho Pod cùng node" },
    why: {
      en: "With `externalTrafficPolicy: Local` a node without such a Pod drops what comes in. The load balancer has to check which nodes have one, or the Pods run on every node, as a DaemonSet's do.",
      vi: "Với `externalTrafficPolicy: Local`, node không có Pod sẽ bỏ gói tin đến. Load balancer phải kiểm tra node nào có Pod, hoặc Pod chạy trên mọi node như của DaemonSet.",
    },
    links: [
      "https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip",
    ],
  },
  bad: [
    {
      title: { en: "Some replicas somewhere", vi: "Vài bản sao ở đâu đó" },
      manifest: file(
        serviceWith([
          "type: NodePort",
          "externalTrafficPolicy: Local #! @Local",
          "selector: { app: gio-hang }",
          "ports: [{ port: 80 }]",
        ]),
        podsWith("Deployment", "gio-hang", "{ app: gio-hang }", ["{ containerPort: 80 }"]),
      ),
    },
  ],
  good: [
    {
      title: { en: "On every node", vi: "Trên mọi node" },
      manifest: file(
        serviceWith([
          "type: NodePort",
          "externalTrafficPolicy: Local",
          "selector: { app: gio-hang }",
          "ports: [{ port: 80 }]",
        ]),
        podsWith("DaemonSet", "gio-hang", "{ app: gio-hang }", ["{ containerPort: 80 }"]),
      ),
    },
  ],
  *check(resource, facts, view) {
    const service = serviceOf(resource);
    const node = scalarAt(service?.spec, "externalTrafficPolicy");
    const selecting = facts.references.find(({ row }) => row.by === "selector");
    if (node?.text !== "Local" || !selecting || (service?.type !== "NodePort" && service?.type !== "LoadBalancer"))
      return;
    const some = view.resolve(selecting, facts).filter((entry) => entry.facts.gvk.kind !== "DaemonSet");
    if (some.length === 0) return;
    const names = all(some.map((entry) => entry.facts.name));
    yield {
      span: spanOf(node),
      message: {
        en: `Nodes without a Pod of ${names.en} drop what comes in.`,
        vi: `Node không có Pod của ${names.vi} sẽ bỏ gói tin đến.`,
      },
      fixes: () => [change(resource.doc, node, "Cluster", { preferred: false })],
    };
  },
});
