import type { Box, Link, Model } from "./model.ts";

/** A namespace's share of a picture: what is joined with things elsewhere, and what stands by itself. */
export interface Islands {
  /** Joined across namespaces, or with the outside: laid out together. */
  readonly joined: { readonly boxes: readonly Box[]; readonly links: readonly Link[] };
  /** By namespace, groups of boxes that are joined among themselves alone. */
  readonly alone: ReadonlyMap<string, readonly Island[]>;
}

export interface Island {
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
}

export function islandsOf({ boxes, links }: Model): Islands {
  const home = new Map(boxes.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = home.get(root) ?? root; up !== root; up = home.get(root) ?? root) root = up;
    home.set(id, root);
    return root;
  };
  const inside = new Map(
    boxes.flatMap((box) => (box.namespace === undefined ? [] : [[box.id, box.namespace] as const])),
  );
  for (const { from, to } of links) {
    if (inside.has(from.box) && inside.has(to.box)) home.set(rootOf(from.box), rootOf(to.box));
  }
  const abroad = new Set<string>();
  for (const { from, to } of links) {
    if (inside.get(from.box) === inside.get(to.box)) continue;
    for (const end of [from.box, to.box]) if (inside.has(end)) abroad.add(rootOf(end));
  }
  const groups = new Map<string, { boxes: Box[]; links: Link[] }>();
  const joined: { boxes: Box[]; links: Link[] } = { boxes: [], links: [] };
  const groupOf = (id: string): { boxes: Box[]; links: Link[] } => {
    const root = rootOf(id);
    if (!inside.has(id) || abroad.has(root)) return joined;
    const known = groups.get(root) ?? { boxes: [], links: [] };
    groups.set(root, known);
    return known;
  };
  for (const box of boxes) groupOf(box.id).boxes.push(box);
  for (const link of links) (inside.has(link.from.box) ? groupOf(link.from.box) : joined).links.push(link);
  const alone = new Map<string, Island[]>();
  for (const island of groups.values()) {
    const [first] = island.boxes;
    if (first?.namespace === undefined) continue;
    const list = alone.get(first.namespace);
    if (list) list.push(island);
    else alone.set(first.namespace, [island]);
  }
  // Larger ones first, and single boxes last, each in order of names.
  for (const list of alone.values()) list.sort((a, b) => Number(b.links.length > 0) - Number(a.links.length > 0));
  return { joined, alone };
}
