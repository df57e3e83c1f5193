import type { Resource } from "../../model/resource.ts";
import { isEmpty, keyOfLabel, matches, valueOfLabel } from "../../model/selector.ts";
import { insertEntry, setScalar } from "../../yaml/edit.ts";
import { at, deref, pairOf, type YNode } from "../../yaml/node.ts";
import { type Fix, workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default workspaceRule({
  id: "reference/selector-mismatch",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "Selector that its own Pods do not match", vi: "Selector không khớp Pod của chính nó" },
    why: {
      en: "A workload finds the Pods it made by their labels, so the template must carry every label of `selector`. The API server rejects it otherwise.",
      vi: "Workload tìm lại các Pod do nó tạo bằng label, nên template phải mang đủ mọi label trong `selector`. Nếu không, API server từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector"],
  },
  bad: [
    {
      title: { en: "Two spellings of one label", vi: "Một label hai cách viết" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gio-hang
        spec:
          selector:
            matchLabels:
              app: gio-hang #! @gio-hang
          template:
            metadata:
              labels:
                app: giohang
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
      fixed: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gio-hang
        spec:
          selector:
            matchLabels:
              app: gio-hang
          template:
            metadata:
              labels:
                app: gio-hang
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
    },
  ],
  good: [
    {
      title: { en: "The template may carry more labels", vi: "Template có thể mang thêm label" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gio-hang
        spec:
          selector:
            matchLabels:
              app: gio-hang
          template:
            metadata:
              labels:
                app: gio-hang
                tier: front
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
    },
  ],
  *check(resource, facts, view) {
    const reference = facts.references.find(({ row }) => row.by === "selector" && row.own);
    const { podLabels } = facts;
    const selector = reference?.selector;
    if (!selector || !podLabels || facts.partial || isEmpty(selector) || matches(selector, podLabels)) return;
    if (view.isPatched({ file: view.file, facts })) return;
    const node = at(resource.root, "spec", "selector");
    const wanted = selector.labels.find((label) => !podLabels.includes(label));
    const owner = at(node, "matchLabels") ?? node;
    const pair = wanted === undefined ? undefined : pairOf(owner, keyOfLabel(wanted));
    const span = pair?.value ?? pairOf(at(resource.root, "spec"), "selector")?.key;
    if (!span) return;
    const label = wanted === undefined ? undefined : quoted(wanted.replace("=", ": "));
    yield {
      span: { start: span.start, end: span.end },
      message:
        label === undefined
          ? {
              en: "The selector does not match the labels of its own `template`.",
              vi: "Selector không khớp với label trong `template` của chính nó.",
            }
          : {
              en: `The Pods of this ${facts.gvk.kind} lack the label ${label} that its selector asks for.`,
              vi: `Pod của ${facts.gvk.kind} này thiếu label ${label} mà selector yêu cầu.`,
            },
      fixes: () => (wanted === undefined ? [] : relabel(resource, wanted, pair?.value ?? null)),
    };
  },
});

/** When nothing tells which is wrong, the template follows: a selector cannot be changed once the object exists. */
function relabel(resource: Resource, wanted: string, inSelector: YNode | null): readonly Fix[] {
  const [key, value] = [keyOfLabel(wanted), valueOfLabel(wanted)];
  const labels = deref(at(resource.root, "spec", "template", "metadata", "labels"));
  if (labels?.type !== "map") return [];
  const present = deref(pairOf(labels, key)?.value);
  if (present?.type !== "scalar")
    return [
      {
        title: {
          en: `Add ${quoted(`${key}: ${value}`)} to the labels of the template`,
          vi: `Thêm ${quoted(`${key}: ${value}`)} vào label của template`,
        },
        preferred: true,
        safe: false,
        edits: insertEntry(resource.doc, labels, key, value),
      },
    ];
  const [from, to] = [quoted(present.text), quoted(value)];
  const change: Fix = {
    title: { en: `Change ${from} in the template to ${to}`, vi: `Đổi ${from} trong template thành ${to}` },
    preferred: true,
    safe: false,
    edits: setScalar(resource.doc, present, value),
  };
  const scalar = deref(inSelector);
  if (scalar?.type !== "scalar") return [change];
  const isSlip = isOnlyHere(value, resource) && !isOnlyHere(present.text, resource);
  const other: Fix = {
    title: { en: `Change ${to} in the selector to ${from}`, vi: `Đổi ${to} trong selector thành ${from}` },
    preferred: isSlip,
    safe: false,
    edits: setScalar(resource.doc, scalar, present.text),
  };
  return isSlip ? [other, { ...change, preferred: false }] : [change, other];
}

/** A slip of the pen occurs once; what was meant is mostly a name or label elsewhere too. */
function isOnlyHere(value: string, { root, doc }: Resource): boolean {
  const words = doc.text.slice(root.start, root.end).split(/[^-\w.]+/);
  return words.filter((word) => word === value).length === 1;
}
