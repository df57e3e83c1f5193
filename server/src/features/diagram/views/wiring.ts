import type { Language } from "../../../base/localized.ts";
import type { Subject } from "../build-model.ts";
import { anchorOf, CARD_WIDTH, card, sizeOf } from "../card.ts";
import { type Asked, shown } from "../filter.ts";
import { frame, headHeight, strip } from "../frame.ts";
import { type Island, islandsOf } from "../islands.ts";
import { type Laid, type LaneEdge, type LaneNode, layOut } from "../lanes.ts";
import { legend } from "../legend.ts";
import type { Box, Link } from "../model.ts";
import { layer, type Picture, type Point, type Shape } from "../scene.ts";
import { onShelves } from "../shelves.ts";
import { PORT, type View } from "../view.ts";
import { wire } from "../wire.ts";

/** From outside through Ingresses and Services to the ports of workloads, and what policies allow among them. */
export const wiring: View = {
  id: "wiring",
  title: { en: "Wiring", vi: "Đường nối" },
  about: "network",
  follows: false,
  boxesOf: ({ model }) => model.boxes,
  tell: ({ model }, asked) => shown(model, asked),
  detail: PORT,
  draw: drawWiring,
};

const SPACING = { gap: 18, gutter: 92, column: CARD_WIDTH };
/** For a label in a gutter. */
const LABEL = 84;
const PAD = 20;
const MARGIN = 24;
const BETWEEN = 28;
/** A picture without long chains is about as wide as a screen. */
const USUAL_WIDTH = 4 * CARD_WIDTH + 3 * SPACING.gutter;

function drawWiring({ model }: Subject, asked: Asked, language: Language): Picture {
  const visible = shown(model, asked);
  const { links, namespaces } = visible;
  const { joined, alone } = islandsOf(visible);
  const bands = new Map(namespaces.map(({ name }, i) => [name, i]));
  const main = mainPart(joined, bands);
  const inner = innerColumns(main.laid, main.boxes);
  const left = MARGIN + (inner.from > 0 ? inner.from : PAD);
  const room = Math.max(inner.until - inner.from, USUAL_WIDTH);
  const frames: Shape[] = [];
  const cards: Shape[] = [];
  const wires: Shape[] = [];
  const tops: number[] = [];
  const widest = { right: 0 };
  let top = MARGIN;
  const parts = namespaces.map((namespace, band) => {
    const shelf = onShelves((alone.get(namespace.name) ?? []).map(islandPart), room, {
      across: SPACING.gutter,
      down: BETWEEN,
    });
    return { namespace, band, shelf };
  });
  const width = Math.max(inner.until - inner.from, ...parts.map(({ shelf }) => shelf.width), 320);
  if (visible.policies.length > 0) {
    const label = { en: "Cluster policies", vi: "Policy cấp cluster" }[language];
    const admin = strip(label, visible.policies, { x: left - PAD, y: top }, width + 2 * PAD);
    cards.push(...admin.shapes);
    top += admin.height;
  }
  for (const { namespace, band, shelf } of parts) {
    const head = headHeight(namespace, width + 2 * PAD);
    const bandHeight = main.laid.bandHeights[band] ?? 0;
    tops[band] = top + head;
    const shelfTop = top + head + (bandHeight > 0 ? bandHeight + (shelf.height > 0 ? BETWEEN : 0) : 0);
    const height = shelfTop + shelf.height + PAD - top;
    const ground = frame(namespace, { x: left - PAD, y: top }, width + 2 * PAD, height);
    frames.push(ground.ground);
    cards.push(...ground.policies);
    for (const { thing, x, y } of shelf.placed) {
      place(thing, () => ({ x: left + x, y: shelfTop + y }), cards, wires, language);
    }
    widest.right = Math.max(widest.right, left + width + PAD);
    top += height + BETWEEN;
  }
  place(main, (band) => ({ x: MARGIN, y: tops[band] ?? 0 }), cards, wires, language);
  const right = Math.max(widest.right, MARGIN + lastRight(main));
  const key = legend({ x: MARGIN, y: top }, language, new Set(links.map(({ kind }) => kind)));
  return {
    width: Math.max(right + MARGIN, MARGIN * 2 + key.width),
    height: top + key.height + MARGIN / 2,
    title: { en: "Wiring of the workspace", vi: "Đường nối trong workspace" },
    shapes: [
      layer("frames", { en: "Namespaces", vi: "Namespace" }, frames),
      layer("wires", { en: "Connections", vi: "Kết nối" }, wires),
      layer("cards", { en: "Objects", vi: "Đối tượng" }, cards),
      key.shape,
    ],
  };
}

