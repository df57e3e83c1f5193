import { nearest } from "../../base/nearest.ts";
import { suppressionRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { VERBS } from "./comment.ts";

export default suppressionRule({
  id: "suppression/unclear",
  severity: "information",
  since: "0.1.0",
  docs: {
    title: { en: "Comment to us that means nothing", vi: "Chú thích gửi cho bộ kiểm tra nhưng vô nghĩa" },
    why: {
      en: "A comment that starts with `kubernetes-authoring:` silences rules: `ignore RULE because REASON` for one line, `ignore-document` and `ignore-file` for more. Anything else has no effect.",
      vi: "Chú thích bắt đầu bằng `kubernetes-authoring:` dùng để tắt quy tắc: `ignore RULE because REASON` cho một dòng, `ignore-document` và `ignore-file` cho phạm vi lớn hơn. Cách viết khác không có tác dụng.",
    },
    links: ["https://yaml.org/spec/1.2.2/#66-comments"],
  },
  bad: [
    {
      title: { en: "Another word", vi: "Sai từ" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          # kubernetes-authoring: ignroe metadata/invalid-name because the old system calls it so #! @ignroe "ignore"
          name: gio_hang #! metadata/invalid-name @gio_hang
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          # kubernetes-authoring: ignore metadata/invalid-name because the old system calls it so
          name: gio_hang
      `,
    },
    {
      title: { en: "No rule", vi: "Không có quy tắc nào" },
      manifest: `
        # kubernetes-authoring: ignore because it is old #! @ignore "rule"
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
      `,
    },
  ],
  good: [
    {
      title: { en: "A comment to people", vi: "Chú thích cho người đọc" },
      manifest: `
        # Checked with kubernetes-authoring.
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
      `,
    },
  ],
  *check({ suppression }) {
    const { scope, verb, start, end } = suppression;
    if (scope !== "unclear") return;
    if (VERBS.includes(verb.text)) {
      yield {
        span: verb,
        message: {
          en: `${quoted(verb.text)} needs the name of a rule, as in \`ignore schema/unknown-field because …\`.`,
          vi: `${quoted(verb.text)} cần tên quy tắc, ví dụ \`ignore schema/unknown-field because …\`.`,
        },
      };
      return;
    }
    const words = either(VERBS);
    yield {
      span: verb.text === "" ? { start, end } : verb,
      message: {
        en: `This comment has no effect: after \`kubernetes-authoring:\` comes ${words.en}.`,
        vi: `Chú thích này không có tác dụng: sau \`kubernetes-authoring:\` phải là ${words.vi}.`,
      },
      fixes: () =>
        nearest(verb.text, VERBS)
          .slice(0, 1)
          .map((meant) => ({
            title: { en: `Change to ${quoted(meant)}`, vi: `Đổi thành ${quoted(meant)}` },
            preferred: true,
            safe: false,
            edits: [{ span: verb, text: meant }],
          })),
    };
  },
});
