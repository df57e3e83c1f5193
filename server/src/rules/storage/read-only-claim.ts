import { add, change } from "../fixes.ts";
import { mapAt, scalarAt, spanOf } from "../given.ts";
import { POD_KINDS, podOf } from "../pod/pods.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, file, NO_CLASS, volume, workload } from "./example.ts";
import { claimUses, mountsOf } from "./uses.ts";

const ROX = "ReadOnlyMany";

const scene = (fields: string, mark = ""): string =>
  file(
    volume("pv-a", { modes: ROX }),
    claim("du-lieu", { modes: ROX, more: NO_CLASS }),
    workload("web", `du-lieu${mark}`, { volume: fields }),
  );

export default workspaceRule({
  id: "storage/read-only-claim",
  severity: "hint",
  awaits: "object",
  since: "0.1.0",
  kinds: POD_KINDS,
  docs: {
    title: { en: "Read-only claim that is mounted to be written", vi: "Claim chỉ đọc nhưng mount để ghi" },
    why: {
      en: "A ReadOnlyMany claim may be read on many nodes, and written on none. Depending on the driver a mount without `readOnly: true` fails, or every write does.",
      vi: "Claim ReadOnlyMany cho phép đọc trên nhiều node và không node nào được ghi. Tùy driver, mount thiếu `readOnly: true` sẽ lỗi, hoặc mọi thao tác ghi đều lỗi.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes"],
  },
  bad: [
    {
      title: { en: "Mounted as usual", vi: "Mount như thường" },
      manifest: scene("", " #! @du-lieu"),
      fixed: scene("readOnly: true"),
    },
  ],
  good: [{ title: { en: "Mounted to be read", vi: "Mount chỉ đọc" }, manifest: scene("readOnly: true") }],
  *check(resource, facts, view): Iterable<Draft> {
    const [cluster] = view.storage();
    const pod = podOf(resource);
    if (!cluster || !pod) return;
    for (const { volume: used, name, claim: own } of claimUses(pod, facts, cluster)) {
      if (own.modes.some((mode) => mode !== ROX)) continue;
      const source = mapAt(used, "persistentVolumeClaim");
      const flag = scalarAt(source, "readOnly");
      const mounts = mountsOf(pod, used);
      const isRead = mounts.every((mount) => scalarAt(mount, "readOnly")?.text === "true");
      if (!source || flag?.text === "true" || mounts.length === 0 || isRead) continue;
      yield {
        span: spanOf(name),
        message: {
          en: `The claim ${quoted(name.text)} can only be read; say so with \`readOnly: true\`.`,
          vi: `Claim ${quoted(name.text)} chỉ đọc được; hãy ghi rõ bằng \`readOnly: true\`.`,
        },
        fixes: () => [flag ? change(resource.doc, flag, true) : add(resource.doc, source, "readOnly", "true")],
      };
    }
  },
});
