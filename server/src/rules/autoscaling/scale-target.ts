import type { Catalog } from "../../schema/catalog.ts";
import { apiVersionOf, parseApiVersion } from "../../schema/types.ts";
import { add, change, choices } from "../fixes.ts";
import { lacks, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { specOf } from "./autoscaler.ts";

export default objectRule({
  id: "autoscaling/scale-target",
  severity: "warning",
  since: "0.1.0",
  kinds: ["HorizontalPodAutoscaler"],
  docs: {
    title: { en: "Target that cannot be scaled", vi: "Đích không co giãn được" },
    why: {
      en: "An autoscaler finds its target by `apiVersion` and `kind`, and the kind must have replicas: a Deployment, StatefulSet or ReplicaSet, not a DaemonSet or Pod. Otherwise nothing ever scales.",
      vi: "Autoscaler tìm đích bằng `apiVersion` và `kind`, và loại đó phải có số bản sao: Deployment, StatefulSet hoặc ReplicaSet, không phải DaemonSet hay Pod. Nếu không thì chẳng bao giờ co giãn.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/"],
  },
  bad: [
    {
      title: { en: "The group is missing", vi: "Thiếu nhóm API" },
      manifest: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef:
            apiVersion: v1 #! @v1
            kind: Deployment
            name: gio-hang
          maxReplicas: 10
      `,
      fixed: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: gio-hang
          maxReplicas: 10
      `,
    },
    {
      title: { en: "A DaemonSet has no replicas", vi: "DaemonSet không có số bản sao" },
      manifest: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: DaemonSet #! @DaemonSet
            name: gio-hang
          maxReplicas: 10
      `,
    },
  ],
  good: [
    {
      title: { en: "A Deployment", vi: "Một Deployment" },
      manifest: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: gio-hang
          maxReplicas: 10
      `,
    },
  ],
  *check(resource, _subject, { catalog, doc }) {
    const target = mapAt(specOf(resource), "scaleTargetRef");
    const kind = scalarAt(target, "kind");
    const apiVersion = scalarAt(target, "apiVersion");
    if (!target || !kind || (!apiVersion && !lacks(target, "apiVersion"))) return;
    const group = parseApiVersion(apiVersion?.text ?? "").group;
    if (!SCALABLE.has(kind.text)) {
      const meant = [...SCALABLE.keys()].find(
        (name) => name.toLowerCase() === kind.text.toLowerCase().replace(/s$/, ""),
      );
      // Of a custom resource nobody here can tell.
      if (group.includes(".") || (meant === undefined && !isBuiltIn(catalog, kind.text))) return;
      return yield {
        span: spanOf(kind),
        message: {
          en: `An autoscaler cannot scale the kind ${quoted(kind.text)}.`,
          vi: `Autoscaler không co giãn được loại ${quoted(kind.text)}.`,
        },
        fixes: () => (meant === undefined ? [] : choices(doc, kind, [meant])),
      };
    }
    const right = SCALABLE.get(kind.text) ?? "";
    const entry = catalog.kindsNamed(kind.text).find((each) => each.group === right);
    const served = entry && apiVersionOf(entry);
    if (served === undefined || (apiVersion && parseApiVersion(apiVersion.text).group === right)) return;
    if (group.includes(".")) return;
    yield {
      span: spanOf(apiVersion ?? kind),
      message: apiVersion
        ? {
            en: `A ${quoted(kind.text)} is found under ${quoted(served)}, not under ${quoted(apiVersion.text)}.`,
            vi: `${quoted(kind.text)} thuộc ${quoted(served)}, không thuộc ${quoted(apiVersion.text)}.`,
          }
        : {
            en: `Without \`apiVersion: ${served}\` the autoscaler does not find the ${quoted(kind.text)}.`,
            vi: `Thiếu \`apiVersion: ${served}\` thì autoscaler không tìm được ${quoted(kind.text)}.`,
          },
      fixes: () => [
        apiVersion ? change(doc, apiVersion, served) : add(doc, target, "apiVersion", served, { at: "start" }),
      ],
    };
  },
});

/** Kinds of ours that have replicas, and their groups. */
const SCALABLE: ReadonlyMap<string, string> = new Map([
  ["Deployment", "apps"],
  ["ReplicaSet", "apps"],
  ["ReplicationController", ""],
  ["StatefulSet", "apps"],
]);

const isBuiltIn = (catalog: Catalog, kind: string): boolean =>
  catalog.kindsNamed(kind).some(({ group }) => !group.includes(".") || group.endsWith(".k8s.io"));
