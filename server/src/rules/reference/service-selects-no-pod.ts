import type { Localized } from "../../base/localized.ts";
import { editDistance } from "../../base/nearest.ts";
import type { ResourceFacts } from "../../model/facts.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOfLabel, type Labels, valueOfLabel } from "../../model/selector.ts";
import { isTypo } from "../../workspace/typo.ts";
import type { Entry, WorkspaceView } from "../../workspace/view.ts";
import { renameKey, setScalar } from "../../yaml/edit.ts";
import { at, deref, pairOf, type YPair } from "../../yaml/node.ts";
import { type Draft, type Fix, workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default workspaceRule({
  id: "reference/service-selects-no-pod",
  severity: "hint",
  since: "0.1.0",
  docs: {
    title: { en: "Service selects no Pod", vi: "Service không chọn được Pod nào" },
    why: {
      en: "A Service sends traffic only to Pods in its own namespace that carry every label in `selector`. One different letter breaks the match, and connections are refused.",
      vi: "Service chỉ gửi lưu lượng tới Pod cùng namespace và có đủ mọi label trong `selector`. Khác một chữ là không khớp, kết nối sẽ bị từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
  },
  bad: [
    {
      title: { en: "A typo in the selector", vi: "Gõ sai trong selector" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: wbe #! @wbe
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
    {
      title: { en: "No Pod of the workspace comes near", vi: "Không có Pod nào gần giống" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector: #! @selector
            app: web
          ports:
            - port: 80
      `,
    },
  ],
  good: [
    {
      title: {
        en: "A Service without a selector has its endpoints from elsewhere",
        vi: "Service không có selector lấy endpoint từ nơi khác",
      },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: database
        spec:
          type: ExternalName
          externalName: db.example.com
      `,
    },
    {
      title: { en: "The Pods may carry more labels", vi: "Pod có thể mang thêm label khác" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
            tier: front
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  *check(resource, facts, view) {
    if (facts.gvk.kind !== "Service" || facts.gvk.group !== "" || facts.partial) return;
    const reference = facts.references.find(({ row }) => row.by === "selector");
    const labels = reference?.selector?.labels ?? [];
    if (!reference || labels.length === 0 || view.resolve(reference, facts).length > 0) return;
    const pair = pairOf(at(resource.root, "spec"), "selector");
    if (!pair || view.isPatched({ file: view.file, facts })) return;
    const misses = nearMisses(labels, facts, view);
    if (misses.length > 0) yield typo(resource, pair, misses);
    else yield { span: pair.key, message: nothingFor(labels) };
  },
});

/** Pods that lack one label of the selector, and have one that looks like it. */
interface Miss {
  readonly wanted: string;
  readonly present: string;
  readonly pod: Entry;
}

function nearMisses(labels: Labels, from: ResourceFacts, view: WorkspaceView): readonly Miss[] {
  const misses = view.relatedPods(from).flatMap((pod): readonly Miss[] => {
    const podLabels = pod.facts.podLabels ?? [];
    const [wanted, ...others] = labels.filter((label) => !podLabels.includes(label));
    if (wanted === undefined || others.length > 0) return [];
    const present = podLabels.find((label) => looksLike(wanted, label, () => isUnselected(pod, view)));
    return present === undefined ? [] : [{ wanted, present, pod }];
  });
  return [...new Map(misses.map((miss) => [miss.present, miss])).values()];
}

/** Short values differ by one letter too often to mean much, unless the Pods wait for a Service in vain. */
function looksLike(wanted: string, present: string, isUnselected: () => boolean): boolean {
  const [key, value] = [keyOfLabel(wanted), valueOfLabel(wanted)];
  const [otherKey, otherValue] = [keyOfLabel(present), valueOfLabel(present)];
  if (key !== otherKey) return value === otherValue && isTypo(key, otherKey);
  if (isTypo(value, otherValue)) return true;
  return isShortTypo(value, otherValue) && isUnselected();
}

const isShortTypo = (a: string, b: string): boolean =>
  a.length >= 3 && b.length >= 3 && !/\d/.test(a + b) && editDistance(a, b, 1) === 1;

const isUnselected = (pod: Entry, view: WorkspaceView): boolean =>
  !view.mentionsOf(pod).some(({ entry }) => entry.facts.gvk.kind === "Service");

function typo(resource: Resource, selector: YPair, misses: readonly Miss[]): Draft {
  const [first] = misses;
  const pair = pairOf(selector.value, keyOfLabel(first?.wanted ?? ""));
  const isKey = keyOfLabel(first?.wanted ?? "") !== keyOfLabel(first?.present ?? "");
  const owner = first ? `${first.pod.facts.gvk.kind} ${quoted(first.pod.facts.name)}` : "";
  const label = quoted((first?.wanted ?? "").replace("=", ": "));
  const present = quoted((first?.present ?? "").replace("=", ": "));
  return {
    span: (isKey ? pair?.key : pair?.value) ?? selector.key,
    severity: "warning",
    message: {
      en: `No Pod carries the label ${label}; the Pods of ${owner} have ${present}.`,
      vi: `Không có Pod nào mang label ${label}; Pod của ${owner} có ${present}.`,
    },
    fixes: () => (pair ? misses.flatMap((miss, index) => relabel(resource, pair, miss, index === 0)) : []),
  };
}

function relabel(resource: Resource, pair: YPair, { wanted, present }: Miss, preferred: boolean): readonly Fix[] {
  const isKey = keyOfLabel(wanted) !== keyOfLabel(present);
  const scalar = deref(pair.value);
  if (!isKey && scalar?.type !== "scalar") return [];
  const [from, to] = isKey ? [keyOfLabel(wanted), keyOfLabel(present)] : [valueOfLabel(wanted), valueOfLabel(present)];
  return [
    {
      title: { en: `Change ${quoted(from)} to ${quoted(to)}`, vi: `Đổi ${quoted(from)} thành ${quoted(to)}` },
      preferred,
      safe: false,
      edits:
        isKey || scalar?.type !== "scalar" ? renameKey(resource.doc, pair, to) : setScalar(resource.doc, scalar, to),
    },
  ];
}

function nothingFor(labels: Labels): Localized {
  const shown = quoted(labels.map((label) => label.replace("=", ": ")).join(", "));
  return {
    en: `This Service selects no Pod of this workspace: none carries ${shown}.`,
    vi: `Service này không chọn được Pod nào trong workspace: không Pod nào mang ${shown}.`,
  };
}
