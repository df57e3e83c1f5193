import { insertEntry } from "../../yaml/edit.ts";
import { entriesOf, pairOf, type YMap } from "../../yaml/node.ts";
import { isA, isGiven, lacks, mapAt, scalarAt, spanOf } from "../given.ts";
import { type Fix, objectRule } from "../rule.ts";
import { specOf } from "./workload.ts";

export default objectRule({
  id: "workload/empty-selector",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["Deployment", "ReplicaSet", "StatefulSet", "DaemonSet"],
  docs: {
    title: { en: "Workload that selects nothing in particular", vi: "Workload có selector trống" },
    why: {
      en: "An empty selector would claim every Pod of the namespace, so the API server rejects it. It has to name labels that the template carries.",
      vi: "Selector trống sẽ nhận mọi Pod trong namespace nên API server từ chối. Phải ghi các label mà template có.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector"],
  },
  bad: [
    {
      title: { en: "Brackets without labels", vi: "Dấu ngoặc không có label" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector: {} #! @selector
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
      fixed: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
    },
  ],
  good: [
    {
      title: { en: "The labels of the template", vi: "Đúng label của template" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = specOf(resource, "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet");
    const pair = pairOf(spec, "selector");
    const selector = mapAt(pair?.value);
    if (!spec || !pair || !selector || isA(resource, "", "ReplicationController")) return;
    const inner = selector.entries.filter(({ value }) => isGiven(value));
    const isEmpty = inner.every(({ key, value }) => FIELDS.includes(key.text) && isEmptyCollection(value));
    if (!isEmpty || selector.entries.some(({ key }) => !FIELDS.includes(key.text))) return;
    yield {
      span: spanOf(pair.key),
      message: {
        en: "The selector is empty; it has to name labels of the template.",
        vi: "Selector đang trống; phải ghi label của template.",
      },
      fixes: () => repairs(spec, selector),
    };

    function repairs(owner: YMap, empty: YMap): readonly Fix[] {
      const labels = entriesOf(mapAt(owner, "template", "metadata", "labels"));
      const known = labels.flatMap(({ key, value }) => (scalarAt(value) && value ? [{ key, value }] : []));
      if (known.length === 0 || known.length < labels.length || !lacks(empty, "matchLabels")) return [];
      const text = known.map((each) => `${raw(each.key)}: ${raw(each.value)}`).join(", ");
      const title = { en: "Select the labels of the template", vi: "Chọn theo label của template" };
      const edits =
        empty.flow && empty.entries.length === 0
          ? [{ span: spanOf(empty), text: `{ matchLabels: { ${text} } }` }]
          : insertEntry(doc, empty, "matchLabels", `{ ${text} }`);
      return [{ title, preferred: true, safe: false, edits }];
    }

    function raw({ start, end }: { readonly start: number; readonly end: number }): string {
      return doc.text.slice(start, end);
    }
  },
});

const FIELDS = ["matchLabels", "matchExpressions"];

const isEmptyCollection = (node: YMap["entries"][number]["value"]): boolean =>
  (node?.type === "map" && node.entries.length === 0) || (node?.type === "seq" && node.items.length === 0);