/** Something laid out, to be put somewhere. */
interface Part {
  readonly boxes: readonly Placed[];
  readonly links: readonly Link[];
  readonly laid: Laid;
  readonly width: number;
  readonly height: number;
  /** The id of the box that stands for an end, which may be a copy. */
  readonly endOf: (link: Link, end: "from" | "to") => string;
}

interface Placed {
  readonly id: string;
  readonly box: Box;
}

function islandPart({ boxes, links }: Island): Part {
  const placed = boxes.map((box) => ({ id: box.id, box }));
  const endOf: Part["endOf"] = (link, end) => link[end].box;
  return partOf(placed, links, endOf, () => 0);
}

/** Whoever is outside appears once in every namespace that has to do with them, so that lines stay short. */
function mainPart({ boxes, links }: Island, bands: ReadonlyMap<string, number>): Part {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const bandOf = ({ namespace }: Box): number => bands.get(namespace ?? "") ?? 0;
  const copies = new Map<string, Placed & { readonly band: number }>();
  for (const box of boxes) if (box.namespace !== undefined) copies.set(box.id, { id: box.id, box, band: bandOf(box) });
  const endOf: Part["endOf"] = (link, end) => {
    const box = byId.get(link[end].box);
    const other = byId.get(link[end === "from" ? "to" : "from"].box);
    if (!box || box.namespace !== undefined || other?.namespace === undefined) return link[end].box;
    return `${box.id} @${other.namespace}`;
  };
  for (const link of links) {
    for (const end of ["from", "to"] as const) {
      const id = endOf(link, end);
      const box = byId.get(link[end].box);
      const other = byId.get(link[end === "from" ? "to" : "from"].box);
      if (box && other && !copies.has(id)) copies.set(id, { id, box, band: bandOf(other) });
    }
  }
  return partOf([...copies.values()], links, endOf, (id) => copies.get(id)?.band ?? 0);
}

function partOf(
  boxes: readonly Placed[],
  links: readonly Link[],
  endOf: Part["endOf"],
  bandOf: (id: string) => number,
): Part {
  const known = new Map(boxes.map(({ id, box }) => [id, box]));
  const nodes = boxes.map(({ id, box }): LaneNode => ({ id, ...sizeOf(box), band: bandOf(id), side: box.side }));
  const edges = links.flatMap((link): readonly LaneEdge[] => {
    const [from, to] = [endOf(link, "from"), endOf(link, "to")];
    const [source, target] = [known.get(from), known.get(to)];
    if (!source || !target) return [];
    return [
      {
        id: link.id,
        from,
        fromOffset: anchorOf(source, link.from.row),
        to,
        toOffset: anchorOf(target, link.to.row),
      },
    ];
  });
  const laid = layOut(nodes, edges, SPACING);
  const last = laid.columns.at(-1);
  return {
    boxes,
    links,
    laid,
    endOf,
    width: last ? last.x + last.width : 0,
    height: Math.max(0, ...laid.bandHeights),
  };
}

function place(
  part: Part,
  originOf: (band: number) => Point,
  cards: Shape[],
  wires: Shape[],
  language: Language,
): void {
  const lift = ({ x, y, band }: Point & { readonly band: number }): Point => {
    const origin = originOf(band);
    return { x: origin.x + x, y: origin.y + y };
  };
  for (const { id, box } of part.boxes) {
    const at = part.laid.nodes.get(id);
    if (at) cards.push(card(box, id, lift(at), language));
  }
  for (const link of part.links) {
    const points = part.laid.edges.get(link.id);
    const end = (side: "from" | "to"): string => link[side].row ?? part.endOf(link, side);
    if (points) wires.push(wire(link, [end("from"), end("to")], points.map(lift), LABEL));
  }
}

/** The columns that stand inside of namespaces: without those of sources and targets. */
function innerColumns(
  { columns, nodes }: Laid,
  boxes: readonly Placed[],
): { readonly from: number; readonly until: number } {
  const inner = boxes.flatMap(({ id, box }) => (box.side === undefined ? (nodes.get(id)?.column ?? []) : []));
  const [first, last] = [columns[Math.min(...inner)], columns[Math.max(...inner)]];
  return first && last ? { from: first.x, until: last.x + last.width } : { from: 0, until: 0 };
}

function lastRight({ laid, boxes }: Part): number {
  const last = laid.columns.at(-1);
  return boxes.length > 0 && last ? last.x + last.width : 0;
}
