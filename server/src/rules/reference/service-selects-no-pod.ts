import type { Localized } from "../../base/localized.ts";
import type { Labels } from "../../model/selector.ts";
import { at, pairOf } from "../../yaml/node.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { elsewhereDraft } from "./elsewhere.ts";
import { nearMisses, typoDraft } from "./near-miss.ts";

export default workspaceRule({
  id: "reference/service-selects-no-pod",
  severity: "hint",
  since: "0.1.0",
  docs: {
    title: { en: "Service selects no Pod", vi: "Service không chọn được Pod nào" },
    why: {
      en: "A Service sends traffic only to Pods in its own namespace that carry every label in `selector`. One different letter breaks the match, and connections are refused.",
      vi: "Service chỉ gửi lưu lượng tới Pod cùng namespace và có đủ mọi label trong `selector`. Khác một chữ là không khớp, kết nối sẽ bị từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
  },
  bad: [
    {
      title: { en: "A typo in the selector", vi: "Gõ sai trong selector" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: wbe #! @wbe
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
    {
      title: { en: "The Pods are in another namespace", vi: "Pod ở namespace khác" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: cua-hang
        spec:
          selector: #! @selector "kho"
            app: web
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: kho
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: kho
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: kho
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
    {
      title: { en: "Labels of the Deployment, not of its Pods", vi: "Label của Deployment, không phải của Pod" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector: #! @selector "Deployment"
            tier: front
          ports:
            - port: 80
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          labels:
            tier: front
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
    },
    {
      title: { en: "No Pod of the workspace comes near", vi: "Không có Pod nào gần giống" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector: #! @selector
            app: web
          ports:
            - port: 80
      `,
    },
  ],
  good: [
    {
      title: {
        en: "A Service without a selector has its endpoints from elsewhere",
        vi: "Service không có selector lấy endpoint từ nơi khác",
      },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: database
        spec:
          type: ExternalName
          externalName: db.example.com
      `,
    },
    {
      title: { en: "The Pods may carry more labels", vi: "Pod có thể mang thêm label khác" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
            tier: front
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  *check(resource, facts, view) {
    if (facts.gvk.kind !== "Service" || facts.gvk.group !== "" || facts.partial) return;
    const reference = facts.references.find(({ row }) => row.by === "selector");
    const labels = reference?.selector?.labels ?? [];
    if (!reference || labels.length === 0 || view.resolve(reference, facts).length > 0) return;
    const pair = pairOf(at(resource.root, "spec"), "selector");
    if (!pair || view.isPatched({ file: view.file, facts })) return;
    const misses = nearMisses(labels, facts, view);
    const draft =
      misses.length > 0
        ? typoDraft(resource, pair, misses)
        : reference.selector && elsewhereDraft(resource, pair, reference.selector, facts, view);
    if (draft) yield draft;
    else yield { span: pair.key, message: nothingFor(labels) };
  },
});

function nothingFor(labels: Labels): Localized {
  const shown = quoted(labels.map((label) => label.replace("=", ": ")).join(", "));
  return {
    en: `This Service selects no Pod of this workspace: none carries ${shown}.`,
    vi: `Service này không chọn được Pod nào trong workspace: không Pod nào mang ${shown}.`,
  };
}
