import { pairOf } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { isGiven, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/ignored-selector",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Selector that the Service ignores", vi: "Selector bị Service bỏ qua" },
    why: {
      en: "A Service of type `ExternalName` only gives a name to another host. Its `selector` finds no Pods, so either the type or the selector is a mistake.",
      vi: "Service kiểu `ExternalName` chỉ đặt tên cho một máy khác. `selector` của nó không tìm Pod nào, nên hoặc kiểu hoặc selector bị nhầm.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#externalname"],
  },
  bad: [
    {
      title: { en: "An alias that selects Pods", vi: "Bí danh lại chọn Pod" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: co-so-du-lieu
        spec:
          type: ExternalName
          externalName: db.example.com
          selector: #! @selector
            app: db
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: co-so-du-lieu
        spec:
          type: ExternalName
          externalName: db.example.com
      `,
    },
  ],
  good: [
    {
      title: { en: "An alias and nothing else", vi: "Chỉ là bí danh" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: co-so-du-lieu
        spec:
          type: ExternalName
          externalName: db.example.com
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const service = serviceOf(resource);
    if (service?.type !== "ExternalName") return;
    const { spec } = service;
    const pair = pairOf(spec, "selector");
    const type = scalarAt(spec, "type");
    // Without a name the type is the mistake, and said to be so.
    if (!pair || !type || !isGiven(pair.value) || !isGiven(pairOf(spec, "externalName")?.value)) return;
    yield {
      span: spanOf(pair.key),
      tag: "unnecessary",
      message: {
        en: "A Service of type `ExternalName` ignores its `selector`.",
        vi: "Service kiểu `ExternalName` bỏ qua `selector`.",
      },
      fixes: () => [remove(doc, spec, pair), change(doc, type, "ClusterIP", { preferred: false })],
    };
  },
});
