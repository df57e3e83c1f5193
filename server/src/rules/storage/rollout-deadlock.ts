import { insertEntry } from "../../yaml/edit.ts";
import { pairOf } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { isA, isGiven, mapAt, numberAt, scalarAt, spanOf } from "../given.ts";
import { podOf } from "../pod/pods.ts";
import { type Draft, type Fix, workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, file, NO_CLASS, volume, workload } from "./example.ts";
import { isPatched } from "./stuck.ts";
import { claimUses, isForOneNode, isForOnePod } from "./uses.ts";

const RECREATE = ["strategy:", "  type: Recreate"];

const scene = (more: readonly string[], mark = ""): string =>
  file(volume("pv-a"), claim("du-lieu", { more: NO_CLASS }), workload("web", `du-lieu${mark}`, { more }));

export default workspaceRule({
  id: "storage/rollout-deadlock",
  severity: "information",
  since: "0.1.0",
  kinds: ["Deployment"],
  docs: {
    title: { en: "Rollout that waits for its own volume", vi: "Rollout chờ chính volume của nó" },
    why: {
      en: "A rolling update starts the new Pod before it stops the old one. If the new one lands on another node, it waits for a volume which the old one keeps, and the old one waits for the new one. `Recreate` stops the old Pod first.",
      vi: "Rolling update khởi động Pod mới rồi mới dừng Pod cũ. Nếu Pod mới ở node khác, nó chờ volume mà Pod cũ đang giữ, còn Pod cũ lại chờ Pod mới. `Recreate` dừng Pod cũ trước.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#recreate-deployment"],
  },
  bad: [
    {
      title: { en: "The usual strategy, and a disk", vi: "Chiến lược mặc định với một đĩa" },
      manifest: scene([], " #! @du-lieu"),
      fixed: scene([]).replace(/ {2}selector: \{ match/, `  ${RECREATE.join("\n  ")}\n$&`),
    },
  ],
  good: [{ title: { en: "The old Pod goes first", vi: "Pod cũ dừng trước" }, manifest: scene(RECREATE) }],
  *check(resource, facts, view): Iterable<Draft> {
    const [cluster] = view.storage();
    const pod = podOf(resource);
    if (!cluster || !pod || !isA(resource, "apps", "Deployment") || isPatched(facts, view)) return;
    const spec = mapAt(resource.root, "spec");
    const type = scalarAt(spec, "strategy", "type");
    const rolling = mapAt(spec, "strategy", "rollingUpdate");
    // Without surge the old Pod goes first as well; of several replicas another rule speaks.
    const surge = scalarAt(rolling, "maxSurge")?.text;
    if (!spec || type?.text === "Recreate" || surge === "0" || surge === "0%") return;
    if ((numberAt(spec, "replicas") ?? 1) !== 1) return;
    const { doc } = resource;
    for (const { name, claim: used } of claimUses(pod, facts, cluster)) {
      const isAlone = isForOnePod(used);
      if (!isAlone && !isForOneNode(used)) continue;
      yield {
        span: spanOf(name),
        severity: isAlone ? "warning" : "information",
        message: isAlone
          ? {
              en: `The claim ${quoted(name.text)} is ReadWriteOncePod: in a rolling update the new Pod stays Pending as long as the old one runs, and the old one runs until the new one is ready.`,
              vi: `Claim ${quoted(name.text)} là ReadWriteOncePod: khi rolling update, Pod mới ở trạng thái Pending chừng nào Pod cũ còn chạy, mà Pod cũ lại chạy đến khi Pod mới sẵn sàng.`,
            }
          : {
              en: `The claim ${quoted(name.text)} is ReadWriteOnce: in a rolling update a new Pod on another node waits for the old one to let go, which waits for the new one.`,
              vi: `Claim ${quoted(name.text)} là ReadWriteOnce: khi rolling update, Pod mới ở node khác chờ Pod cũ nhả volume, còn Pod cũ lại chờ Pod mới.`,
            },
        fixes: (): readonly Fix[] => {
          if (type && !isGiven(rolling)) return [change(doc, type, "Recreate")];
          if (isGiven(pairOf(spec, "strategy")?.value) || spec.flow) return [];
          const selector = pairOf(spec, "selector");
          return [
            {
              title: { en: "Stop the old Pod first (`Recreate`)", vi: "Dừng Pod cũ trước (`Recreate`)" },
              preferred: true,
              safe: false,
              edits: insertEntry(doc, spec, "strategy", "\n  type: Recreate", selector ? { before: selector } : "end"),
            },
          ];
        },
      };
    }
  },
});
