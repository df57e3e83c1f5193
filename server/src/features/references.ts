import type { Reference } from "../model/facts.ts";
import type { DocumentContext } from "../workspace/context.ts";
import type { Entry, Mention, WorkspaceView } from "../workspace/view.ts";
import { entryOf, isNamed, type Location, locationOf, type NamedThing, partOf, sightingAt } from "./symbol-at.ts";

/** Every place that means what stands at `offset`, in the order of files; `declaration` adds the thing itself. */
export function references(
  view: WorkspaceView,
  context: DocumentContext,
  offset: number,
  declaration: "with-declaration" | "mentions-only",
): readonly Location[] {
  const things = sightingAt(view, context, offset)?.things ?? [];
  const found = things.flatMap((thing) => [
    ...(declaration === "with-declaration" ? [locationOf(view, thing) ?? []].flat() : []),
    ...mentionsOf(view, thing).map((mention) => placeOf(view, mention)),
  ]);
  const unique = new Map(found.map((location) => [JSON.stringify(location), location]));
  return [...unique.values()].sort(byPlace);
}

export function mentionsOf(view: WorkspaceView, thing: NamedThing): readonly Mention[] {
  switch (thing.kind) {
    case "missing":
      return view.mentionsOfMissing(thing.target, thing.from).filter(({ reference }) => reference.part === "");
    case "object":
      return view.mentionsOf(thing.entry).filter(({ reference }) => reference.part === "");
    case "part":
      return [...ownMentions(view, thing.entry), ...view.mentionsOf(thing.entry)].filter(
        ({ reference }) =>
          reference.part !== "" &&
          partOf(reference.row, reference.name) === thing.offer.part &&
          isNamed(thing.offer, reference.part),
      );
  }
}

/** Mounts and probe ports name parts of their own object. */
function ownMentions(view: WorkspaceView, entry: Entry): readonly Mention[] {
  const isLocal = ({ row }: Reference): boolean => row.by === "local";
  const own = entry.file === view.file ? entryOf(view, entry.facts) : entry;
  return own.facts.references.filter(isLocal).map((reference) => ({ entry: own, reference }));
}

const placeOf = (view: WorkspaceView, { entry, reference }: Mention): Location => ({
  file: entry.file,
  document: Math.max(0, view.documentOf(entry)),
  span: { start: reference.start, end: reference.end },
});

const byPlace = (a: Location, b: Location): number =>
  a.file === b.file ? a.document - b.document || a.span.start - b.span.start : a.file < b.file ? -1 : 1;
