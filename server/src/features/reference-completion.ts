import type { Localized } from "../base/localized.ts";
import { factsOfResource, type ResourceFacts } from "../model/facts.ts";
import { rowsAt } from "../model/reference-paths.ts";
import type { KindName, ReferenceRow } from "../model/reference-row.ts";
import { POD } from "../model/reference-table.ts";
import type { Resource } from "../model/resource.ts";
import { keyOfLabel, valueOfLabel } from "../model/selector.ts";
import { type Around, kindMeant, nameOf, selectorOf, siblingOf, siblingText } from "../model/siblings.ts";
import { externalObjects, storageClassesOf } from "../workspace/configuration.ts";
import { baseName } from "../workspace/file.ts";
import type { Entry, WorkspaceView } from "../workspace/view.ts";
import { deref, type Path, pairOf, type YMap, type YNode } from "../yaml/node.ts";
import { type Completion, plainDetail, rankKey } from "./completion/completion.ts";
import { writtenValue } from "./completion/offer.ts";
import type { ValuePlace } from "./completion/place.ts";
import { asksForModes, offeredModes } from "./storage/modes.ts";
import { byFit } from "./storage/volume-names.ts";
import { partOf } from "./symbol-at.ts";

/**
 * Names that a value may have because something of that name exists, best scope first. The workspace is looked at only
 * where a name, or the value of a label, belongs.
 */
export function referenceCompletions(viewOf: () => WorkspaceView, place: ValuePlace): readonly Completion[] {
  const { path } = place;
  const resource = place.subject?.resource;
  const facts = resource && factsOfResource(resource);
  if (!resource || !facts) return [];
  const isName = rowsAt(resource.gvk, path).length > 0 || selectorRow(resource, path) !== undefined;
  const isMode = asksForModes(resource.gvk, path);
  if (!isName && !isMode) return [];
  const names = new Map<string, Choice>();
  const choices = isName ? choicesAt(viewOf(), path, resource, facts) : modeChoices(viewOf(), resource, path);
  for (const choice of choices)
    if (!place.present.has(choice.name) && !names.has(choice.name)) names.set(choice.name, choice);
  return [...names.values()].map(({ name, detail, isNumber }, index) => ({
    ...writtenValue(name, !isNumber, place),
    kind: "reference",
    detail,
    sortKey: rankKey(index),
    preselect: false,
  }));
}

const modeChoices = (view: WorkspaceView, resource: Resource, path: Path): readonly Choice[] =>
  offeredModes(view, resource, path).map(({ mode, by }) => choice(mode, plainDetail(by)));

interface Choice {
  readonly name: string;
  readonly detail: Localized;
  readonly isNumber: boolean;
}

function choicesAt(view: WorkspaceView, path: Path, resource: Resource, facts: ResourceFacts): readonly Choice[] {
  const around = mapsAlong(resource.root, path.slice(0, -1));
  const choices = rowsAt(resource.gvk, path).flatMap((row) => choicesOf(view, row, around, path, facts));
  return choices.length > 0 ? choices : labelValues(view, path, resource, facts);
}

/** The maps on the way to a value, outermost first. */
function mapsAlong(root: YMap, path: Path): Around {
  const maps = [root];
  let here: YNode | null | undefined = root;
  for (const step of path) {
    const node = deref(here);
    here =
      typeof step !== "number" ? pairOf(node, step)?.value : node?.type === "seq" ? node.items[step]?.value : undefined;
    const map = deref(here);
    if (map?.type === "map") maps.push(map);
  }
  return maps;
}

function choicesOf(
  view: WorkspaceView,
  row: ReferenceRow,
  around: Around,
  path: Path,
  facts: ResourceFacts,
): readonly Choice[] {
  switch (row.by) {
    case "name": {
      const to = kindMeant(row.to, around);
      if (!to) return [];
      const found = names(view, to, facts);
      return to.kind === "PersistentVolume" ? byFit(view, facts, found) : found;
    }
    case "local":
      return parts([{ file: view.file, facts }], row, path, "");
    case "key":
    case "port": {
      const to = kindMeant(row.to, around);
      if (!to) return [];
      const of = siblingOf(around, row.of);
      const selector = selectorOf(of);
      if (selector) return parts(view.podsMatching(selector, undefined, facts), row, path, "");
      const name = nameOf(of);
      if (name === undefined) return [];
      const target = { ...to, name, namespace: siblingText(around, row.namespace) };
      const outside = (view.keysOutside(target, facts) ?? []).map((key) => choice(key, OUTSIDE));
      return [...parts(view.find(target, facts), row, path, name), ...outside];
    }
    case "selector":
    case "makes":
    case "kind":
      return [];
  }
}

