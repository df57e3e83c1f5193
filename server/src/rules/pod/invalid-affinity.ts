import { at, itemsOf, pairOf, type YNode } from "../../yaml/node.ts";
import { isGiven, lacks, mapAt, mapsIn, scalarAt, spanOf, textAt, textsIn } from "../given.ts";
import { keyFault } from "../metadata/forms.ts";
import type { Draft } from "../rule.ts";
import { quoted } from "../wording.ts";
import { podWith } from "./example.ts";
import { podRule } from "./pod-rule.ts";

export default podRule({
  id: "pod/invalid-affinity",
  fields: ["affinity"],
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Affinity that names no place", vi: "Affinity không chỉ ra nơi nào" },
    why: {
      en: "A required node affinity needs a term, affinity between Pods a `topologyKey`, and `matchFields` knows `metadata.name` only. A term without any requirement matches no node.",
      vi: "Node affinity bắt buộc cần ít nhất một điều kiện, affinity giữa các Pod cần `topologyKey`, và `matchFields` chỉ biết `metadata.name`. Mục không có điều kiện nào thì không khớp node nào.",
    },
    links: ["https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity"],
  },
  bad: [
    {
      title: { en: "No terms", vi: "Không có điều kiện" },
      manifest: podWith(`
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms: [] #! @nodeSelectorTerms
      `),
    },
    {
      title: { en: "An empty topology key", vi: "Khóa topology rỗng" },
      manifest: podWith(`
        affinity:
          podAntiAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              - topologyKey: "" #! @topologyKey
                labelSelector:
                  matchLabels:
                    app: gio-hang
      `),
    },
  ],
  good: [
    {
      title: { en: "One Pod on each node", vi: "Mỗi node một Pod" },
      manifest: podWith(`
        affinity:
          podAntiAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              - topologyKey: kubernetes.io/hostname
                labelSelector:
                  matchLabels:
                    app: gio-hang
      `),
    },
  ],
  *checkPod({ spec }) {
    const affinity = mapAt(spec, "affinity");
    if (!affinity) return;
    const nodes = at(affinity, "nodeAffinity");
    const terms = pairOf(at(nodes, REQUIRED), "nodeSelectorTerms");
    if (terms && isGiven(terms.value) && itemsOf(terms.value).length === 0 && at(terms.value) !== undefined)
      yield {
        span: spanOf(terms.key),
        message: { en: "`nodeSelectorTerms` needs at least one term.", vi: "`nodeSelectorTerms` cần ít nhất một mục." },
      };
    for (const term of mapsIn(terms?.value)) {
      yield* fields(term);
      if (term.entries.length === 0)
        yield {
          span: spanOf(term),
          severity: "warning",
          message: {
            en: "A term without requirements matches no node.",
            vi: "Mục không có điều kiện thì không khớp node nào.",
          },
        };
    }
    for (const preference of mapsIn(at(nodes, PREFERRED))) yield* fields(at(preference, "preference"));
    for (const kind of ["podAffinity", "podAntiAffinity"]) {
      for (const term of mapsIn(at(affinity, kind, REQUIRED))) yield* topology(term);
      for (const term of mapsIn(at(affinity, kind, PREFERRED))) yield* topology(at(term, "podAffinityTerm"));
    }
  },
});

const REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
const PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

function* fields(term: YNode | undefined): Iterable<Draft> {
  for (const field of mapsIn(at(term, "matchFields"))) {
    const key = scalarAt(field, "key");
    const operator = scalarAt(field, "operator");
    if (key && textAt(field, "key") !== undefined && key.text !== "metadata.name")
      yield {
        span: spanOf(key),
        message: {
          en: `\`matchFields\` knows \`metadata.name\` only, not ${quoted(key.text)}.`,
          vi: `\`matchFields\` chỉ biết \`metadata.name\`, không biết ${quoted(key.text)}.`,
        },
      };
    else if (operator && !["In", "NotIn"].includes(operator.text))
      yield {
        span: spanOf(operator),
        message: {
          en: `\`matchFields\` takes \`In\` or \`NotIn\`, not ${quoted(operator.text)}.`,
          vi: `\`matchFields\` nhận \`In\` hoặc \`NotIn\`, không nhận ${quoted(operator.text)}.`,
        },
      };
    else if (operator && textsIn(at(field, "values")).length > 1)
      yield {
        span: spanOf(pairOf(field, "values")?.key ?? operator),
        message: { en: "`matchFields` takes exactly one value.", vi: "`matchFields` nhận đúng một giá trị." },
      };
  }
}

function* topology(term: YNode | undefined): Iterable<Draft> {
  const map = mapAt(term);
  const pair = pairOf(map, "topologyKey");
  if (!map || !pair) return;
  const key = textAt(pair.value);
  const fault = key === undefined ? undefined : keyFault(key);
  const place = scalarAt(pair.value);
  if (place && key !== undefined && fault)
    yield {
      span: spanOf(place),
      message: { en: `The topology key ${quoted(key)} ${fault.en}.`, vi: `Khóa topology ${quoted(key)} ${fault.vi}.` },
    };
  else if (pair.value && lacks(map, "topologyKey"))
    yield {
      span: spanOf(pair.key),
      message: { en: "`topologyKey` must not be empty.", vi: "`topologyKey` không được để trống." },
    };
}
