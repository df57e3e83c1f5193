import { at, deref, pairOf } from "../../yaml/node.ts";
import { lacks, mapAt, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { hooksOf, probesOf } from "./probes.ts";

export default containerRule({
  id: "probe/empty-command",
  fields: ["exec"],
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Probe that runs nothing", vi: "Probe không chạy lệnh nào" },
    why: {
      en: "`exec` needs a command with at least one word. The API server rejects an empty one.",
      vi: "`exec` cần một lệnh có ít nhất một từ. API server từ chối lệnh rỗng.",
    },
    links: [
      "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-command",
    ],
  },
  bad: [
    {
      title: { en: "An empty list", vi: "Danh sách rỗng" },
      manifest: containerWith(`
        livenessProbe:
          exec:
            command: [] #! @command
      `),
    },
  ],
  good: [
    {
      title: { en: "One word is enough", vi: "Một từ là đủ" },
      manifest: containerWith(`
        livenessProbe:
          exec:
            command: [kiem-tra]
      `),
    },
  ],
  *checkContainer({ map: container }, _pod, { doc }) {
    for (const { map } of [...probesOf(container), ...hooksOf(container)]) {
      const exec = mapAt(map, "exec");
      const list = deref(at(exec, "command"));
      if (!exec || doc.problems.length > 0) continue;
      const isEmpty =
        list?.type === "seq" ? list.items.length === 0 : exec.entries.length === 0 && lacks(exec, "command");
      if (!isEmpty) continue;
      yield {
        span: spanOf(pairOf(exec, "command")?.key ?? pairOf(map, "exec")?.key ?? exec),
        message: { en: "`exec` needs a `command` to run.", vi: "`exec` cần có `command` để chạy." },
      };
    }
  },
});
