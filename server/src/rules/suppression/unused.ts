import type { Edit } from "../../base/span.ts";
import { type SuppressionUse, suppressionRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import type { SuppressedName } from "./comment.ts";

export default suppressionRule({
  id: "suppression/unused",
  severity: "hint",
  since: "0.1.0",
  docs: {
    title: { en: "Ignored rule that has nothing to report", vi: "Bỏ qua quy tắc vốn không báo gì" },
    why: {
      en: "The mistake is gone, or the line has moved. A comment that silences nothing today hides a real mistake tomorrow.",
      vi: "Lỗi đã được sửa, hoặc dòng đã dời chỗ. Chú thích hôm nay không tắt gì thì mai sau lại che mất một lỗi thật.",
    },
    links: ["https://yaml.org/spec/1.2.2/#66-comments"],
  },
  bad: [
    {
      title: { en: "A mistake that was put right", vi: "Lỗi đã được sửa" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          # kubernetes-authoring: ignore metadata/invalid-name because the old system calls it so #! @metadata/invalid-name
          name: gio-hang
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
      `,
    },
    {
      title: { en: "One of two", vi: "Một trong hai" },
      manifest: `
        # kubernetes-authoring: ignore-document schema/wrong-type, metadata/invalid-name because the old system calls it so #! @schema/wrong-type
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio_hang
      `,
      fixed: `
        # kubernetes-authoring: ignore-document metadata/invalid-name because the old system calls it so
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio_hang
      `,
    },
  ],
  good: [
    {
      title: { en: "At the end of its own line", vi: "Ở cuối chính dòng đó" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio_hang # kubernetes-authoring: ignore metadata/invalid-name because the old system calls it so
      `,
    },
  ],
  *check(use, { doc }) {
    for (const name of use.unused) {
      const isAll = use.suppression.names.length === 1;
      const title = isAll
        ? { en: "Remove the comment", vi: "Xóa chú thích" }
        : { en: `Remove ${quoted(name.text)}`, vi: `Xóa ${quoted(name.text)}` };
      yield {
        span: name,
        tag: "unnecessary",
        message: {
          en: `${quoted(name.text)} has nothing to report here: the comment is no longer needed.`,
          vi: `${quoted(name.text)} không có gì để báo ở đây: không còn cần chú thích này.`,
        },
        fixes: () => [
          {
            title,
            preferred: true,
            safe: true,
            edits: [isAll ? withoutComment(use, doc.text) : withoutName(use, name)],
          },
        ],
      };
    }
  },
});

/** The comment with the line that it has for itself, or with the blanks before it. */
function withoutComment({ suppression: { start, end } }: SuppressionUse, text: string): Edit {
  const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  const before = text.slice(lineStart, start);
  if (before.trim() !== "") return { span: { start: lineStart + before.trimEnd().length, end }, text: "" };
  const lineBreak = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end))?.[0].length ?? 0;
  return { span: { start: lineStart, end: end + lineBreak }, text: "" };
}

/** The name with the comma on one side of it. */
function withoutName({ suppression: { names } }: SuppressionUse, name: SuppressedName): Edit {
  const index = names.indexOf(name);
  const next = names[index + 1];
  const before = names[index - 1];
  const span = next ? { start: name.start, end: next.start } : { start: before?.end ?? name.start, end: name.end };
  return { span, text: "" };
}
