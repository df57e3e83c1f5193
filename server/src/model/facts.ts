import { Memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import type { Gvk } from "../schema/types.ts";
import type { YDocument } from "../yaml/document.ts";
import { deref } from "../yaml/node.ts";
import { extractFacts } from "./extract.ts";
import { KUSTOMIZATION, type Kustomization, looksLikeKustomization } from "./kustomization.ts";
import type { NetworkNote } from "./network-note.ts";
import { type KindName, kindKey, type Part, type ReferenceRow } from "./reference-row.ts";
import { isList, type Resource, resourcesOf } from "./resource.ts";
import type { Labels, Selector } from "./selector.ts";
import type { StoragePart } from "./storage-part.ts";

/**
 * What one object tells others and asks of them: all that is kept of a file nobody has open. Plain data that holds on
 * to neither nodes nor text. Spans count from the start of the object's document.
 */
export interface ResourceFacts {
  readonly gvk: Gvk;
  /** Empty when the object has no name of its own, such as one with `generateName`. */
  readonly name: string;
  /** The name's place, or that of the object's first key. */
  readonly nameSpan: Span;
  /** As written; undefined when the manifest does not say. */
  readonly namespace: string | undefined;
  readonly labels: Labels;
  /** Labels of its Pods; undefined for objects that make none. */
  readonly podLabels: Labels | undefined;
  readonly offers: readonly Offer[];
  readonly references: readonly Reference[];
  /** A template or placeholder hides part of what the object offers: absence proves nothing. */
  readonly partial: boolean;
  readonly kustomization: Kustomization | undefined;
  /** What decides about volumes and claims; undefined for objects without any. */
  readonly storage: StoragePart | undefined;
  /** What decides about connections and stands neither in labels nor in ports; undefined for objects without any. */
  readonly network: NetworkNote | undefined;
}

/** Something of an object that others may name. The span is that of its name, or of its number when it has no name. */
export interface Offer extends Span {
  readonly part: Part;
  /** Empty for a port that has only a number. */
  readonly name: string;
  /** 0 when it has none. */
  readonly number: number;
  /** Of a port that is more than its name and number. */
  readonly details?: PortDetails;
}

/** What a port says beyond its name and number; empty, or 0, where it says nothing. */
export interface PortDetails {
  readonly protocol: string;
  /** A Service's `targetPort`. */
  readonly target: string;
  /** The port of the node: `nodePort` of a Service, `hostPort` of a container. */
  readonly nodePort: number;
}

/** One mention of another object or of a part of one. The span is the mention's. */
export interface Reference extends Span {
  readonly row: ReferenceRow;
  /** Kind of the object meant; undefined for parts of the same object. */
  readonly to: KindName | undefined;
  /** Name of the object meant; empty when a selector or a local name stands for it. */
  readonly name: string;
  /** Key, port or local name; empty when the object as a whole is meant. */
  readonly part: string;
  /** Namespace as written beside the name, or `ANY_NAMESPACE`; undefined when it is the object's own. */
  readonly namespace: string | undefined;
  readonly selector: Selector | undefined;
  /** The manifest says that the target may be missing. */
  readonly optional: boolean;
}

const memo = new Memo<YDocument, readonly ResourceFacts[]>();

/**
 * Facts of a document's objects, in the order of `resourcesOf` without the Lists themselves. A kustomization counts as
 * an object even without `kind`. The same document always gives the same array.
 */
export const factsOf = (doc: YDocument): readonly ResourceFacts[] => memo.of(doc, readFacts);

/**
 * The same for a document that takes the place of another. Where it says what that one said, in the same places, its
 * facts are those of that one: then nothing that is known of them is found out again.
 */
export const factsAfter = (doc: YDocument, before: readonly ResourceFacts[] | undefined): readonly ResourceFacts[] =>
  memo.of(doc, () => {
    const facts = readFacts(doc);
    return before !== undefined && isSame(facts, before) ? before : facts;
  });

function isSame(facts: readonly ResourceFacts[], before: readonly ResourceFacts[]): boolean {
  const [first, old] = [facts[0], before[0]];
  // Most edits are seen without writing anything down.
  if (facts.length !== before.length || first?.nameSpan.start !== old?.nameSpan.start) return false;
  return first?.references.length === old?.references.length && JSON.stringify(facts) === JSON.stringify(before);
}

/** Facts of one object; undefined for a List, which has none of its own. */
export function factsOfResource(resource: Resource): ResourceFacts | undefined {
  const index = resourcesOf(resource.doc)
    .filter((each) => !isList(each))
    .indexOf(resource);
  return index < 0 ? undefined : factsOf(resource.doc)[index];
}

function readFacts(doc: YDocument): readonly ResourceFacts[] {
  const isTemplate = doc.dialect === "template";
  const facts = resourcesOf(doc).flatMap((resource) =>
    isList(resource) ? [] : [extractFacts(resource.root, resource.gvk, isTemplate)],
  );
  if (facts.length > 0) return facts;
  const root = deref(doc.root);
  if (root?.type !== "map" || !looksLikeKustomization(root)) return NONE;
  return [extractFacts(root, KUSTOMIZATION, isTemplate)];
}

const NONE: readonly ResourceFacts[] = [];

/**
 * What others can see of an object, as one string: identity, labels, parts, and what it makes. An edit that leaves it
 * alone, such as one of an image, changes no finding outside its own document.
 */
export function exportsKey(facts: ResourceFacts): string {
  const { gvk, name, namespace, labels, podLabels, offers, partial, kustomization, storage, network } = facts;
  const parts = [
    kindKey(gvk),
    name,
    namespace,
    labels,
    podLabels,
    offers.map((offer) => [offer.part, offer.name, offer.number, offer.details]),
    facts.references.flatMap(({ row, name: made }) => (row.by === "makes" ? [made] : [])),
    partial,
    kustomization,
    storage,
    network,
  ];
  return JSON.stringify(parts);
}
