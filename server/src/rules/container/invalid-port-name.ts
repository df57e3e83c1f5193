import { at } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { asDnsLabel, asPortName, isPortName } from "../names.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "container/invalid-port-name",
  fields: ["ports"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Port name that the API server refuses", vi: "Tên cổng mà API server từ chối" },
    why: {
      en: "Ports are named by at most 15 lower-case letters, digits and `-`, one letter at least. Names are given once in a container.",
      vi: "Tên cổng gồm tối đa 15 ký tự: chữ thường, chữ số và `-`, có ít nhất một chữ. Trong một container, mỗi tên chỉ dùng một lần.",
    },
    links: ["https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports"],
  },
  bad: [
    {
      title: { en: "An underscore", vi: "Dấu gạch dưới" },
      manifest: containerWith(`
        ports:
          - name: quan_tri #! @quan_tri
            containerPort: 8080
      `),
      fixed: containerWith(`
        ports:
          - name: quan-tri
            containerPort: 8080
      `),
    },
    {
      title: { en: "One name for two ports", vi: "Một tên cho hai cổng" },
      manifest: containerWith(`
        ports:
          - name: http
            containerPort: 80
          - name: http #! @http "already"
            containerPort: 8080
      `),
    },
  ],
  good: [
    {
      title: { en: "Short names", vi: "Tên ngắn" },
      manifest: containerWith(`
        ports:
          - name: http
            containerPort: 80
          - name: http-quan-tri
            containerPort: 8080
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    const seen = new Set<string>();
    for (const port of mapsIn(at(map, "ports"))) {
      const node = scalarAt(port, "name");
      const text = textAt(port, "name");
      if (!node || text === undefined) continue;
      if (!isPortName(text)) {
        const meant = shortened(text);
        const isLong = text.length > 15;
        yield {
          span: spanOf(node),
          message: isLong
            ? {
                en: `The port name ${quoted(text)} is ${text.length} characters long, 15 are allowed.`,
                vi: `Tên cổng ${quoted(text)} dài ${text.length} ký tự, tối đa là 15.`,
              }
            : {
                en: `The port name ${quoted(text)} must be lower-case letters, digits and single \`-\`.`,
                vi: `Tên cổng ${quoted(text)} chỉ gồm chữ thường, chữ số và từng dấu \`-\` đơn.`,
              },
          ...(meant === "" ? {} : { fixes: () => [change(doc, node, meant)] }),
        };
      } else if (seen.has(text))
        yield {
          span: spanOf(node),
          message: {
            en: `The name ${quoted(text)} is already taken by another port of this container.`,
            vi: `Tên ${quoted(text)} đã dùng cho một cổng khác của container này.`,
          },
        };
      seen.add(text);
    }
  },
});

/** Whole words as far as they fit. */
function shortened(text: string): string {
  const words = asDnsLabel(text).split("-");
  while (words.length > 1 && words.join("-").length > 15) words.pop();
  return asPortName(words.join("-"));
}
