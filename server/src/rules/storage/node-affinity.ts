import { at, itemsOf, pairOf } from "../../yaml/node.ts";
import { isA, isGiven, lacks, mapAt, spanOf } from "../given.ts";
import { type Draft, objectRule } from "../rule.ts";
import { onNode, volume } from "./example.ts";

export default objectRule({
  id: "storage/node-affinity",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["PersistentVolume"],
  docs: {
    title: { en: "nodeAffinity that asks for nothing", vi: "nodeAffinity không yêu cầu gì" },
    why: {
      en: "The nodeAffinity of a volume says from which nodes it can be reached. The API server refuses one without `required`, or without a single term.",
      vi: "nodeAffinity của volume cho biết những node nào truy cập được nó. API server từ chối nếu thiếu `required`, hoặc không có mục nào.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#node-affinity"],
  },
  bad: [
    {
      title: { en: "Nothing required", vi: "Thiếu required" },
      manifest: volume("pv-a", { more: ["nodeAffinity: {} #! @nodeAffinity"] }),
    },
    {
      title: { en: "No terms", vi: "Không có mục nào" },
      manifest: volume("pv-a", { more: ["nodeAffinity:", "  required:", "    nodeSelectorTerms: [] #! @[]"] }),
    },
  ],
  good: [{ title: { en: "On one node", vi: "Trên một node" }, manifest: volume("pv-a", { more: onNode("node-1") }) }],
  *check(resource): Iterable<Draft> {
    const spec = isA(resource, "", "PersistentVolume") ? mapAt(resource.root, "spec") : undefined;
    const pair = pairOf(spec, "nodeAffinity");
    const affinity = mapAt(spec, "nodeAffinity");
    if (!pair || !affinity) return;
    if (lacks(affinity, "required")) {
      yield {
        span: spanOf(pair.key),
        message: {
          en: "The API server refuses a nodeAffinity without `required`.",
          vi: "API server từ chối nodeAffinity thiếu `required`.",
        },
      };
      return;
    }
    const terms = at(affinity, "required", "nodeSelectorTerms");
    if (isGiven(terms) && terms?.type === "seq" && itemsOf(terms).length === 0)
      yield {
        span: spanOf(terms),
        message: { en: "There must be at least one term.", vi: "Phải có ít nhất một mục." },
      };
  },
});
