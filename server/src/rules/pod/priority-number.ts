import { pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { numberAt, spanOf, textAt } from "../given.ts";
import { podWith } from "./example.ts";
import { podRule } from "./pod-rule.ts";

export default podRule({
  id: "pod/priority-number",
  fields: ["priority"],
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Priority given as a number", vi: "Ghi độ ưu tiên bằng số" },
    why: {
      en: "The API server works out `priority` from `priorityClassName` and refuses a Pod that names another number.",
      vi: "API server tự tính `priority` từ `priorityClassName` và từ chối Pod ghi một số khác.",
    },
    links: ["https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/"],
  },
  bad: [
    {
      title: { en: "A number without a class", vi: "Có số nhưng không có class" },
      manifest: podWith(`
        priority: 1000 #! @priority
      `),
      fixed: podWith(""),
    },
  ],
  good: [
    {
      title: { en: "A class", vi: "Dùng class" },
      manifest: podWith(`
        priorityClassName: system-cluster-critical
      `),
    },
  ],
  *checkPod({ spec }, { doc }) {
    const pair = pairOf(spec, "priority");
    const value = numberAt(pair?.value);
    // What the two built-in classes stand for, and the default, are right in every cluster.
    const known = BUILT_IN.get(textAt(spec, "priorityClassName") ?? "");
    if (!pair || value === undefined || value === known) return;
    yield {
      span: spanOf(pair.key),
      message: {
        en: "`priority` comes from `priorityClassName`; a number that differs from it is refused.",
        vi: "`priority` lấy từ `priorityClassName`; ghi số khác sẽ bị từ chối.",
      },
      fixes: () => [remove(doc, spec, pair)],
    };
  },
});

const BUILT_IN: ReadonlyMap<string, number> = new Map([
  ["", 0],
  ["system-cluster-critical", 2_000_000_000],
  ["system-node-critical", 2_000_001_000],
]);
