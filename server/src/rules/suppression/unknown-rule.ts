import { nearest } from "../../base/nearest.ts";
import { suppressionRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default suppressionRule({
  id: "suppression/unknown-rule",
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Ignored rule that does not exist", vi: "Bỏ qua một quy tắc không tồn tại" },
    why: {
      en: "A comment silences the rules that it names, and no rule has this name. Rules are named as in the findings, `schema/unknown-field`; all of a domain as `schema/*`.",
      vi: "Chú thích chỉ tắt các quy tắc nó nêu tên, mà không có quy tắc nào tên như vậy. Tên quy tắc viết như trong chẩn đoán, `schema/unknown-field`; cả nhóm viết là `schema/*`.",
    },
    links: ["https://yaml.org/spec/1.2.2/#66-comments"],
  },
  bad: [
    {
      title: { en: "A slip of the pen", vi: "Gõ nhầm" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          # kubernetes-authoring: ignore metadata/invalid-nmae because the old system calls it so #! @metadata/invalid-nmae
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
  ],
  good: [
    {
      title: { en: "A domain", vi: "Cả một nhóm" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          # kubernetes-authoring: ignore metadata/* because the old system calls it so
          name: gio_hang
      `,
    },
  ],
  *check({ unknown, known }) {
    for (const name of unknown) {
      const meant = nearest(name.text, known).slice(0, 3);
      const [best] = meant;
      yield {
        span: name,
        message: {
          en: `There is no rule ${quoted(name.text)}${best === undefined ? "." : `; did you mean ${quoted(best)}?`}`,
          vi: `Không có quy tắc ${quoted(name.text)}${best === undefined ? "." : `; có lẽ là ${quoted(best)}.`}`,
        },
        fixes: () =>
          meant.map((rule, index) => ({
            title: { en: `Change to ${quoted(rule)}`, vi: `Đổi thành ${quoted(rule)}` },
            preferred: index === 0,
            safe: false,
            edits: [{ span: name, text: rule }],
          })),
      };
    }
  },
});
