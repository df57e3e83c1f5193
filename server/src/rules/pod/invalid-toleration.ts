import type { YDocument } from "../../yaml/document.ts";
import { at, pairOf, type YMap } from "../../yaml/node.ts";
import { add, change, remove } from "../fixes.ts";
import { isGiven, lacks, mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { formFault, keyFault, LABEL_VALUE, reformed } from "../metadata/forms.ts";
import type { Draft } from "../rule.ts";
import { quoted } from "../wording.ts";
import { podWith } from "./example.ts";
import { podRule } from "./pod-rule.ts";

export default podRule({
  id: "pod/invalid-toleration",
  fields: ["tolerations"],
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Toleration that contradicts itself", vi: "Toleration tự mâu thuẫn" },
    why: {
      en: "`Exists` takes no `value`, no key means any key and so needs `Exists`, and only an effect of `NoExecute` waits for `tolerationSeconds`.",
      vi: "`Exists` không đi với `value`; không có khóa nghĩa là mọi khóa nên phải dùng `Exists`; chỉ effect `NoExecute` mới chờ theo `tolerationSeconds`.",
    },
    links: ["https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/"],
  },
  bad: [
    {
      title: { en: "`Exists` with a value", vi: "`Exists` mà có giá trị" },
      manifest: podWith(`
        tolerations:
          - key: gpu
            operator: Exists
            value: "true" #! @value
            effect: NoSchedule
      `),
      fixed: podWith(`
        tolerations:
          - key: gpu
            operator: Equal
            value: "true"
            effect: NoSchedule
      `),
    },
    {
      title: { en: "Seconds for an effect that does not evict", vi: "Đặt số giây cho effect không trục xuất" },
      manifest: podWith(`
        tolerations:
          - key: gpu
            operator: Exists
            effect: NoSchedule #! @NoSchedule
            tolerationSeconds: 300
      `),
      fixed: podWith(`
        tolerations:
          - key: gpu
            operator: Exists
            effect: NoExecute
            tolerationSeconds: 300
      `),
    },
  ],
  good: [
    {
      title: { en: "Everything is tolerated", vi: "Chấp nhận mọi taint" },
      manifest: podWith(`
        tolerations:
          - operator: Exists
          - key: node.kubernetes.io/not-ready
            operator: Exists
            effect: NoExecute
            tolerationSeconds: 60
      `),
    },
  ],
  *checkPod({ spec }, { doc }) {
    for (const map of mapsIn(at(spec, "tolerations"))) {
      yield* keyAndOperator(map, doc);
      yield* seconds(map, doc);
    }
  },
});

function* keyAndOperator(map: YMap, doc: YDocument): Iterable<Draft> {
  const operator = textAt(map, "operator");
  const place = scalarAt(map, "operator") ?? map.entries[0]?.key ?? map;
  const isEqual = operator === "Equal" || lacks(map, "operator");
  const key = textAt(map, "key");
  const value = pairOf(map, "value");
  if (lacks(map, "key") && isEqual) {
    const node = scalarAt(map, "operator");
    yield {
      span: spanOf(place),
      message: {
        en: "Without `key` the `operator` must be `Exists`.",
        vi: "Không có `key` thì `operator` phải là `Exists`.",
      },
      fixes: () => [node ? change(doc, node, "Exists") : add(doc, map, "operator", "Exists")],
    };
    return;
  }
  const fault = key === undefined ? undefined : keyFault(key);
  const node = scalarAt(map, "key");
  if (node && key !== undefined && fault)
    yield {
      span: spanOf(node),
      message: { en: `The key ${quoted(key)} ${fault.en}.`, vi: `Khóa ${quoted(key)} ${fault.vi}.` },
    };
  if (operator === "Exists" && value && isGiven(value.value)) {
    const exists = scalarAt(map, "operator");
    yield {
      span: spanOf(value.key),
      message: { en: "`Exists` takes no `value`.", vi: "`Exists` không đi với `value`." },
      fixes: () => [
        ...(exists && key !== undefined ? [change(doc, exists, "Equal")] : []),
        remove(doc, map, value, { preferred: key === undefined }),
      ],
    };
    return;
  }
  const given = scalarAt(map, "value");
  const text = textAt(map, "value");
  const wrong = isEqual && text !== undefined ? formFault(text, LABEL_VALUE) : undefined;
  if (!given || text === undefined || !wrong) return;
  const meant = reformed(text, LABEL_VALUE);
  yield {
    span: spanOf(given),
    message: { en: `The value ${quoted(text)} ${wrong.en}.`, vi: `Giá trị ${quoted(text)} ${wrong.vi}.` },
    ...(meant === undefined ? {} : { fixes: () => [change(doc, given, meant)] }),
  };
}

function* seconds(map: YMap, doc: YDocument): Iterable<Draft> {
  const pair = pairOf(map, "tolerationSeconds");
  const effect = textAt(map, "effect");
  const node = scalarAt(map, "effect");
  if (!pair || !isGiven(pair.value) || effect === "NoExecute" || (effect === undefined && !lacks(map, "effect")))
    return;
  yield {
    span: spanOf(node ?? pair.key),
    message: {
      en: "`tolerationSeconds` needs the `effect` `NoExecute`.",
      vi: "`tolerationSeconds` cần `effect` là `NoExecute`.",
    },
    fixes: () => [
      node ? change(doc, node, "NoExecute") : add(doc, map, "effect", "NoExecute"),
      remove(doc, map, pair, { preferred: false }),
    ],
  };
}
