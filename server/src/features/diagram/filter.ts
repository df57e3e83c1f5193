import { type Box, isProblem, type Link, type LinkKind, type Model } from "./model.ts";

/** What a person wants to see of a model. */
export interface Asked {
  /** Words that must all hold: `ns:shop`, `app=web`, `policy:allow-web`, `is:problem`, `is:open`, `-name`, a part of a name. */
  readonly filter: string;
  /** A box: it and what is around it. */
  readonly focus: string | undefined;
  /** Undefined: what suggests itself. */
  readonly path?: PathAsked | undefined;
}

/** Which packet's way is to be seen, as a person types it. */
export interface PathAsked {
  readonly from: string;
  readonly to: string;
  /** `8080`, `UDP/53`; empty for the only one there is. */
  readonly port: string;
  readonly model: string;
  readonly proxy: string;
}

export function shown(model: Model, { filter, focus }: Asked): Model {
  const terms = termsOf(filter);
  const focused = focus === undefined ? undefined : around(model, focus);
  if (terms.length === 0 && !focused) return model;
  const matching = new Set(
    model.boxes.flatMap((box) => (terms.every((term) => holds(model, box, term)) ? [box.id] : [])),
  );
  // What stands outside of every namespace is there for the sake of others.
  const outside = new Set(model.boxes.flatMap(({ id, namespace }) => (namespace === undefined ? [id] : [])));
  const isLinked = ({ from, to }: Link, wanted: ReadonlySet<string>): boolean => {
    const ends = [from.box, to.box];
    return (
      ends.every((id) => matching.has(id) || outside.has(id)) &&
      ends.some((id) => wanted.has(id)) &&
      (!focused || ends.every((id) => focused.has(id)))
    );
  };
  const direct = model.links.filter((link) => isLinked(link, matching));
  const linked = new Set(direct.flatMap(({ from, to }) => [from.box, to.box]));
  // Of what is in no namespace one may lead to another: a class to a volume, and that to a claim.
  const wanted = new Set([...matching, ...linked]);
  const links = model.links.filter((link) => isLinked(link, wanted));
  for (const { from, to } of links) linked.add(from.box).add(to.box);
  const boxes = model.boxes.filter(({ id, kind, namespace }) => {
    const isOwn = matching.has(id) && (!focused || focused.has(id));
    return namespace === undefined ? linked.has(id) || (isOwn && isOfCluster(kind)) : isOwn;
  });
  const names = new Set(boxes.map(({ namespace }) => namespace));
  return { ...model, boxes, links, namespaces: model.namespaces.filter(({ name }) => names.has(name)) };
}

/** Things in no namespace that manifests hold all the same. */
const isOfCluster = (kind: Box["kind"]): boolean => kind === "storage-class" || kind === "persistent-volume";

interface Term {
  readonly key: "ns" | "policy" | "is" | "label" | "name";
  readonly value: string;
  readonly wanted: boolean;
}

function termsOf(filter: string): readonly Term[] {
  return filter
    .split(/\s+/)
    .filter((word) => word !== "" && word !== "-")
    .map((word): Term => {
      const wanted = !word.startsWith("-");
      const value = wanted ? word : word.slice(1);
      const [, key, rest = ""] = /^(ns|policy|is):(.*)$/.exec(value) ?? [];
      if (key === "ns" || key === "policy" || key === "is") return { key, value: rest, wanted };
      return { key: value.includes("=") ? "label" : "name", value, wanted };
    });
}

const holds = (model: Model, box: Box, term: Term): boolean => says(model, box, term) === term.wanted;

function says({ links }: Model, box: Box, { key, value }: Term): boolean {
  switch (key) {
    case "ns":
      return box.namespace === value;
    case "policy": {
      const touches = ({ from, to, policies }: Link): boolean =>
        (from.box === box.id || to.box === box.id) && policies.some((id) => id.includes(value));
      return box.marks.some(({ policies }) => policies.some((id) => id.includes(value))) || links.some(touches);
    }
    case "is":
      if (value === "open") return box.marks.some(({ state }) => state === "open");
      if (value === "isolated") return box.marks.some(({ state }) => state === "isolated" || state === "closed");
      if (value !== "problem" && value !== "") return box.marks.some(({ state }) => state === value);
      return (
        box.kind === "missing" ||
        box.marks.some(({ state }) => state === "stuck") ||
        box.rows.some(({ state }) => state === "conflict") ||
        links.some((link) => isProblem(link) && (link.from.box === box.id || link.to.box === box.id))
      );
    case "label": {
      const [name = "", wanted] = value.split("=");
      return box.labels[name] === wanted;
    }
    case "name":
      return `${box.namespace}/${box.name} ${box.caption}`.toLowerCase().includes(value.toLowerCase());
  }
}

/** Relations that are no way of anything. */
const ASIDE: ReadonlySet<LinkKind> = new Set(["allowed", "denied", "forbidden", "possible", "impossible"]);

/** The box, the whole way from outside to it and from it to Pods, and whoever policies join it with. */
function around({ links }: Model, focus: string): ReadonlySet<string> {
  const found = new Set([focus]);
  const isWay = ({ kind }: Link): boolean => !ASIDE.has(kind);
  const follow = (next: (link: Link) => readonly [string, string]): void => {
    const queue = [focus];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (const link of links) {
        const [here, there] = next(link);
        if (here !== id || !isWay(link) || found.has(there)) continue;
        found.add(there);
        queue.push(there);
      }
    }
  };
  follow(({ from, to }) => [to.box, from.box]);
  follow(({ from, to }) => [from.box, to.box]);
  for (const { from, to } of links) {
    if (from.box === focus) found.add(to.box);
    if (to.box === focus) found.add(from.box);
  }
  return found;
}

/** The box that an object is drawn as: it leads to the object's name. A policy is no box. */
export const boxOfObject = (boxes: readonly Box[], origin: string): string | undefined =>
  boxes.find(({ at }) => at?.origin === origin && at.path[0] === "metadata")?.id;
