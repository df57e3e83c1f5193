import { at, pairOf } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { isA, lacks, mapAt, numberAt, scalarAt, spanOf } from "../given.ts";
import { deploymentOf } from "../pod/example.ts";
import { workspaceRule } from "../rule.ts";

export default workspaceRule({
  id: "practice/single-replica",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Deployment of a single Pod", vi: "Deployment chỉ có một Pod" },
    why: {
      en: "When the only Pod moves to another node, for an upgrade of the node or after a crash, nobody answers until it runs again. Two replicas, or an autoscaler, bridge the gap.",
      vi: "Khi Pod duy nhất chuyển sang node khác, do nâng cấp node hay gặp sự cố, không ai trả lời cho đến khi nó chạy lại. Hai bản sao, hoặc một bộ tự co giãn, sẽ lấp khoảng trống đó.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/"],
  },
  bad: [
    {
      title: { en: "One replica", vi: "Một bản sao" },
      manifest: deploymentOf(`
        containers:
          - name: web
            image: nginx:1.27
      `).replace("  selector:", "  replicas: 1 #! @1\n  selector:"),
      fixed: deploymentOf(`
        containers:
          - name: web
            image: nginx:1.27
      `).replace("  selector:", "  replicas: 2\n  selector:"),
    },
  ],
  good: [
    {
      title: { en: "Two replicas", vi: "Hai bản sao" },
      manifest: deploymentOf(`
        containers:
          - name: web
            image: nginx:1.27
      `).replace("  selector:", "  replicas: 2\n  selector:"),
    },
    {
      title: { en: "Data that takes one writer only", vi: "Dữ liệu chỉ cho một nơi ghi" },
      manifest: deploymentOf(`
        containers:
          - name: web
            image: nginx:1.27
      `).replace("  selector:", "  strategy:\n    type: Recreate\n  selector:"),
    },
  ],
  *check(resource, facts, view) {
    const spec = mapAt(resource.root, "spec");
    if (!spec || !isA(resource, "apps", "Deployment") || facts.partial) return;
    const node = scalarAt(spec, "replicas");
    const isOne = node ? numberAt(spec, "replicas") === 1 : lacks(spec, "replicas");
    if (!isOne || scalarAt(at(spec, "strategy", "type"))?.text === "Recreate") return;
    const entry = { file: view.file, facts };
    const scales = view.mentionsOf(entry).some(({ entry: { facts: by } }) => SCALERS.has(by.gvk.kind));
    if (scales || view.isPatched(entry)) return;
    yield {
      span: spanOf(node ?? pairOf(resource.root, "kind")?.value ?? spec),
      message: {
        en: "With one Pod nobody answers while it moves to another node.",
        vi: "Chỉ có một Pod thì không ai trả lời trong lúc nó chuyển sang node khác.",
      },
      ...(node ? { fixes: () => [change(resource.doc, node, 2, { preferred: false })] } : {}),
    };
  },
});

const SCALERS: ReadonlySet<string> = new Set(["HorizontalPodAutoscaler", "ScaledObject"]);
