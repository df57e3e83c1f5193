import { numberAt, spanOf } from "../given.ts";
import { deploymentOf } from "../pod/example.ts";
import { podOf } from "../pod/pods.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, file, NO_CLASS, volume } from "./example.ts";
import { claimUses, isForOneNode, isForOnePod } from "./uses.ts";

const USES = `containers:
  - name: web
    image: nginx:1.27
    volumeMounts: [{ name: du-lieu, mountPath: /du-lieu }]
volumes:
  - name: du-lieu
    persistentVolumeClaim:
      claimName: du-lieu`;

export default workspaceRule({
  id: "storage/shared-claim",
  severity: "information",
  since: "0.1.0",
  kinds: ["Deployment", "ReplicaSet", "DaemonSet"],
  docs: {
    title: { en: "Several Pods share a claim for one node", vi: "Nhiều Pod dùng chung claim chỉ dành cho một node" },
    why: {
      en: "A ReadWriteOnce volume is attached to one node. The scheduler does not mind, but Pods on a second node wait with a Multi-Attach error.",
      vi: "Volume ReadWriteOnce chỉ gắn được vào một node. Scheduler không cản, nhưng Pod ở node thứ hai sẽ chờ mãi với lỗi Multi-Attach.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes"],
  },
  bad: [
    {
      title: { en: "Three replicas, one disk", vi: "Ba bản sao, một đĩa" },
      manifest: file(
        volume("pv-a"),
        claim("du-lieu", { more: NO_CLASS }),
        deploymentOf(USES.replace("claimName: du-lieu", "claimName: du-lieu #! @du-lieu")).replace(
          "spec:\n  selector",
          "spec:\n  replicas: 3\n  selector",
        ),
      ),
    },
  ],
  good: [
    {
      title: { en: "A volume for many nodes", vi: "Volume cho nhiều node" },
      manifest: file(
        volume("pv-a", { modes: "ReadWriteMany" }),
        claim("du-lieu", { modes: "ReadWriteMany", more: NO_CLASS }),
        deploymentOf(USES).replace("spec:\n  selector", "spec:\n  replicas: 3\n  selector"),
      ),
    },
  ],
  *check(resource, facts, view) {
    const [cluster] = view.storage();
    const pod = podOf(resource);
    const replicas = numberAt(resource.root, "spec", "replicas") ?? 1;
    const isMany = resource.gvk.kind === "DaemonSet" || replicas > 1;
    if (!cluster || !pod || !isMany) return;
    for (const { name, claim } of claimUses(pod, facts, cluster)) {
      const span = spanOf(name);
      if (isForOnePod(claim))
        yield {
          span,
          severity: "warning",
          message: {
            en: `The claim ${quoted(name.text)} is ReadWriteOncePod: all Pods but the first stay Pending.`,
            vi: `Claim ${quoted(name.text)} là ReadWriteOncePod: mọi Pod trừ Pod đầu tiên ở mãi trạng thái Pending.`,
          },
        };
      else if (isForOneNode(claim))
        yield {
          span,
          message: {
            en: `The claim ${quoted(name.text)} is ReadWriteOnce: Pods on a second node wait with a Multi-Attach error.`,
            vi: `Claim ${quoted(name.text)} là ReadWriteOnce: Pod ở node thứ hai sẽ chờ mãi với lỗi Multi-Attach.`,
          },
        };
    }
  },
});
