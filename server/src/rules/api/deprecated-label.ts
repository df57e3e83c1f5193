import type { Resource } from "../../model/resource.ts";
import { isAtLeast } from "../../schema/lifecycle.ts";
import { OLD_LABELS } from "../../schema/lifecycle-fields.ts";
import { entriesOf, pairOf, type YMap, type YPair, type YScalar } from "../../yaml/node.ts";
import { change, rename } from "../fixes.ts";
import { isA, mapAt, mapsIn, scalarAt, spanOf } from "../given.ts";
import { POD_KINDS, podOf } from "../pod/pods.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "api/deprecated-label",
  fields: ["nodeSelector", "tolerations", "affinity", "topologySpreadConstraints", "nodeAffinity", "allowedTopologies"],
  severity: "information",
  since: "0.1.0",
  kinds: [...POD_KINDS, "PersistentVolume", "StorageClass"],
  docs: {
    title: { en: "Old name of a node label or taint", vi: "Tên cũ của label hoặc taint trên node" },
    why: {
      en: "The labels of nodes lost `beta` from their names years ago, and `master` became `control-plane`. Where the old name is gone the Pod is never scheduled, or no longer tolerated.",
      vi: "Label của node đã bỏ chữ `beta` từ nhiều năm trước, còn `master` thành `control-plane`. Nơi không còn tên cũ thì Pod không bao giờ được lập lịch, hoặc không còn được chấp nhận.",
    },
    links: ["https://kubernetes.io/docs/reference/labels-annotations-taints/"],
  },
  bad: [
    {
      title: { en: "A label of the beta", vi: "Label thời beta" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          nodeSelector:
            beta.kubernetes.io/os: linux #! @beta.kubernetes.io/os
          containers:
            - name: web
              image: nginx:1.27
      `,
      fixed: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          nodeSelector:
            kubernetes.io/os: linux
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
    {
      title: { en: "The old taint of control planes", vi: "Taint cũ của control plane" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          tolerations:
            - key: node-role.kubernetes.io/master #! @node-role.kubernetes.io/master
              effect: NoSchedule
          containers:
            - name: web
              image: nginx:1.27
      `,
      fixed: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          tolerations:
            - key: node-role.kubernetes.io/control-plane
              effect: NoSchedule
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  good: [
    {
      title: { en: "Both taints, for clusters old and new", vi: "Cả hai taint, cho cluster cũ và mới" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          nodeSelector:
            kubernetes.io/os: linux
          tolerations:
            - key: node-role.kubernetes.io/master
              effect: NoSchedule
            - key: node-role.kubernetes.io/control-plane
              effect: NoSchedule
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  *check(resource, _subject, { catalog, doc }) {
    const places = placesOf(resource);
    const present = new Set(places.map(({ node }) => node.text));
    for (const { node, pair } of places) {
      const old = OLD_LABELS.get(node.text);
      const instead = old?.instead;
      if (!old || !isAtLeast(catalog.release.version, old.since)) continue;
      // Whoever writes both means to serve old clusters as well.
      if (instead !== undefined && present.has(instead)) continue;
      const isGone = old.gone !== undefined && isAtLeast(catalog.release.version, old.gone);
      const what = quoted(node.text);
      const right = instead === undefined ? "" : quoted(instead);
      yield {
        span: spanOf(node),
        tag: "deprecated",
        retired: { what: node.text, isGone, deprecated: old.since, removed: old.gone, instead },
        message: isGone
          ? {
              en: `Nodes have no ${what} since Kubernetes ${old.gone}${instead === undefined ? "" : `; use ${right}`}.`,
              vi: `Từ Kubernetes ${old.gone} node không còn ${what}${instead === undefined ? "" : `; dùng ${right}`}.`,
            }
          : {
              en: `${what} is deprecated since Kubernetes ${old.since}${instead === undefined ? "" : `; use ${right}`}.`,
              vi: `${what} đã lỗi thời (deprecated) từ Kubernetes ${old.since}${instead === undefined ? "" : `; dùng ${right}`}.`,
            },
        fixes: () => {
          if (instead === undefined) return [];
          const how = { safe: !isGone };
          return [pair ? rename(doc, pair, instead, how) : change(doc, node, instead, how)];
        },
      };
    }
  },
});

/** A mention of a label: a key of a map, or a value. */
interface Place {
  readonly node: YScalar;
  readonly pair?: YPair;
}

function placesOf(resource: Resource): readonly Place[] {
  const spec = podOf(resource)?.spec;
  if (spec) return podPlaces(spec);
  if (isA(resource, "", "PersistentVolume"))
    return termPlaces(mapAt(resource.root, "spec", "nodeAffinity", "required"));
  if (isA(resource, "storage.k8s.io", "StorageClass"))
    return mapsIn(pairOf(resource.root, "allowedTopologies")?.value).flatMap((term) =>
      keysIn(pairOf(term, "matchLabelExpressions")?.value),
    );
  return [];
}

function podPlaces(spec: YMap): readonly Place[] {
  const selected = entriesOf(pairOf(spec, "nodeSelector")?.value).map((pair) => ({ node: pair.key, pair }));
  const tolerated = keysIn(pairOf(spec, "tolerations")?.value);
  const affinity = mapAt(spec, "affinity");
  if (!affinity && !pairOf(spec, "topologySpreadConstraints")) return [...selected, ...tolerated];
  const node = mapAt(affinity, "nodeAffinity");
  const preferred = mapsIn(pairOf(node, `preferred${DURING}`)?.value).flatMap((each) =>
    termOf(mapAt(each, "preference")),
  );
  const pods = [mapAt(affinity, "podAffinity"), mapAt(affinity, "podAntiAffinity")].flatMap((each) => [
    ...mapsIn(pairOf(each, `required${DURING}`)?.value),
    ...mapsIn(pairOf(each, `preferred${DURING}`)?.value).flatMap((term) => mapAt(term, "podAffinityTerm") ?? []),
  ]);
  const spread = [...mapsIn(pairOf(spec, "topologySpreadConstraints")?.value), ...pods].flatMap((each) => {
    const key = scalarAt(each, "topologyKey");
    return key ? [{ node: key }] : [];
  });
  return [...selected, ...tolerated, ...termPlaces(mapAt(node, `required${DURING}`)), ...preferred, ...spread];
}

const DURING = "DuringSchedulingIgnoredDuringExecution";

const termPlaces = (selector: YMap | undefined): readonly Place[] =>
  mapsIn(pairOf(selector, "nodeSelectorTerms")?.value).flatMap(termOf);

const termOf = (term: YMap | undefined): readonly Place[] => keysIn(pairOf(term, "matchExpressions")?.value);

const keysIn = (list: Parameters<typeof mapsIn>[0]): readonly Place[] =>
  mapsIn(list).flatMap((each) => {
    const node = scalarAt(each, "key");
    return node ? [{ node }] : [];
  });
