import { at } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "container/invalid-env-name",
  fields: ["env", "envFrom"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Impossible name of a variable", vi: "Tên biến môi trường không hợp lệ" },
    why: {
      en: "Names are letters, digits, `_`, `-` and `.`, no digit first. Since 1.32 the API server takes any printable character but `=`; shells still cannot read such variables.",
      vi: "Tên gồm chữ, số, `_`, `-` và `.`, không bắt đầu bằng chữ số. Từ 1.32, API server nhận mọi ký tự in được trừ `=`, nhưng shell vẫn không đọc được các biến đó.",
    },
    links: ["https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/"],
  },
  bad: [
    {
      title: { en: "A blank", vi: "Có dấu cách" },
      kubernetes: "1.31",
      manifest: containerWith(`
        env:
          - name: CHE DO #! @'CHE DO'
            value: prod
      `),
      fixed: containerWith(`
        env:
          - name: CHE_DO
            value: prod
      `),
    },
    {
      title: { en: "Name and value in one", vi: "Tên và giá trị viết liền" },
      manifest: containerWith(`
        env:
          - name: CHE_DO=prod #! @CHE_DO=prod
      `),
    },
  ],
  good: [
    {
      title: { en: "Dots and dashes", vi: "Dấu chấm và gạch nối" },
      manifest: containerWith(`
        env:
          - name: CHE_DO
            value: prod
          - name: cua-hang.che.do
            value: prod
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc, catalog }) {
    const names = [
      ...mapsIn(at(map, "env")).map((each) => ({ each, field: "name" })),
      ...mapsIn(at(map, "envFrom")).map((each) => ({ each, field: "prefix" })),
    ];
    for (const { each, field } of names) {
      const node = scalarAt(each, field);
      const text = textAt(each, field);
      if (!node || text === undefined || isStrict(text)) continue;
      const isAccepted = RELAXED.test(text) && Number(catalog.release.version.split(".")[1]) >= 32;
      const meant = text.includes("=") ? "" : text.trim().replace(/[^-._A-Za-z0-9]+/g, "_");
      const name = /^\d/.test(meant) ? `_${meant}` : meant;
      yield {
        span: spanOf(node),
        ...(isAccepted ? { severity: "warning" as const } : {}),
        message: isAccepted
          ? {
              en: `No shell can read a variable named ${quoted(text)}.`,
              vi: `Không shell nào đọc được biến tên ${quoted(text)}.`,
            }
          : {
              en: `${quoted(text)} is no name of an environment variable.`,
              vi: `${quoted(text)} không phải là tên biến môi trường hợp lệ.`,
            },
        ...(isStrict(name) ? { fixes: () => [change(doc, node, name)] } : {}),
      };
    }
  },
});

const STRICT = /^[-._A-Za-z][-._A-Za-z0-9]*$/;
const RELAXED = /^[ -<>-~]+$/;

const isStrict = (text: string): boolean => STRICT.test(text) && text !== "." && !text.startsWith("..");
