import type { Reference, ResourceFacts } from "../model/facts.ts";
import { kindKey } from "../model/reference-row.ts";
import { isEmpty, matches } from "../model/selector.ts";
import type { ResourceIndex } from "./index.ts";
import { INGRESS, NETWORK_POLICY } from "./network-facts.ts";
import type { Entry } from "./view.ts";

/** Whether a claim binds may depend on any volume; of more objects than this nobody looks at once. */
const MOST_STORAGE = 200;

/** Whether a connection stands may depend on any policy. */
const MOST_POLICIES = 200;

/** After this many changes, as when folders were read, looking at every object is the shorter way. */
const MANY = 500;

/**
 * Objects of which rules may have something else to say than before these changes: those that mention or select what
 * changed, under its name or nearly its name; after very many changes all that `isLoose` says.
 */
export function askersOf(
  index: ResourceIndex,
  changes: readonly ResourceFacts[],
  isLoose: (facts: ResourceFacts) => boolean,
): readonly Entry[] {
  if (changes.length > MANY) return [...loose(index, isLoose)];
  const states = new Map<string, readonly string[]>();
  for (const facts of changes) states.set(identity(facts), [...(states.get(identity(facts)) ?? []), labelsKey(facts)]);
  const storage = changes.some((facts) => facts.storage) ? index.storage().slice(0, MOST_STORAGE) : [];
  const others = changes.flatMap((facts) => {
    const [first, ...later] = states.get(identity(facts)) ?? [];
    // One state alone: the object came or went.
    const isSteady = later.length > 0 && later.every((each) => each === first);
    return [...mentioning(index, facts), ...selecting(index, facts, isSteady)];
  });
  return [...storage, ...deciding(index, changes), ...others];
}

/** Policies and ways in, when what lets connections through or keeps them out has changed. */
function deciding(index: ResourceIndex, changes: readonly ResourceFacts[]): readonly Entry[] {
  if (!changes.some(({ network }) => network?.kind === "spec")) return [];
  return [...index.ofKind(NETWORK_POLICY), ...index.ofKind(INGRESS)].slice(0, MOST_POLICIES);
}

const identity = ({ gvk, name }: ResourceFacts): string => `${kindKey(gvk)} ${name}`;

const labelsKey = ({ podLabels }: ResourceFacts): string => String(podLabels);

function* loose(index: ResourceIndex, isLoose: (facts: ResourceFacts) => boolean): Iterable<Entry> {
  for (const entry of index.all()) if (isLoose(entry.facts)) yield entry;
}

function mentioning(index: ResourceIndex, facts: ResourceFacts): readonly Entry[] {
  const made = facts.references.flatMap(({ row, to, name }) => (row.by === "makes" && to ? [{ kind: to, name }] : []));
  return [{ kind: facts.gvk, name: facts.name }, ...made].flatMap(({ kind, name }) => [
    ...index.mentioning(kind, name),
    ...index.mentioningTyposOf(kind, name),
  ]);
}

/**
 * Where Pods keep their labels, a change concerns only those that select them; where labels move, also those that ask
 * for one of them, because they may nearly select the Pods now.
 */
function selecting(index: ResourceIndex, { podLabels }: ResourceFacts, isSteady: boolean): readonly Entry[] {
  if (!podLabels) return [];
  const asking = index.selecting(podLabels);
  if (!isSteady) return asking;
  return asking.filter(({ facts }) =>
    facts.references.some(({ selector }) => selector && matches(selector, podLabels)),
  );
}

/**
 * Whether rules may have more than a hint to say of what an object mentions. Judged by facts alone, and rather yes than
 * no: a closed file is read again only when this says so.
 */
export function hasLooseEnd(index: ResourceIndex, facts: ResourceFacts): boolean {
  return facts.references.some((reference) => isLoose(index, facts, reference));
}

function isLoose(index: ResourceIndex, facts: ResourceFacts, reference: Reference): boolean {
  const { row, part, selector } = reference;
  switch (row.by) {
    case "makes":
    case "kind":
      return false;
    case "local":
      return !facts.offers.some((offer) => offer.part === row.part && isNamed(offer, part));
    case "selector":
      if (row.own) return selector !== undefined && !matches(selector, facts.podLabels ?? []);
      return selector !== undefined && !isEmpty(selector) && index.podsMatching(selector).length === 0;
    default:
      return isUnmet(index, reference);
  }
}

/** A name that nothing has is a hint, unless something has nearly that name or the configuration says what there is. */
function isUnmet(index: ResourceIndex, { to, name, part, selector }: Reference): boolean {
  if (to === undefined) return false;
  const entries = name === "" ? (selector ? index.podsMatching(selector) : []) : index.named(to, name);
  if (entries.length === 0) return name === "" || index.typosOf(to, name).length > 0;
  return part !== "" && !entries.some(({ facts }) => facts.offers.some((offer) => isNamed(offer, part)));
}

const isNamed = (offer: { readonly name: string; readonly number: number }, part: string): boolean =>
  offer.name === part || (offer.number !== 0 && String(offer.number) === part);
