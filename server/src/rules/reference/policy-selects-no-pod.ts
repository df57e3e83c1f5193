import { at, pairOf } from "../../yaml/node.ts";
import { workspaceRule } from "../rule.ts";
import { elsewhereDraft } from "./elsewhere.ts";
import { nearMisses, typoDraft } from "./near-miss.ts";

export default workspaceRule({
  id: "reference/policy-selects-no-pod",
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: {
      en: "Policy or budget that misses its Pods by a letter",
      vi: "Policy hoặc ngân sách trượt Pod vì một chữ",
    },
    why: {
      en: "A NetworkPolicy and a PodDisruptionBudget protect the Pods that carry every label of their selector. With one letter wrong they protect nothing, and nobody reports it.",
      vi: "NetworkPolicy và PodDisruptionBudget bảo vệ các Pod có đủ label trong selector. Sai một chữ là không bảo vệ gì mà cũng không ai báo.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],
  },
  bad: [
    {
      title: { en: "A typo in a budget", vi: "Gõ sai trong ngân sách" },
      manifest: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              app: gio-hnag #! @gio-hnag
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
          labels:
            app: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
      fixed: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              app: gio-hang
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
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
      title: { en: "Pods that others deploy", vi: "Pod do nơi khác triển khai" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: gio-hang
        spec:
          podSelector:
            matchLabels:
              app: gio-hang
      `,
    },
  ],
  *check(resource, facts, view) {
    const field = FIELDS[`${facts.gvk.group}/${facts.gvk.kind}`];
    if (field === undefined || facts.partial) return;
    const selector = at(resource.root, "spec", field);
    const reference = facts.references.find(
      ({ row, start }) => row.by === "selector" && selector && start >= selector.start && start <= selector.end,
    );
    const own = reference ?? facts.references.find(({ row }) => row.by === "selector");
    const labels = own?.selector?.labels ?? [];
    const pair = pairOf(selector, "matchLabels");
    if (!own || !pair || labels.length === 0 || view.resolve(own, facts).length > 0) return;
    if (view.isPatched({ file: view.file, facts })) return;
    const misses = nearMisses(labels, facts, view);
    const draft =
      misses.length > 0
        ? typoDraft(resource, pair, misses)
        : own.selector && elsewhereDraft(resource, pair, own.selector, facts, view);
    if (draft) yield draft;
  },
});

const FIELDS: Readonly<Record<string, string>> = {
  "networking.k8s.io/NetworkPolicy": "podSelector",
  "policy/PodDisruptionBudget": "selector",
};
