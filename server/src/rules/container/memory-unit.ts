import { change } from "../fixes.ts";
import { spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";
import { type Amount, amountsOf, isOdd } from "./amounts.ts";

export default containerRule({
  id: "container/memory-unit",
  fields: ["resources"],
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Memory in thousandths, or a handful of bytes", vi: "Bộ nhớ tính bằng phần nghìn, hoặc chỉ vài byte" },
    why: {
      en: "Memory counts bytes: `100m` is a tenth of one byte and `512` is 512 bytes, with which no container starts. Mebibytes are written `Mi`, megabytes `M`.",
      vi: "Bộ nhớ tính bằng byte: `100m` là một phần mười byte, `512` là 512 byte, không container nào khởi động được. Mebibyte viết là `Mi`, megabyte viết là `M`.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory"],
  },
  bad: [
    {
      title: { en: "A small m", vi: "Chữ m thường" },
      manifest: containerWith(`
        resources:
          limits:
            memory: 100m #! @100m
      `),
      fixed: containerWith(`
        resources:
          limits:
            memory: 100Mi
      `),
    },
    {
      title: { en: "No unit", vi: "Không có đơn vị" },
      manifest: containerWith(`
        resources:
          limits:
            memory: 512 #! @512
      `),
      fixed: containerWith(`
        resources:
          limits:
            memory: 512Mi
      `),
    },
  ],
  good: [
    {
      title: { en: "Units of 1024 and of 1000", vi: "Đơn vị theo 1024 và theo 1000" },
      manifest: containerWith(`
        resources:
          requests:
            memory: 100Mi
          limits:
            memory: 1G
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    const amounts = amountsOf(map);
    for (const asked of amounts) {
      if (asked.resource === "cpu" || !isOdd(asked)) continue;
      const { node, quantity } = asked;
      const { suffix, digits } = quantity;
      const isPart = suffix === "m";
      const meant = (suffix === "m" || suffix === "") && `${digits}${unitBeside(amounts)}`;
      yield {
        span: spanOf(node),
        message: isPart
          ? {
              en: `${quoted(node.text)} of memory is less than it looks: \`m\` is a thousandth of a byte.`,
              vi: `${quoted(node.text)} bộ nhớ ít hơn vẻ ngoài: \`m\` là một phần nghìn byte.`,
            }
          : {
              en: `${quoted(node.text)} of memory is too little for any container.`,
              vi: `${quoted(node.text)} bộ nhớ là quá ít cho mọi container.`,
            },
        ...(meant ? { fixes: () => [change(doc, node, meant)] } : {}),
      };
    }
  },
});

/** People keep to one kind of units: that of the other amounts. */
const unitBeside = (amounts: readonly Amount[]): "M" | "Mi" => {
  const others = amounts.map(({ quantity }) => quantity.suffix);
  return others.some((suffix) => /^[MGT]$/.test(suffix)) && !others.some((suffix) => suffix.endsWith("i")) ? "M" : "Mi";
};
