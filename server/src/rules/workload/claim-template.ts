import { pairOf, type YScalar } from "../../yaml/node.ts";
import { isGiven, lacks, mapAt, mapsIn, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { specOf } from "./workload.ts";

export default objectRule({
  id: "workload/claim-template",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["StatefulSet"],
  docs: {
    title: { en: "Claim template that makes no volume of its own", vi: "Claim template không tạo volume riêng" },
    why: {
      en: "The name of a claim template becomes the name of a volume in each Pod. Without a name, or with one that occurs twice or among `volumes`, claims are not created or hide another volume.",
      vi: "Tên của claim template trở thành tên volume trong từng Pod. Thiếu tên, hoặc tên bị trùng với template khác hay với `volumes`, thì claim không được tạo hoặc che mất volume khác.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates"],
  },
  bad: [
    {
      title: { en: "A volume of the same name", vi: "Đã có volume cùng tên" },
      manifest: `
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: web
        spec:
          serviceName: web
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: nginx:1.27
                  volumeMounts: [{ name: data, mountPath: /data }]
              volumes:
                - name: data
                  emptyDir: {}
          volumeClaimTemplates:
            - metadata:
                name: data #! @data
              spec:
                accessModes: [ReadWriteOnce]
                resources: { requests: { storage: 1Gi } }
      `,
    },
    {
      title: { en: "No name", vi: "Không có tên" },
      manifest: `
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: web
        spec:
          serviceName: web
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "nginx:1.27" }] }
          volumeClaimTemplates:
            - spec: #! @spec
                accessModes: [ReadWriteOnce]
                resources: { requests: { storage: 1Gi } }
      `,
    },
  ],
  good: [
    {
      title: { en: "A name of its own", vi: "Có tên riêng" },
      manifest: `
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: web
        spec:
          serviceName: web
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              containers:
                - name: web
                  image: nginx:1.27
                  volumeMounts: [{ name: data, mountPath: /data }]
          volumeClaimTemplates:
            - metadata:
                name: data
              spec:
                accessModes: [ReadWriteOnce]
                resources: { requests: { storage: 1Gi } }
      `,
    },
  ],
  *check(resource) {
    const spec = specOf(resource, "StatefulSet");
    const templates = mapsIn(pairOf(spec, "volumeClaimTemplates")?.value);
    if (templates.length === 0) return;
    const volumes = mapsIn(pairOf(mapAt(spec, "template", "spec"), "volumes")?.value);
    const taken = new Map<string, YScalar>(
      volumes.flatMap((volume) => {
        const name = scalarAt(volume, "name");
        // Old manifests announce the claim of the template among the volumes, by its own name.
        const isAnnounced = scalarAt(volume, "persistentVolumeClaim", "claimName")?.text === name?.text;
        return name && !isAnnounced ? [[name.text, name] as const] : [];
      }),
    );
    for (const template of templates) {
      const metadata = mapAt(template, "metadata");
      const name = scalarAt(metadata, "name");
      const place = template.entries[0]?.key;
      if (!name && place && (metadata ? lacks(metadata, "name") : !isGiven(pairOf(template, "metadata")?.value)))
        yield {
          span: spanOf(place),
          severity: "error",
          message: { en: "A claim template needs `metadata.name`.", vi: "Claim template cần có `metadata.name`." },
        };
      const other = name && taken.get(name.text);
      if (name && other)
        yield {
          span: spanOf(name),
          message: {
            en: `There is another volume named ${quoted(name.text)}, which this template hides.`,
            vi: `Đã có volume khác tên ${quoted(name.text)}, bị template này che mất.`,
          },
          related: [{ span: spanOf(other), message: { en: "The other one.", vi: "Volume kia." } }],
        };
      if (name && !other) taken.set(name.text, name);
    }
  },
});
