import { nearest } from "../../base/nearest.ts";
import { workspaceRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { renameFixes } from "./rename.ts";

export default workspaceRule({
  id: "reference/missing-volume",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "Volume mount without a volume", vi: "Mount volume chưa khai báo" },
    why: {
      en: "Every `volumeMounts` entry names a volume of the same Pod, or a claim template of the same StatefulSet. The API server rejects a mount of anything else.",
      vi: "Mỗi mục `volumeMounts` ghi tên một volume của chính Pod đó, hoặc một claim template của chính StatefulSet đó. API server từ chối mọi tên khác.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/"],
  },
  bad: [
    {
      title: { en: "The mount and the volume differ in a letter", vi: "Tên mount và tên volume lệch một chữ cái" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
              volumeMounts:
                - name: cache #! @cache
                  mountPath: /cache
          volumes:
            - name: cach
              emptyDir: {}
      `,
      fixed: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
              volumeMounts:
                - name: cach
                  mountPath: /cache
          volumes:
            - name: cach
              emptyDir: {}
      `,
    },
  ],
  good: [
    {
      title: { en: "A claim template of the StatefulSet", vi: "Claim template của StatefulSet" },
      manifest: `
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: db
        spec:
          serviceName: db
          selector:
            matchLabels:
              app: db
          template:
            metadata:
              labels:
                app: db
            spec:
              containers:
                - name: postgres
                  image: postgres:17
                  volumeMounts:
                    - name: data
                      mountPath: /var/lib/postgresql/data
          volumeClaimTemplates:
            - metadata:
                name: data
              spec:
                accessModes:
                  - ReadWriteOnce
                resources:
                  requests:
                    storage: 10Gi
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: db
        spec:
          clusterIP: None
          selector:
            app: db
      `,
    },
  ],
  *check(resource, facts, view) {
    if (facts.partial) return;
    const volumes = facts.offers.flatMap(({ part, name }) => (part === "volume" ? [name] : []));
    // Of two volumes with one name one has lost its own: that is the mistake.
    if (new Set(volumes).size < volumes.length) return;
    const mounts = facts.references.filter(({ row }) => row.by === "local" && row.part === "volume");
    const astray = mounts.filter(({ part }) => !volumes.includes(part));
    if (astray.length === 0 || view.isPatched({ file: view.file, facts })) return;
    for (const mount of astray) {
      const meant = nearest(mount.part, volumes);
      const hint = meant[0] === undefined ? undefined : either([meant[0]]);
      const name = quoted(mount.part);
      yield {
        span: { start: mount.start, end: mount.end },
        message: {
          en: `This Pod has no volume ${name}; ${hint ? `did you mean ${hint.en}?` : "declare it under `volumes`."}`,
          vi: `Pod này không có volume ${name}; ${hint ? `có lẽ là ${hint.vi}.` : "cần khai báo trong `volumes`."}`,
        },
        fixes: () => renameFixes(resource, mount, mount.part, meant),
      };
    }
  },
});