const OUTSIDE: Localized = { en: "outside the workspace", vi: "ngoài workspace" };

const choice = (name: string, detail: Localized): Choice => ({ name, detail, isNumber: false });

function names(view: WorkspaceView, to: KindName, facts: ResourceFacts): readonly Choice[] {
  const here = view
    .visible(to, facts)
    .flatMap((entry) => namesOf(entry, to).map((name) => choice(name, placeOf(entry))));
  return [...here, ...outsideNames(view, to).map((name) => choice(name, OUTSIDE))];
}

/** An entry found under a kind either is of that kind or makes objects of it. */
function namesOf({ facts }: Entry, to: KindName): readonly string[] {
  if (facts.gvk.kind === to.kind && facts.gvk.group === to.group) return [facts.name];
  return facts.references.flatMap(({ row, to: made, name }) =>
    row.by === "makes" && made?.kind === to.kind && made.group === to.group ? [name] : [],
  );
}

function outsideNames({ configuration }: WorkspaceView, { kind }: KindName): readonly string[] {
  const declared = externalObjects(configuration).flatMap((each) =>
    each.kind === kind && !each.name.endsWith("*") ? [each.name] : [],
  );
  switch (kind) {
    case "StorageClass":
      return [...declared, ...storageClassesOf(configuration).map(({ name }) => name)];
    case "Namespace":
      return [...declared, ...(configuration.namespaces ?? [])];
    case "Node":
      return [...declared, ...(configuration.nodes ?? []).map(({ name }) => name)];
    default:
      return declared;
  }
}

const placeOf = ({ file, facts }: Entry): Localized =>
  plainDetail(`${facts.gvk.kind} · ${decodeURIComponent(baseName(file))}`);

/** Keys, ports or volumes of objects; of ports the name, or the number where a number is wanted. */
function parts(entries: readonly Entry[], row: ReferenceRow, path: Path, name: string): readonly Choice[] {
  const part = partOf(row, name);
  const wanted = path.at(-1);
  return entries.flatMap((entry) =>
    entry.facts.offers
      .filter((offer) => offer.part === part)
      .flatMap((offer) => {
        const number = { name: String(offer.number), detail: placeOf(entry), isNumber: true };
        const named = offer.name === "" ? [] : [choice(offer.name, placeOf(entry))];
        if (offer.number === 0 || wanted === "name") return named;
        return wanted === "number" ? [number] : [...named, number];
      }),
  );
}

/** Values that the objects a selector may select have for its key. */
function labelValues(view: WorkspaceView, path: Path, resource: Resource, facts: ResourceFacts): readonly Choice[] {
  const key = path.at(-1);
  const row = selectorRow(resource, path);
  if (typeof key !== "string" || !row) return [];
  const isPod = row.to.kind === POD.kind && row.to.group === POD.group;
  const entries = isPod ? view.visiblePods(facts) : view.visible(row.to, facts);
  return entries.flatMap((entry) =>
    ((isPod ? entry.facts.podLabels : entry.facts.labels) ?? [])
      .filter((label) => keyOfLabel(label) === key)
      .map((label) => choice(valueOfLabel(label), placeOf(entry))),
  );
}

/** The row of the selector in which the path leads to the value of a label. */
const selectorRow = ({ gvk }: Resource, path: Path): Extract<ReferenceRow, { by: "selector" }> | undefined =>
  [path.slice(0, -1), path.slice(0, -2)].flatMap((holder) => rowsAt(gvk, holder)).find(isSelector);

const isSelector = (row: ReferenceRow): row is Extract<ReferenceRow, { by: "selector" }> => row.by === "selector";
