import { setScalar } from "../../yaml/edit.ts";
import { entriesOf, pairOf, type YMap, type YScalar } from "../../yaml/node.ts";
import { isA, mapAt, mapsIn, scalarAt, spanOf } from "../given.ts";
import { parseQuantity } from "../quantity.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "policy/limit-order",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["LimitRange"],
  docs: {
    title: { en: "Limits of a LimitRange out of order", vi: "Các mức trong LimitRange sai thứ tự" },
    why: {
      en: "For each resource `min`, `defaultRequest`, `default` and `max` have to rise in this order. The API server rejects a range in which they do not.",
      vi: "Với mỗi tài nguyên, `min`, `defaultRequest`, `default` và `max` phải tăng dần theo thứ tự này. Nếu không, API server từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/policy/limit-range/"],
  },
  bad: [
    {
      title: { en: "The default is above the maximum", vi: "Mặc định lớn hơn tối đa" },
      manifest: `
        apiVersion: v1
        kind: LimitRange
        metadata:
          name: mac-dinh
        spec:
          limits:
            - type: Container
              default:
                memory: 2Gi #! @2Gi
              max:
                memory: 1Gi
      `,
    },
    {
      title: { en: "Least and most are swapped", vi: "Tối thiểu và tối đa bị đổi chỗ" },
      manifest: `
        apiVersion: v1
        kind: LimitRange
        metadata:
          name: mac-dinh
        spec:
          limits:
            - type: Container
              min: { cpu: "2" } #! @"2"
              max: { cpu: 500m }
      `,
      fixed: `
        apiVersion: v1
        kind: LimitRange
        metadata:
          name: mac-dinh
        spec:
          limits:
            - type: Container
              min: { cpu: "500m" }
              max: { cpu: "2" }
      `,
    },
  ],
  good: [
    {
      title: { en: "In order", vi: "Đúng thứ tự" },
      manifest: `
        apiVersion: v1
        kind: LimitRange
        metadata:
          name: mac-dinh
        spec:
          limits:
            - type: Container
              min: { cpu: 100m }
              defaultRequest: { cpu: 200m }
              default: { cpu: 500m }
              max: { cpu: "2" }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "", "LimitRange")) return;
    for (const limit of mapsIn(pairOf(mapAt(resource.root, "spec"), "limits")?.value))
      for (const [lower, upper] of ORDER)
        for (const [low, high] of inverted(limit, lower, upper)) {
          yield {
            span: spanOf(low),
            message: {
              en: `${quoted(lower)} (${quoted(low.text)}) is more than ${quoted(upper)} (${quoted(high.text)}).`,
              vi: `${quoted(lower)} (${quoted(low.text)}) lớn hơn ${quoted(upper)} (${quoted(high.text)}).`,
            },
            fixes: () => [
              {
                title: {
                  en: `Swap ${quoted(low.text)} and ${quoted(high.text)}`,
                  vi: `Đổi chỗ ${quoted(low.text)} và ${quoted(high.text)}`,
                },
                preferred: lower === "min",
                safe: false,
                edits: [...setScalar(doc, low, high.text), ...setScalar(doc, high, low.text)],
              },
            ],
          };
        }
  },
});

const ORDER = [
  ["min", "max"],
  ["default", "max"],
  ["defaultRequest", "default"],
  ["min", "defaultRequest"],
] as const;

function inverted(limit: YMap, lower: string, upper: string): readonly (readonly [YScalar, YScalar])[] {
  return entriesOf(pairOf(limit, lower)?.value).flatMap(({ key, value }) => {
    const [low, high] = [scalarAt(value), scalarAt(limit, upper, key.text)];
    const [less, more] = [low && parseQuantity(low.text)?.amount, high && parseQuantity(high.text)?.amount];
    return low && high && less !== undefined && more !== undefined && less > more ? [[low, high] as const] : [];
  });
}
