import { suppressionRule } from "../rule.ts";
import { NO_REASON } from "./comment.ts";

export default suppressionRule({
  id: "suppression/missing-reason",
  severity: "hint",
  since: "0.1.0",
  docs: {
    title: { en: "Ignored without a reason", vi: "Bỏ qua mà không nêu lý do" },
    why: {
      en: "Whoever reads the comment next year has to know whether it still holds. The reason stands behind `because`, in any language.",
      vi: "Người đọc chú thích này về sau cần biết nó còn đúng hay không. Lý do đứng sau `because`, viết bằng ngôn ngữ nào cũng được.",
    },
    links: ["https://google.github.io/eng-practices/review/reviewer/looking-for.html#comments"],
  },
  bad: [
    {
      title: { en: "Nobody knows why", vi: "Không ai biết vì sao" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          # kubernetes-authoring: ignore metadata/invalid-name #! @'# kubernetes-authoring: ignore metadata/invalid-name'
          name: gio_hang
      `,
    },
  ],
  good: [
    {
      title: { en: "With its reason", vi: "Có lý do" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          # kubernetes-authoring: ignore metadata/invalid-name because the old system calls it so
          name: gio_hang
      `,
    },
  ],
  *check({ suppression }) {
    const { scope, reason, reasonAt, start, end } = suppression;
    if (scope === "unclear" || reason !== undefined) return;
    yield {
      span: { start, end },
      message: {
        en: "This comment does not say why: add `because` and a reason.",
        vi: "Chú thích này không nêu lý do: thêm `because` rồi ghi lý do.",
      },
      fixes: () => [
        {
          title: { en: "Add `because …`", vi: "Thêm `because …`" },
          preferred: false,
          safe: false,
          edits: [{ span: reasonAt, text: `${reasonAt.start === reasonAt.end ? " " : ""}because ${NO_REASON}` }],
          blank: NO_REASON,
        },
      ],
    };
  },
});
