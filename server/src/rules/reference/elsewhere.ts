import type { ResourceFacts } from "../../model/facts.ts";
import { ANY_NAMESPACE } from "../../model/reference-row.ts";
import type { Resource } from "../../model/resource.ts";
import type { Selector } from "../../model/selector.ts";
import type { Entry, WorkspaceView } from "../../workspace/view.ts";
import { insertEntry, setScalar } from "../../yaml/edit.ts";
import { at, deref, pairOf, type YPair } from "../../yaml/node.ts";
import type { Draft, Fix } from "../rule.ts";
import { quoted } from "../wording.ts";

/** What to say of a selector whose Pods live in another namespace, or whose labels the workload keeps to itself. */
export function elsewhereDraft(
  resource: Resource,
  pair: YPair,
  selector: Selector,
  facts: ResourceFacts,
  view: WorkspaceView,
): Draft | undefined {
  const span = { start: pair.key.start, end: pair.key.end };
  const away = view.podsMatching(selector, ANY_NAMESPACE, facts);
  const namespaces = new Set(away.map((entry) => entry.facts.namespace));
  const [namespace] = namespaces;
  const [first] = away;
  if (first && namespaces.size === 1 && namespace !== undefined)
    return {
      span,
      severity: facts.namespace === undefined ? "hint" : "warning",
      message: {
        en: `The Pods meant are in the namespace ${quoted(namespace)}; this selects in its own only.`,
        vi: `Các Pod được nhắm tới ở namespace ${quoted(namespace)}; selector chỉ chọn trong namespace hiện tại.`,
      },
      related: [placeOf(first)],
      fixes: () => moveTo(resource, namespace),
    };
  const owner = view.relatedPods(facts).find((entry) => isOwner(entry, selector));
  if (!owner) return undefined;
  return {
    span,
    severity: "warning",
    message: {
      en: `${owner.facts.gvk.kind} ${quoted(owner.facts.name)} carries these labels itself; its Pods, which count, do not.`,
      vi: `${owner.facts.gvk.kind} ${quoted(owner.facts.name)} tự mang các label này; Pod của nó, thứ được chọn, thì không.`,
    },
    related: [placeOf(owner)],
  };
}

const isOwner = ({ facts }: Entry, { labels, requirements }: Selector): boolean =>
  facts.gvk.kind !== "Pod" &&
  requirements.length === 0 &&
  labels.length > 0 &&
  labels.every((label) => facts.labels.includes(label));

const placeOf = (entry: Entry) => ({
  span: entry.facts.nameSpan,
  entry,
  message: { en: "The workload.", vi: "Workload đó." },
});

function moveTo({ doc, root }: Resource, namespace: string): readonly Fix[] {
  const metadata = deref(at(root, "metadata"));
  if (metadata?.type !== "map") return [];
  const written = deref(pairOf(metadata, "namespace")?.value);
  const edits =
    written?.type === "scalar"
      ? setScalar(doc, written, namespace)
      : insertEntry(doc, metadata, "namespace", namespace);
  return [
    {
      title: { en: `Set the namespace to ${quoted(namespace)}`, vi: `Đặt namespace thành ${quoted(namespace)}` },
      preferred: true,
      safe: false,
      edits,
    },
  ];
}
