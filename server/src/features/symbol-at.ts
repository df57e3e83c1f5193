import { type Span, touches } from "../base/span.ts";
import { factsOf, type Offer, type Reference, type ResourceFacts } from "../model/facts.ts";
import type { Part, ReferenceRow } from "../model/reference-row.ts";
import type { DocumentContext } from "../workspace/context.ts";
import type { FileId } from "../workspace/file.ts";
import type { Entry, Target, WorkspaceView } from "../workspace/view.ts";

/** A place in a file of the workspace. The span counts from the start of its document. */
export interface Location {
  readonly file: FileId;
  /** Number of the document in its file, from 0. */
  readonly document: number;
  readonly span: Span;
}

/** What a name stands for: an object, a part of one, or an object that no file holds. */
export type NamedThing =
  | { readonly kind: "object"; readonly entry: Entry }
  | { readonly kind: "part"; readonly entry: Entry; readonly offer: Offer }
  | { readonly kind: "missing"; readonly target: Target; readonly from: ResourceFacts };

/** What stands under the cursor: an object's name or part where it is written, or a mention of one. */
export interface Sighting {
  readonly facts: ResourceFacts;
  readonly span: Span;
  /** Undefined where the thing itself is written. */
  readonly reference: Reference | undefined;
  readonly things: readonly NamedThing[];
}

export function sightingAt(view: WorkspaceView, context: DocumentContext, offset: number): Sighting | undefined {
  for (const facts of factsOf(context.doc)) {
    const offer = facts.offers.find((candidate) => touches(candidate, offset));
    const entry = entryOf(view, facts);
    if (offer) return { facts, span: offer, reference: undefined, things: [{ kind: "part", entry, offer }] };
    const reference = narrowest(facts.references.filter((candidate) => touches(candidate, offset) && leads(candidate)));
    if (reference) return { facts, span: reference, reference, things: thingsMeant(view, facts, reference) };
    if (facts.name !== "" && touches(facts.nameSpan, offset))
      return { facts, span: facts.nameSpan, reference: undefined, things: [{ kind: "object", entry }] };
  }
  return undefined;
}

/** `metadata.name` of a maker is its own name first. */
const leads = ({ row }: Reference): boolean => !(row.by === "makes" && row.path === "metadata.name");

function narrowest(references: readonly Reference[]): Reference | undefined {
  return references.reduce<Reference | undefined>(
    (best, each) => (best && best.end - best.start <= each.end - each.start ? best : each),
    undefined,
  );
}

/** The entry that the index keeps for facts of this file. */
export const entryOf = (view: WorkspaceView, facts: ResourceFacts): Entry =>
  view
    .ownEntries()
    .flat()
    .find((entry) => entry.facts === facts) ?? { file: view.file, facts };

export function thingsMeant(view: WorkspaceView, from: ResourceFacts, reference: Reference): readonly NamedThing[] {
  const { row, to, name, part, namespace } = reference;
  const partKind = partOf(row, name);
  if (row.by === "local") return partsNamed([entryOf(view, from)], partKind, part);
  const entries = view.resolve(reference, from);
  if (part !== "") return partsNamed(entries, partKind, part);
  if (entries.length > 0) return entries.map((entry) => ({ kind: "object", entry }));
  return to && name !== ""
    ? [{ kind: "missing", target: { group: to.group, kind: to.kind, name, namespace }, from }]
    : [];
}

/** Which parts of its target a reference may name. */
export function partOf(row: ReferenceRow, name: string): Part | undefined {
  if (row.by === "local") return row.part;
  if (row.by === "key") return row.part ?? "key";
  if (row.by === "port") return name === "" ? "container-port" : "service-port";
  return undefined;
}

const partsNamed = (entries: readonly Entry[], part: Part | undefined, name: string): readonly NamedThing[] =>
  entries.flatMap((entry) =>
    entry.facts.offers
      .filter((offer) => offer.part === part && isNamed(offer, name))
      .map((offer) => ({ kind: "part" as const, entry, offer })),
  );

export const isNamed = (offer: Offer, name: string): boolean =>
  offer.name === name || (offer.number !== 0 && String(offer.number) === name);

export function locationOf(view: WorkspaceView, thing: NamedThing): Location | undefined {
  if (thing.kind === "missing") return undefined;
  const { entry } = thing;
  const span = thing.kind === "part" ? thing.offer : placeOfName(thing);
  return {
    file: entry.file,
    document: Math.max(0, view.documentOf(entry)),
    span: { start: span.start, end: span.end },
  };
}

const placeOfName = ({ entry }: { readonly entry: Entry }): Span => entry.facts.nameSpan;
