import { change } from "../fixes.ts";
import { isA, numberAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

const MOST = 1_000_000_000;

export default objectRule({
  id: "policy/priority-value",
  severity: "error",
  since: "0.1.0",
  kinds: ["PriorityClass"],
  docs: {
    title: { en: "Priority that is kept for the system", vi: "Độ ưu tiên dành riêng cho hệ thống" },
    why: {
      en: "A PriorityClass of yours may have a value up to one billion. Higher values, and names that begin with `system-`, belong to Kubernetes.",
      vi: "PriorityClass tự tạo có giá trị tối đa một tỷ. Giá trị cao hơn, và tên bắt đầu bằng `system-`, là của Kubernetes.",
    },
    links: ["https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/"],
  },
  bad: [
    {
      title: { en: "Above one billion", vi: "Vượt quá một tỷ" },
      manifest: `
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata:
          name: rat-gap
        value: 2000000000 #! @2000000000
      `,
      fixed: `
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata:
          name: rat-gap
        value: 1000000000
      `,
    },
  ],
  good: [
    {
      title: { en: "The highest value", vi: "Giá trị cao nhất" },
      manifest: `
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata:
          name: rat-gap
        value: 1000000000
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "scheduling.k8s.io", "PriorityClass")) return;
    const value = scalarAt(resource.root, "value");
    const name = scalarAt(resource.root, "metadata", "name");
    if (name && SYSTEM.has(name.text)) return;
    if (name?.text.startsWith("system-"))
      yield {
        span: spanOf(name),
        message: {
          en: `Names that begin with \`system-\`, such as ${quoted(name.text)}, are reserved.`,
          vi: `Tên bắt đầu bằng \`system-\`, như ${quoted(name.text)}, đã được dành riêng.`,
        },
        fixes: () => [change(doc, name, name.text.slice("system-".length))],
      };
    // Above this the schema speaks.
    const number = numberAt(resource.root, "value") ?? 0;
    if (value && number > MOST && number <= 2_000_001_000)
      yield {
        span: spanOf(value),
        message: {
          en: `The value ${quoted(value.text)} is above \`${MOST}\`, the most for classes of your own.`,
          vi: `Giá trị ${quoted(value.text)} vượt quá \`${MOST}\`, mức tối đa cho lớp tự tạo.`,
        },
        fixes: () => [change(doc, value, MOST)],
      };
  },
});

const SYSTEM: ReadonlySet<string> = new Set(["system-cluster-critical", "system-node-critical"]);
