import { change } from "../fixes.ts";
import { spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";
import { amountsOf, isOdd, MOST_CPUS } from "./amounts.ts";

export default containerRule({
  id: "container/cpu-unit",
  fields: ["cpu"],
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "More or less CPU than there can be", vi: "Lượng CPU nhiều hay ít quá mức có thể" },
    why: {
      en: "CPU counts cores: `500` is 500 of them and no node takes the Pod, `500m` is half of one. Less than `1m` cannot be given out.",
      vi: "CPU tính bằng nhân: `500` là 500 nhân nên không node nào nhận Pod, `500m` là nửa nhân. Không cấp được mức nhỏ hơn `1m`.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-cpu"],
  },
  bad: [
    {
      title: { en: "The m is missing", vi: "Thiếu chữ m" },
      manifest: containerWith(`
        resources:
          requests:
            cpu: "500" #! @'"500"'
      `),
      fixed: containerWith(`
        resources:
          requests:
            cpu: "500m"
      `),
    },
    {
      title: { en: "A unit of memory", vi: "Đơn vị của bộ nhớ" },
      manifest: containerWith(`
        resources:
          requests:
            cpu: 250Mi #! @250Mi
      `),
      fixed: containerWith(`
        resources:
          requests:
            cpu: 250m
      `),
    },
  ],
  good: [
    {
      title: { en: "Thousandths and cores", vi: "Phần nghìn và nhân" },
      manifest: containerWith(`
        resources:
          requests:
            cpu: 250m
          limits:
            cpu: 1.5
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    for (const asked of amountsOf(map)) {
      if (asked.resource !== "cpu" || !isOdd(asked)) continue;
      const { node, quantity } = asked;
      const { amount, digits } = quantity;
      const isMuch = amount >= MOST_CPUS;
      const meant = isMuch && /^\d+$/.test(digits) ? `${digits}m` : isMuch ? undefined : "1m";
      yield {
        span: spanOf(node),
        message: isMuch
          ? { en: `${quoted(node.text)} is that many whole CPUs.`, vi: `${quoted(node.text)} là chừng ấy CPU nguyên.` }
          : {
              en: `${quoted(node.text)} is less CPU than can be given out: \`1m\` is the least.`,
              vi: `${quoted(node.text)} ít hơn mức CPU cấp được: nhỏ nhất là \`1m\`.`,
            },
        ...(meant === undefined ? {} : { fixes: () => [change(doc, node, meant)] }),
      };
    }
  },
});
