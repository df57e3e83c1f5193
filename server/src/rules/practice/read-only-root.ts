import { insertEntry } from "../../yaml/edit.ts";
import { at, pairOf } from "../../yaml/node.ts";
import { add } from "../fixes.ts";
import { isGiven, lacks, mapAt, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";

export default containerRule({
  id: "practice/read-only-root",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  docs: {
    title: { en: "Container that may change its own image", vi: "Container có thể sửa chính image của nó" },
    why: {
      en: "With `readOnlyRootFilesystem: true` nobody can plant a program in the container. What it has to write goes to an `emptyDir`.",
      vi: "Với `readOnlyRootFilesystem: true`, không ai cài được chương trình vào container. Phần cần ghi thì dùng `emptyDir`.",
    },
    links: ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],
  },
  bad: [
    {
      title: { en: "It is not said", vi: "Chưa ghi" },
      manifest: containerWith(`
        securityContext: #! @securityContext
          runAsNonRoot: true
      `),
      fixed: containerWith(`
        securityContext:
          runAsNonRoot: true
          readOnlyRootFilesystem: true
      `),
    },
  ],
  good: [
    {
      title: { en: "It is said", vi: "Đã ghi" },
      manifest: containerWith(`
        securityContext:
          readOnlyRootFilesystem: true
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    const context = mapAt(map, "securityContext");
    const isMissing = context
      ? lacks(context, FIELD)
      : lacks(map, "securityContext") && !isGiven(at(map, "securityContext"));
    if (!isMissing) return;
    yield {
      span: spanOf(pairOf(map, "securityContext")?.key ?? pairOf(map, "name")?.value ?? map),
      message: {
        en: "This container can write to its own image: `readOnlyRootFilesystem: true` prevents it.",
        vi: "Container này ghi được vào image của nó: `readOnlyRootFilesystem: true` ngăn điều đó.",
      },
      fixes: () => [
        context
          ? add(doc, context, FIELD, "true")
          : {
              title: { en: "Make the root file system read-only", vi: "Đặt hệ thống tệp gốc chỉ đọc" },
              preferred: true,
              safe: false,
              edits: insertEntry(doc, map, "securityContext", `\n  ${FIELD}: true`),
            },
      ],
    };
  },
});

const FIELD = "readOnlyRootFilesystem";
