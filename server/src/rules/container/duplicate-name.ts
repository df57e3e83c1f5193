import { scalarAt, spanOf } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default podRule({
  id: "container/duplicate-name",
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Two containers of one name", vi: "Hai container trùng tên" },
    why: {
      en: "Logs, probes and patches find a container by its name, so all containers of a Pod, init containers included, have names of their own.",
      vi: "Log, probe và patch tìm container theo tên, nên mọi container trong Pod, kể cả init container, phải có tên riêng.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/pods/"],
  },
  bad: [
    {
      title: { en: "An init container takes the same name", vi: "Init container dùng lại tên" },
      manifest: podOnly(`
        initContainers:
          - name: web
            image: busybox:1.36
        containers:
          - name: web #! @web
            image: nginx:1.27
      `),
    },
  ],
  good: [
    {
      title: { en: "Each has its own", vi: "Mỗi container một tên" },
      manifest: podOnly(`
        initContainers:
          - name: chuan-bi
            image: busybox:1.36
        containers:
          - name: web
            image: nginx:1.27
      `),
    },
  ],
  *checkPod({ containers }) {
    const seen = new Set<string>();
    for (const { map, name } of containers) {
      const node = scalarAt(map, "name");
      if (name === undefined || !node) continue;
      if (seen.has(name))
        yield {
          span: spanOf(node),
          message: {
            en: `Another container of this Pod is named ${quoted(name)} already.`,
            vi: `Trong Pod này đã có container tên ${quoted(name)}.`,
          },
        };
      seen.add(name);
    }
  },
});
