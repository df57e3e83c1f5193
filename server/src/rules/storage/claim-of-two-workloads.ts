import { spanOf } from "../given.ts";
import { POD_KINDS, podOf } from "../pod/pods.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { all, quoted } from "../wording.ts";
import { claim, file, NO_CLASS, volume, workload } from "./example.ts";
import { isPatched } from "./stuck.ts";
import { claimUses, isForOneNode, isForOnePod } from "./uses.ts";

const RECREATE = ["strategy: { type: Recreate }"];

export default workspaceRule({
  id: "storage/claim-of-two-workloads",
  severity: "hint",
  since: "0.1.0",
  kinds: POD_KINDS,
  docs: {
    title: { en: "Two workloads use one claim", vi: "Hai workload dùng chung một claim" },
    why: {
      en: "Whatever one of them writes, the other one reads; and a ReadWriteOnce volume is attached to one node, so that Pods elsewhere wait with a Multi-Attach error.",
      vi: "Bên này ghi gì, bên kia đọc nấy; và volume ReadWriteOnce chỉ gắn được vào một node nên Pod ở node khác sẽ chờ mãi với lỗi Multi-Attach.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes"],
  },
  bad: [
    {
      title: { en: "A disk for two Deployments", vi: "Một đĩa cho hai Deployment" },
      manifest: file(
        volume("pv-a"),
        claim("du-lieu", { more: NO_CLASS }),
        workload("web", "du-lieu #! @du-lieu", { more: RECREATE }),
        workload("api", "du-lieu #! @du-lieu", { more: RECREATE }),
      ),
    },
  ],
  good: [
    {
      title: { en: "A claim for each", vi: "Mỗi bên một claim" },
      manifest: file(
        volume("pv-a"),
        volume("pv-b"),
        claim("mot", { more: NO_CLASS }),
        claim("hai", { more: NO_CLASS }),
        workload("web", "mot", { more: RECREATE }),
        workload("api", "hai", { more: RECREATE }),
      ),
    },
  ],
  *check(resource, facts, view): Iterable<Draft> {
    const [cluster, ...others] = view.storage();
    const pod = podOf(resource);
    if (!cluster || !pod || others.length > 0 || isPatched(facts, view)) return;
    const own = new Set(cluster.podsOf(facts).map(([key]) => key));
    // Work that is done now and then is no rival.
    if (own.size === 0 || PASSING.has(resource.gvk.kind)) return;
    for (const { name, claim: used } of claimUses(pod, facts, cluster)) {
      const rivals = cluster.world.pods.filter(
        (each) => !own.has(each.key) && each.claims.some(({ key }) => key === used.key),
      );
      const names = [...new Set(rivals.map(({ key }) => key.slice(key.indexOf("/") + 1).replace(/-(?:\*?\d+)$/, "")))];
      if (names.length === 0) continue;
      const shown = all(names);
      const isNarrow = isForOneNode(used) || isForOnePod(used);
      yield {
        span: spanOf(name),
        severity: isForOnePod(used) ? "warning" : isNarrow ? "information" : "hint",
        message: isNarrow
          ? {
              en: `${shown.en} uses the claim ${quoted(name.text)} too, which only one ${isForOnePod(used) ? "Pod" : "node"} can have at a time.`,
              vi: `${shown.vi} cũng dùng claim ${quoted(name.text)}, mà mỗi lúc chỉ một ${isForOnePod(used) ? "Pod" : "node"} có được.`,
            }
          : {
              en: `${shown.en} uses the claim ${quoted(name.text)} too: they share its data.`,
              vi: `${shown.vi} cũng dùng claim ${quoted(name.text)}: hai bên chung dữ liệu.`,
            },
      };
    }
  },
});

const PASSING: ReadonlySet<string> = new Set(["Job", "CronJob"]);
