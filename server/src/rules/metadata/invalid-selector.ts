import type { YDocument } from "../../yaml/document.ts";
import { at, deref, pairOf, type YMap } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { isGiven, lacks, scalarAt, spanOf, textAt, textsIn } from "../given.ts";
import { type Draft, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { formFault, keyFault, LABEL_VALUE, reformed, reformedKey } from "./forms.ts";
import { labelPlaces } from "./label-places.ts";

export default objectRule({
  id: "metadata/invalid-selector",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: {
      en: "Requirement whose operator and values disagree",
      vi: "Điều kiện có toán tử và giá trị không hợp nhau",
    },
    why: {
      en: "In `matchExpressions`, `In` and `NotIn` need values, `Exists` and `DoesNotExist` take none. For nodes `Gt` and `Lt` compare with one whole number. The API server rejects anything else.",
      vi: "Trong `matchExpressions`, `In` và `NotIn` cần giá trị, `Exists` và `DoesNotExist` thì không. Với node, `Gt` và `Lt` so sánh với đúng một số nguyên. API server từ chối cách viết khác.",
    },
    links: [
      "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements",
    ],
  },
  bad: [
    {
      title: { en: "`Exists` asks for no value", vi: "`Exists` không nhận giá trị" },
      manifest: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          minAvailable: 1
          selector:
            matchExpressions:
              - key: app
                operator: Exists
                values: [gio-hang] #! @values
      `,
      fixed: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          minAvailable: 1
          selector:
            matchExpressions:
              - key: app
                operator: In
                values: [gio-hang]
      `,
    },
    {
      title: { en: "`In` nothing", vi: "`In` mà không có giá trị" },
      manifest: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          minAvailable: 1
          selector:
            matchExpressions:
              - key: app
                operator: NotIn #! @NotIn
      `,
      fixed: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          minAvailable: 1
          selector:
            matchExpressions:
              - key: app
                operator: DoesNotExist
      `,
    },
  ],
  good: [
    {
      title: { en: "Values where they belong", vi: "Giá trị đúng chỗ" },
      manifest: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          minAvailable: 1
          selector:
            matchExpressions:
              - { key: app, operator: In, values: [gio-hang, kho] }
              - { key: tam-thoi, operator: DoesNotExist }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const { map, ofNodes } of labelPlaces(resource).requirements) {
      yield* texts(map, doc);
      const operator = textAt(map, "operator");
      if (operator === "In" || operator === "NotIn") yield* needsValues(map, operator, doc);
      else if (operator === "Exists" || operator === "DoesNotExist") yield* takesNone(map, operator, doc);
      else if (ofNodes && (operator === "Gt" || operator === "Lt")) yield* comparesOne(map, operator);
    }
  },
});

function* needsValues(map: YMap, operator: "In" | "NotIn", doc: YDocument): Iterable<Draft> {
  const node = scalarAt(map, "operator");
  const list = deref(at(map, "values"));
  const isEmpty = list?.type === "seq" ? list.items.length === 0 : lacks(map, "values");
  if (!node || !isEmpty || map.entries.length > (list ? 3 : 2)) return;
  const other = operator === "In" ? "Exists" : "DoesNotExist";
  const values = pairOf(map, "values");
  yield {
    span: spanOf(node),
    message: {
      en: `${quoted(operator)} needs at least one value under \`values\`.`,
      vi: `${quoted(operator)} cần ít nhất một giá trị trong \`values\`.`,
    },
    fixes: () => {
      const fix = change(doc, node, other);
      return [values ? { ...fix, edits: [...fix.edits, ...remove(doc, map, values).edits] } : fix];
    },
  };
}

function* takesNone(map: YMap, operator: "Exists" | "DoesNotExist", doc: YDocument): Iterable<Draft> {
  const node = scalarAt(map, "operator");
  const values = pairOf(map, "values");
  const list = deref(values?.value);
  if (!node || !values || !isGiven(values.value) || (list?.type === "seq" && list.items.length === 0)) return;
  yield {
    span: spanOf(values.key),
    message: {
      en: `${quoted(operator)} takes no \`values\`.`,
      vi: `${quoted(operator)} không đi với \`values\`.`,
    },
    fixes: () => [
      change(doc, node, operator === "Exists" ? "In" : "NotIn"),
      remove(doc, map, values, { preferred: false }),
    ],
  };
}

function* comparesOne(map: YMap, operator: string): Iterable<Draft> {
  const list = deref(at(map, "values"));
  const place = list ?? scalarAt(map, "operator");
  const items = list?.type === "seq" ? list.items : [];
  const [only] = textsIn(list);
  const isNumber = items.length === 1 && (only === undefined || /^[+-]?\d+$/.test(only.text));
  if (!place || isNumber) return;
  yield {
    span: spanOf(place),
    message: {
      en: `${quoted(operator)} compares with one whole number in quotes.`,
      vi: `${quoted(operator)} so sánh với đúng một số nguyên đặt trong dấu nháy.`,
    },
  };
}

function* texts(map: YMap, doc: YDocument): Iterable<Draft> {
  const key = scalarAt(map, "key");
  const name = textAt(map, "key");
  const fault = name === undefined ? undefined : keyFault(name);
  if (key && name !== undefined && fault) {
    const meant = reformedKey(name);
    yield {
      span: spanOf(key),
      message: { en: `The label ${quoted(name)} ${fault.en}.`, vi: `Label ${quoted(name)} ${fault.vi}.` },
      ...(meant === undefined ? {} : { fixes: () => [change(doc, key, meant)] }),
    };
  }
  const operator = textAt(map, "operator");
  if (operator !== "In" && operator !== "NotIn") return;
  for (const value of textsIn(at(map, "values"))) {
    const wrong = formFault(value.text, LABEL_VALUE);
    if (!wrong) continue;
    const meant = reformed(value.text, LABEL_VALUE);
    yield {
      span: spanOf(value),
      message: {
        en: `The label value ${quoted(value.text)} ${wrong.en}.`,
        vi: `Giá trị label ${quoted(value.text)} ${wrong.vi}.`,
      },
      ...(meant === undefined ? {} : { fixes: () => [change(doc, value, meant)] }),
    };
  }
}
