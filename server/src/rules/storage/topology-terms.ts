import { at, itemsOf, type YMap } from "../../yaml/node.ts";
import { isA, mapsIn, scalarAt, spanOf, textsIn } from "../given.ts";
import { type Draft, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { storageClass } from "./example.ts";

const zones = (...terms: readonly string[]): string =>
  storageClass("nhanh", "ebs.csi.aws.com", [
    "volumeBindingMode: WaitForFirstConsumer",
    "allowedTopologies:",
    ...terms.flatMap((values) => [
      "  - matchLabelExpressions:",
      "      - key: topology.kubernetes.io/zone",
      `        values: ${values}`,
    ]),
  ]);

export default objectRule({
  id: "storage/topology-terms",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["StorageClass"],
  docs: {
    title: { en: "Allowed topologies that repeat themselves", vi: "Topology cho phép bị lặp" },
    why: {
      en: "The API server refuses a value, a key or a term that stands there twice, and terms or values that are empty.",
      vi: "API server từ chối giá trị, khóa hay mục ghi hai lần, và mục hay danh sách giá trị rỗng.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/storage-classes/#allowed-topologies"],
  },
  bad: [
    {
      title: { en: "A zone twice", vi: "Một zone ghi hai lần" },
      manifest: zones("[a, a] #! @a"),
    },
    {
      title: { en: "A term twice", vi: "Một mục ghi hai lần" },
      manifest: zones("[a, b]", "[b, a] #! @'[b, a]'"),
    },
    {
      title: { en: "No values", vi: "Không có giá trị" },
      manifest: zones("[] #! @[]"),
    },
  ],
  good: [{ title: { en: "Two zones", vi: "Hai zone" }, manifest: zones("[a, b]") }],
  *check(resource): Iterable<Draft> {
    if (!isA(resource, "storage.k8s.io", "StorageClass")) return;
    const seen = new Set<string>();
    for (const term of mapsIn(at(resource.root, "allowedTopologies"))) {
      const list = at(term, "matchLabelExpressions");
      const expressions = mapsIn(list);
      if (itemsOf(list).length === 0) yield emptyTerm(term);
      const keys = new Map<string, string>();
      for (const expression of expressions) {
        yield* ofExpression(expression, keys);
      }
      const whole = JSON.stringify([...keys].sort(([a], [b]) => (a < b ? -1 : 1)));
      const last = expressions.at(-1);
      const place = last && (at(last, "values") ?? last);
      if (seen.has(whole) && place)
        yield {
          span: spanOf(place),
          message: {
            en: "An earlier term says the same, whatever the order.",
            vi: "Một mục phía trên đã ghi đúng như vậy, dù thứ tự khác.",
          },
        };
      if (keys.size > 0) seen.add(whole);
    }
  },
});

const emptyTerm = (term: YMap): Draft => ({
  span: spanOf(term),
  message: { en: "A term must hold an expression.", vi: "Mỗi mục phải có ít nhất một biểu thức." },
});

function* ofExpression(expression: YMap, keys: Map<string, string>): Iterable<Draft> {
  const key = scalarAt(expression, "key");
  const list = at(expression, "values");
  const values = textsIn(list);
  if (list && itemsOf(list).length === 0)
    yield {
      span: spanOf(list),
      message: { en: "There must be at least one value.", vi: "Phải có ít nhất một giá trị." },
    };
  for (const [index, value] of values.entries())
    if (values.findIndex(({ text }) => text === value.text) < index)
      yield {
        span: spanOf(value),
        message: { en: `${quoted(value.text)} stands there already.`, vi: `${quoted(value.text)} đã có ở trên.` },
      };
  if (!key) return;
  if (keys.has(key.text))
    yield {
      span: spanOf(key),
      message: {
        en: `The term asks for ${quoted(key.text)} already; put the values together.`,
        vi: `Mục này đã có ${quoted(key.text)}; hãy gộp các giá trị.`,
      },
    };
  keys.set(key.text, [...new Set(values.map(({ text }) => text))].sort().join());
}
