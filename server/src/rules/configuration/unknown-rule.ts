import { nearest } from "../../base/nearest.ts";
import { at, entriesOf } from "../../yaml/node.ts";
import { rename } from "../fixes.ts";
import { spanOf } from "../given.ts";
import { configurationRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default configurationRule({
  id: "configuration/unknown-rule",
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Setting of a rule that does not exist", vi: "Thiết lập cho quy tắc không tồn tại" },
    why: {
      en: "The setting has no effect, and the rule that was meant keeps its severity. Rules are named as in the findings, `schema/unknown-field`; all of a domain as `schema/*`.",
      vi: "Thiết lập này không có tác dụng, còn quy tắc định nói đến vẫn giữ mức cũ. Tên quy tắc viết như trong chẩn đoán, `schema/unknown-field`; cả nhóm viết là `schema/*`.",
    },
    links: ["https://github.com/kubernetes-authoring/kubernetes-authoring/blob/main/docs/rules/en/README.md"],
  },
  bad: [
    {
      title: { en: "A slip of the pen", vi: "Gõ nhầm" },
      manifest: `
        profile: recommended
        rules:
          schema/unkown-field: warning #! @schema/unkown-field
      `,
      fixed: `
        profile: recommended
        rules:
          schema/unknown-field: warning
      `,
    },
  ],
  good: [
    {
      title: { en: "A rule and a domain", vi: "Một quy tắc và cả một nhóm" },
      manifest: `
        rules:
          schema/unknown-field: warning
          practice/*: off
      `,
    },
  ],
  *check({ doc }, known) {
    for (const pair of entriesOf(at(doc.root, "rules"))) {
      const name = pair.key.text;
      if (known.includes(name)) continue;
      const meant = nearest(name, known).slice(0, 3);
      const [best] = meant;
      yield {
        span: spanOf(pair.key),
        message: {
          en: `There is no rule ${quoted(name)}${best === undefined ? "." : `; did you mean ${quoted(best)}?`}`,
          vi: `Không có quy tắc ${quoted(name)}${best === undefined ? "." : `; có lẽ là ${quoted(best)}.`}`,
        },
        fixes: () => meant.map((rule, index) => rename(doc, pair, rule, { preferred: index === 0 })),
      };
    }
  },
});
