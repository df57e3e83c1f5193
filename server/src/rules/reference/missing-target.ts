import type { Localized } from "../../base/localized.ts";
import type { Reference, ResourceFacts } from "../../model/facts.ts";
import { ANY_NAMESPACE } from "../../model/reference-row.ts";
import { isBuiltInGroup } from "../../model/reference-table.ts";
import type { Resource } from "../../model/resource.ts";
import { differInPlural } from "../../workspace/typo.ts";
import type { Target, WorkspaceView } from "../../workspace/view.ts";
import { type Draft, type Fix, workspaceRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { orphansLike } from "./orphans.ts";
import { byLikeness, renameFixes } from "./rename.ts";

/** Objects that people seldom keep as manifests: that one is not here says nothing. */
const SELDOM_WRITTEN: ReadonlySet<string> = new Set(["Node", "Namespace"]);

export default workspaceRule({
  id: "reference/missing-target",
  severity: "hint",
  since: "0.1.0",
  docs: {
    title: { en: "Reference to an object that is not here", vi: "Tham chiếu đến đối tượng không có ở đây" },
    why: {
      en: "A Pod whose ConfigMap, Secret or claim does not exist stays in `ContainerCreating` or `Pending`. Objects that live elsewhere are declared once in `.kubernetes-authoring.yaml`.",
      vi: "Pod dùng ConfigMap, Secret hay PVC không tồn tại sẽ kẹt ở `ContainerCreating` hoặc `Pending`. Đối tượng nằm ở nơi khác chỉ cần khai báo một lần trong `.kubernetes-authoring.yaml`.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/configmap/"],
  },
  bad: [
    {
      title: { en: "A letter left out", vi: "Thiếu một chữ cái" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-config
        data:
          MODE: prod
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
              envFrom:
                - configMapRef:
                    name: gio-hang-cofig #! @gio-hang-cofig
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-config
        data:
          MODE: prod
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
              envFrom:
                - configMapRef:
                    name: gio-hang-config
      `,
    },
    {
      title: { en: "A Secret that no manifest here holds", vi: "Secret không có trong manifest nào ở đây" },
      manifest: `
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: gio-hang
        imagePullSecrets:
          - name: registry #! @registry
      `,
    },
  ],
  good: [
    {
      title: { en: "The manifest says that it may be missing", vi: "Manifest cho phép đối tượng không tồn tại" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
              envFrom:
                - configMapRef:
                    name: gio-hang-config
                    optional: true
      `,
    },
    {
      title: { en: "Every namespace has this ServiceAccount", vi: "Namespace nào cũng có ServiceAccount này" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          serviceAccountName: default
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  *check(resource, facts, view) {
    for (const reference of facts.references) {
      const { row, to, name, namespace, optional } = reference;
      if (row.by !== "name" || !to || optional) continue;
      const target = { group: to.group, kind: to.kind, name, namespace };
      if (isOwnClaim(facts, target)) continue;
      if (view.find(target, facts).length > 0) continue;
      const outside = view.knownOutside(target, facts);
      if (outside !== "yes") yield* missing(resource, facts, reference, target, outside, view);
    }
  },
});

function* missing(
  resource: Resource,
  facts: ResourceFacts,
  reference: Reference,
  target: Target,
  outside: "no" | "unknown",
  view: WorkspaceView,
): Iterable<Draft> {
  const similar = meantNames(facts, target, view);
  const orphans = similar.some((name) => !differInPlural(name, target.name))
    ? []
    : orphansLike(target, reference, facts, view);
  const meant = orphans.length > 0 ? byLikeness(target.name, orphans) : similar;
  if (meant.length === 0 && outside === "unknown" && !isWrittenHere(target, facts, view)) return;
  const [away] = meant.length > 0 ? [] : view.find({ ...target, namespace: ANY_NAMESPACE }, facts);
  const elsewhere = away?.facts.name === target.name ? away.facts.namespace : undefined;
  const isSlip = orphans.length > 0 || meant.some((name) => !differInPlural(name, target.name));
  yield {
    span: { start: reference.start, end: reference.end },
    message: elsewhere === undefined ? messageFor(target, outside, meant) : awayMessage(target, elsewhere),
    ...((isSlip || outside === "no" || (elsewhere !== undefined && target.kind === "Service")) && {
      severity: "warning",
    }),
    fixes: () => [...renameFixes(resource, reference, target.name, meant), ...declareFix(facts, target, view)],
  };
}

/**
 * Whether people would keep such an object here at all. What a controller of somebody else's makes, or takes, is nobody's
 * business unless the workspace has objects of that kind.
 */
const isWrittenHere = (target: Target, facts: ResourceFacts, view: WorkspaceView): boolean =>
  !SELDOM_WRITTEN.has(target.kind) && (isBuiltInGroup(target.group) || view.visible(target, facts).length > 0);

/** A StatefulSet puts the claims of its templates in the place of volumes with their names. */
const isOwnClaim = ({ gvk, offers }: ResourceFacts, { kind, name }: Target): boolean =>
  kind === "PersistentVolumeClaim" &&
  gvk.kind === "StatefulSet" &&
  offers.some((offer) => offer.part === "volume" && offer.name === name);

/** A name that the same object mentions elsewhere was typed on purpose: the one that is missing is another. */
function meantNames(facts: ResourceFacts, target: Target, view: WorkspaceView): readonly string[] {
  const names = new Set(view.similar(target, facts).map((entry) => madeName(entry.facts, target)));
  for (const { row, to, name } of facts.references)
    if (row.by === "name" && to?.kind === target.kind && to.group === target.group) names.delete(name);
  return byLikeness(target.name, [...names]);
}

/** An object that a controller makes has its maker's entry, but a name of its own. */
function madeName(entry: ResourceFacts, target: Target): string {
  if (entry.gvk.kind === target.kind && entry.gvk.group === target.group) return entry.name;
  const made = entry.references.find(({ row, to }) => row.by === "makes" && to?.kind === target.kind);
  return made?.name ?? entry.name;
}

function messageFor(target: Target, outside: "no" | "unknown", meant: readonly string[]): Localized {
  const subject = `${target.kind} ${quoted(target.name)}`;
  if (meant.length > 0) {
    const hint = either(meant.slice(0, 2));
    return {
      en: `There is no ${subject} in this workspace; did you mean ${hint.en}?`,
      vi: `Không có ${subject} trong workspace này; có lẽ là ${hint.vi}.`,
    };
  }
  return outside === "no"
    ? {
        en: `There is no ${subject}: neither a manifest nor \`.kubernetes-authoring.yaml\` has it.`,
        vi: `Không có ${subject}: cả manifest lẫn \`.kubernetes-authoring.yaml\` đều không có.`,
      }
    : {
        en: `${subject} is not in this workspace; it must exist in the cluster already.`,
        vi: `${subject} không có trong workspace này; cluster phải có sẵn đối tượng đó.`,
      };
}

/** Nothing but a Gateway's route reaches into another namespace, and that says which. */
function awayMessage({ kind, name }: Target, namespace: string): Localized {
  return {
    en: `The ${kind} ${quoted(name)} is in the namespace ${quoted(namespace)}, and only the object's own counts here.`,
    vi: `${kind} ${quoted(name)} ở namespace ${quoted(namespace)}, mà ở đây chỉ tính namespace của chính đối tượng.`,
  };
}

function declareFix(facts: ResourceFacts, target: Target, view: WorkspaceView): readonly Fix[] {
  const edit = view.declareOutside(target, facts);
  if (!edit) return [];
  const subject = `${target.kind} ${quoted(target.name)}`;
  return [
    {
      title: {
        en: `Declare ${subject} as existing outside the workspace`,
        vi: `Khai báo ${subject} là có sẵn ngoài workspace`,
      },
      preferred: false,
      safe: true,
      edits: [],
      elsewhere: [edit],
    },
  ];
}
