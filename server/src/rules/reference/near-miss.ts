import { editDistance } from "../../base/nearest.ts";
import type { ResourceFacts } from "../../model/facts.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOfLabel, type Labels, valueOfLabel } from "../../model/selector.ts";
import { isTypo } from "../../workspace/typo.ts";
import type { Entry, WorkspaceView } from "../../workspace/view.ts";
import { renameKey, setScalar } from "../../yaml/edit.ts";
import { deref, pairOf, type YPair } from "../../yaml/node.ts";
import type { Draft, Fix } from "../rule.ts";
import { quoted } from "../wording.ts";

/** Pods that lack one label of the selector, and have one that looks like it. */
export interface Miss {
  readonly wanted: string;
  readonly present: string;
  readonly pod: Entry;
}

export function nearMisses(labels: Labels, from: ResourceFacts, view: WorkspaceView): readonly Miss[] {
  const misses = view.relatedPods(from).flatMap((pod): readonly Miss[] => {
    const podLabels = pod.facts.podLabels ?? [];
    const [wanted, ...others] = labels.filter((label) => !podLabels.includes(label));
    if (wanted === undefined || others.length > 0) return [];
    const present = podLabels.find((label) => looksLike(wanted, label, () => isUnselected(pod, view, from.gvk.kind)));
    return present === undefined ? [] : [{ wanted, present, pod }];
  });
  return [...new Map(misses.map((miss) => [miss.present, miss])).values()];
}

/** Short values differ by one letter too often to mean much, unless the Pods wait for a Service in vain. */
function looksLike(wanted: string, present: string, isUnselected: () => boolean): boolean {
  const [key, value] = [keyOfLabel(wanted), valueOfLabel(wanted)];
  const [otherKey, otherValue] = [keyOfLabel(present), valueOfLabel(present)];
  // The same value under nearly the same key is no accident, however short the key.
  if (key !== otherKey) return value === otherValue && (isTypo(key, otherKey) || isShortTypo(key, otherKey));
  if (isTypo(value, otherValue) || isDoubled(value, otherValue, 3)) return true;
  const isNear =
    isShortTypo(value, otherValue) ||
    isDoubled(value, otherValue, 2) ||
    isRenumbered(value, otherValue) ||
    isPartOf(value, otherValue);
  return isNear && isUnselected();
}

/** `dbb` for `db`: a letter typed twice. */
const isDoubled = (typed: string, wanted: string, least: number): boolean =>
  wanted.length >= least &&
  typed.length === wanted.length + 1 &&
  [...typed].some((letter, at) => letter === typed[at + 1] && typed.slice(0, at) + typed.slice(at + 1) === wanted);

/** `redis-2` for `redis-1`. */
const isRenumbered = (a: string, b: string): boolean =>
  a.length >= 4 && /\d/.test(a) && /\d/.test(b) && a.replace(/\d+/g, "0") === b.replace(/\d+/g, "0");

const isShortTypo = (a: string, b: string): boolean =>
  a.length >= 3 && b.length >= 3 && !/\d/.test(a + b) && editDistance(a, b, 1) === 1;

/** `web` for `web-server`: one has a word more at its end, or is the other without its dashes. */
function isPartOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 2 && (long.startsWith(`${short}-`) || long.replaceAll("-", "") === short.replaceAll("-", ""));
}

const isUnselected = (pod: Entry, view: WorkspaceView, kind: string): boolean =>
  !view.mentionsOf(pod).some(({ entry }) => entry.facts.gvk.kind === kind);

/** What to say of a selector that a slip keeps from its Pods; fixes for each label that may have been meant. */
export function typoDraft(resource: Resource, selector: YPair, misses: readonly Miss[]): Draft {
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
