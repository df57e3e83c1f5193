import { type JsonMap, listOf, mapOf, textOf } from "../../base/json.ts";
import type { ResourceFacts } from "../../model/facts.ts";
import type { Claim, StorageCluster } from "../../workspace/storage-cluster.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, file, NO_CLASS, volume } from "./example.ts";
import { isPatched } from "./stuck.ts";
import { requestOf } from "./words.ts";

const set = (size: string): string => `apiVersion: apps/v1
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
    - metadata: { name: data }
      spec:
        accessModes: [ReadWriteOnce]
        storageClassName: ""
        resources: { requests: { storage: ${size} } }
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  clusterIP: None
  selector: { app: web }
`;

export default workspaceRule({
  id: "storage/leftover-claim",
  severity: "information",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: { en: "Claim that a StatefulSet takes as it is", vi: "Claim được StatefulSet dùng nguyên trạng" },
    why: {
      en: "A StatefulSet looks for its claims by the names of template, set and number, as `<template>-<set>-<number>`. One that exists is used, whatever its size and class: nobody compares it with the template.",
      vi: "StatefulSet tìm claim theo tên ghép từ template, StatefulSet và số thứ tự, như `<template>-<set>-<number>`. Claim đã có sẵn được dùng ngay, dù dung lượng và class thế nào: không ai so với template.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage"],
  },
  bad: [
    {
      title: { en: "Smaller than the template asks for", vi: "Nhỏ hơn template yêu cầu" },
      manifest: file(volume("pv-a"), claim("data-web-0 #! @data-web-0", { size: "1Gi", more: NO_CLASS }), set("5Gi")),
    },
  ],
  good: [
    {
      title: { en: "As the template asks for", vi: "Đúng như template" },
      manifest: file(volume("pv-a"), claim("data-web-0", { size: "5Gi", more: NO_CLASS }), set("5Gi")),
    },
  ],
  *check(_resource, facts, view): Iterable<Draft> {
    const [cluster] = view.storage();
    const own = cluster?.claimOf(facts);
    const [, template, setName] = /^(.+)-(.+?)-\d+$/.exec(facts.name) ?? [];
    if (!cluster || !own || template === undefined || setName === undefined || isPatched(facts, view)) return;
    for (const [set, wanted] of templatesFor(
      cluster,
      view.visible(STATEFUL_SET, facts, ({ name }) => facts.name.includes(`-${name}-`)).map((entry) => entry.facts),
      own,
    )) {
      const asked = sizeIn(wanted);
      if (asked === "" || asked === requestOf(own)) continue;
      yield {
        span: facts.nameSpan,
        message: {
          en: `The StatefulSet ${quoted(set)} uses this claim as it is, with ${quoted(requestOf(own))}; its template asks for ${quoted(asked)}.`,
          vi: `StatefulSet ${quoted(set)} dùng claim này nguyên trạng, với ${quoted(requestOf(own))}; template của nó yêu cầu ${quoted(asked)}.`,
        },
      };
    }
  },
});

const STATEFUL_SET = { group: "apps", kind: "StatefulSet" };

/** Templates whose claims have this claim's name. */
function templatesFor(
  cluster: StorageCluster,
  sets: readonly ResourceFacts[],
  own: Claim,
): readonly (readonly [set: string, template: JsonMap])[] {
  return sets.flatMap((facts) => {
    if (cluster.namespaceOf(facts) !== own.namespace || !facts.storage) return [];
    return listOf(mapOf(facts.storage.json.spec).volumeClaimTemplates)
      .map(mapOf)
      .filter((template) => isNamedAfter(own.name, textOf(mapOf(template.metadata).name), facts.name))
      .map((template) => [facts.name, template] as const);
  });
}

const isNamedAfter = (name: string, template: string, set: string): boolean => {
  const start = `${template}-${set}-`;
  return name.startsWith(start) && /^\d+$/.test(name.slice(start.length));
};

const sizeIn = ({ spec }: JsonMap): string => String(mapOf(mapOf(mapOf(spec).resources).requests).storage ?? "");
