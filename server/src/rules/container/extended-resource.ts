import type { YDocument } from "../../yaml/document.ts";
import { insertEntry } from "../../yaml/edit.ts";
import { at, type YMap } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { mapAt, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import type { Fix } from "../rule.ts";
import { quoted } from "../wording.ts";
import { type Amount, amountsOf } from "./amounts.ts";

export default containerRule({
  id: "container/extended-resource",
  fields: ["resources"],
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "Device or huge page without a limit", vi: "Thiết bị hay huge page không có giới hạn" },
    why: {
      en: "Devices are whole things that are never lent twice: they need a limit and come in whole numbers. Huge pages need a request for `cpu` or `memory` beside them. No amount is negative.",
      vi: "Thiết bị cấp nguyên chiếc và không cho hai nơi cùng dùng: phải có limit và là số nguyên. Huge page cần kèm request `cpu` hoặc `memory`. Không lượng nào là số âm.",
    },
    links: ["https://kubernetes.io/docs/tasks/configure-pod-container/extended-resource/"],
  },
  bad: [
    {
      title: { en: "A request alone", vi: "Chỉ có request" },
      manifest: containerWith(`
        resources:
          requests:
            nvidia.com/gpu: 1 #! @nvidia.com/gpu
      `),
      fixed: containerWith(`
        resources:
          requests:
            nvidia.com/gpu: 1
          limits:
            nvidia.com/gpu: 1
      `),
    },
    {
      title: { en: "Half a device", vi: "Nửa thiết bị" },
      manifest: containerWith(`
        resources:
          limits:
            nvidia.com/gpu: 500m #! @500m
      `),
    },
    {
      title: { en: "Below zero", vi: "Nhỏ hơn không" },
      manifest: containerWith(`
        resources:
          limits:
            memory: -256Mi #! @-256Mi
      `),
      fixed: containerWith(`
        resources:
          limits:
            memory: 256Mi
      `),
    },
  ],
  good: [
    {
      title: { en: "A limit is enough", vi: "Chỉ cần limit" },
      manifest: containerWith(`
        resources:
          limits:
            nvidia.com/gpu: 1
            memory: 1Gi
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    const amounts = amountsOf(map);
    for (const amount of amounts) {
      const { of, resource, pair, node, quantity } = amount;
      const isDevice = resource.includes("/") && !resource.startsWith("kubernetes.io/");
      const isHuge = resource.startsWith("hugepages-");
      const hasLimit = of === "limits" || amounts.some((each) => each.of === "limits" && each.resource === resource);
      if (quantity.amount < 0)
        yield {
          span: spanOf(node),
          message: { en: `${quoted(node.text)} is below zero.`, vi: `${quoted(node.text)} nhỏ hơn không.` },
          fixes: () => [change(doc, node, node.text.slice(1))],
        };
      else if (isDevice && !Number.isInteger(quantity.amount))
        yield {
          span: spanOf(node),
          message: {
            en: `${quoted(resource)} comes in whole numbers, not ${quoted(node.text)}.`,
            vi: `${quoted(resource)} phải là số nguyên, không phải ${quoted(node.text)}.`,
          },
        };
      else if ((isDevice || isHuge) && !hasLimit)
        yield {
          span: spanOf(pair.key),
          message: {
            en: `${quoted(resource)} needs a limit, equal to its request.`,
            vi: `${quoted(resource)} cần có limit bằng request.`,
          },
          fixes: () => limited(doc, map, amount),
        };
      else if (isHuge && !amounts.some((each) => each.resource === "cpu" || each.resource === "memory"))
        yield {
          span: spanOf(pair.key),
          message: {
            en: `${quoted(resource)} needs \`cpu\` or \`memory\` beside it.`,
            vi: `${quoted(resource)} cần đi kèm \`cpu\` hoặc \`memory\`.`,
          },
        };
    }
  },
});

function limited(doc: YDocument, container: YMap, { resource, node }: Amount): readonly Fix[] {
  const resources = mapAt(container, "resources");
  const limits = mapAt(container, "resources", "limits");
  if (!resources || (at(resources, "limits") && !limits)) return [];
  const written = doc.text.slice(node.start, node.end);
  const shown = quoted(`${resource}: ${node.text}`);
  return [
    {
      title: { en: `Add ${shown} to the limits`, vi: `Thêm ${shown} vào limits` },
      preferred: true,
      safe: false,
      edits: limits
        ? insertEntry(doc, limits, resource, written)
        : insertEntry(doc, resources, "limits", `\n  ${resource}: ${written}`),
    },
  ];
}
