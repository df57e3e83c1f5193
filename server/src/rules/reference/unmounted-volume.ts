import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default workspaceRule({
  id: "reference/unmounted-volume",
  severity: "information",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "Volume that no container mounts", vi: "Volume không được container nào mount" },
    why: {
      en: "The volume is prepared for the Pod, and waited for, although nothing in the Pod can see it. Often a `volumeMounts` entry was forgotten.",
      vi: "Volume vẫn được chuẩn bị và Pod vẫn phải chờ, dù không container nào thấy nó. Thường là do quên mục `volumeMounts`.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/"],
  },
  bad: [
    {
      title: { en: "The mount was forgotten", vi: "Quên mount" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
          volumes:
            - name: cache #! @cache
              emptyDir: {}
      `,
    },
  ],
  good: [
    {
      title: { en: "An init container mounts it", vi: "Init container có mount" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          initContainers:
            - name: prepare
              image: busybox:1.36
              volumeMounts:
                - name: cache
                  mountPath: /cache
          containers:
            - name: web
              image: nginx:1.27
          volumes:
            - name: cache
              emptyDir: {}
      `,
    },
  ],
  *check(_resource, facts, view) {
    const volumes = facts.offers.filter(({ part }) => part === "volume");
    if (facts.partial || volumes.length === 0) return;
    const mounted = new Set(
      facts.references.flatMap(({ row, part }) => (row.by === "local" && row.part === "volume" ? [part] : [])),
    );
    const idle = volumes.filter(({ name }) => !mounted.has(name));
    // A mount of a volume that does not exist is said elsewhere, and most likely means this one.
    const isAstray = [...mounted].some((name) => !volumes.some((volume) => volume.name === name));
    if (idle.length === 0 || isAstray || view.isPatched({ file: view.file, facts })) return;
    for (const { name, start, end } of idle)
      yield {
        span: { start, end },
        message: {
          en: `No container of this Pod mounts the volume ${quoted(name)}.`,
          vi: `Không container nào của Pod này mount volume ${quoted(name)}.`,
        },
        tag: "unnecessary",
      };
  },
});
