import type { Language, Localized } from "../../../base/localized.ts";
import { decodedUri } from "../../../workspace/file.ts";
import type { Subject } from "../build-model.ts";
import { anchorOf, CARD_WIDTH, card, sizeOf } from "../card.ts";
import { type Asked, shown } from "../filter.ts";
import { frame, headHeight } from "../frame.ts";
import { type Laid, type LaneEdge, type LaneNode, layOut } from "../lanes.ts";
import { legend } from "../legend.ts";
import type { Box, Link, LinkKind, Model } from "../model.ts";
import { layer, type Picture, type Point, type Shape, text } from "../scene.ts";
import { joinedModel, storageParts } from "../storage/build.ts";
import { fitted } from "../text-size.ts";
import type { View } from "../view.ts";
import { wire } from "../wire.ts";

/** Classes, volumes, claims and whoever mounts them, each in a lane. */
export const storage: View = {
  id: "storage",
  title: { en: "Storage", vi: "Lưu trữ" },
  detail: { en: "Detail", vi: "Chi tiết" },
  about: "storage",
  follows: false,
  boxesOf: (subject) => joinedModel(storageParts(subject, undefined)).boxes,
  tell: (subject, asked) => joinedModel(partsShown(subject, asked)),
  draw: drawStorage,
};

const SPACING = { gap: 18, gutter: 128, column: CARD_WIDTH };
/** For a label in a gutter. */
const LABEL = 112;
const PAD = 20;
const MARGIN = 24;
const BETWEEN = 28;
const HEADING = 30;
/** More claims than these are for a filter to find. */
const MOST_CLAIMS = 300;

const LANES: readonly { readonly kinds: readonly Box["kind"][]; readonly title: Localized }[] = [
  { kinds: ["storage-class"], title: { en: "StorageClass", vi: "StorageClass" } },
  { kinds: ["persistent-volume"], title: { en: "PersistentVolume", vi: "PersistentVolume" } },
  { kinds: ["claim"], title: { en: "PersistentVolumeClaim", vi: "PersistentVolumeClaim" } },
  { kinds: ["workload"], title: { en: "Pods", vi: "Pod" } },
];

/** What is missing stands where it should be. */
function laneOf({ kind, caption }: Box): number {
  const lane = LANES.findIndex(({ kinds }) => kinds.includes(kind));
  return lane >= 0
    ? lane
    : Math.max(
        0,
        LANES.findIndex(({ title }) => title.en === caption),
      );
}

interface Part {
  readonly folder: string;
  readonly model: Model;
  /** Claims that are left out. */
  readonly rest: number;
}

function partsShown(subject: Subject, asked: Asked): readonly Part[] {
  const parts = storageParts(subject, asked.focus);
  const isElsewhere = asked.focus !== undefined && !parts.some(({ model }) => has(model, asked.focus));
  const wanted = isElsewhere ? { ...asked, focus: undefined } : asked;
  return parts
    .filter(({ model }) => wanted.focus === undefined || has(model, wanted.focus))
    .map(({ folder, model }) => ({ folder, ...limited(shown(model, wanted)) }))
    .filter(({ model }) => model.boxes.length > 0);
}

const has = ({ boxes }: Model, id: string | undefined): boolean => boxes.some((box) => box.id === id);

/** The first claims, those in trouble before others, and whatever they have to do with. */
function limited(model: Model): { readonly model: Model; readonly rest: number } {
  const claims = model.boxes.filter(({ kind }) => kind === "claim" || kind === "persistent-volume");
  if (claims.length <= MOST_CLAIMS) return { model, rest: 0 };
  const isStuck = ({ marks }: Box): number => Number(marks.some(({ state }) => state === "stuck"));
  const kept = new Set(
    [...claims]
      .sort((a, b) => isStuck(b) - isStuck(a))
      .slice(0, MOST_CLAIMS)
      .map(({ id }) => id),
  );
  const isKept = ({ from, to }: Link): boolean => kept.has(from.box) || kept.has(to.box);
  const links = model.links.filter(isKept);
  for (const { from, to } of links) kept.add(from.box).add(to.box);
  const boxes = model.boxes.filter(({ id }) => kept.has(id));
  return { model: { ...model, boxes, links }, rest: model.boxes.length - boxes.length };
}

function drawStorage(subject: Subject, asked: Asked, language: Language): Picture {
  const parts = partsShown(subject, asked);
  const drawn: Drawn = { frames: [], wires: [], cards: [] };
  let [top, right] = [MARGIN, 0];
  for (const part of parts) {
    if (parts.length > 1) {
      const name = part.folder.split("/").slice(-2).join("/");
      drawn.frames.push(text("frame-name", { x: MARGIN, y: top + 14 }, fitted(decodedUri(name), 15.5, 700)));
      top += HEADING;
    }
    const size = drawPart(part.model, { x: MARGIN, y: top }, drawn, language);
    if (part.rest > 0)
      drawn.cards.push(text("note", { x: MARGIN, y: top + size.height + 18 }, more(part.rest)[language]));
    top += size.height + BETWEEN + (part.rest > 0 ? 18 : 0);
    right = Math.max(right, size.width);
  }
  const kinds = new Set(parts.flatMap(({ model }) => model.links.map(({ kind }): LinkKind => kind)));
  const key = legend({ x: MARGIN, y: top }, language, kinds);
  return {
    width: MARGIN * 2 + Math.max(right, key.width, 320),
    height: top + key.height + MARGIN / 2,
    title: { en: "Storage of the workspace", vi: "Lưu trữ trong workspace" },
    shapes: [
      layer("frames", { en: "Namespaces", vi: "Namespace" }, drawn.frames),
      layer("wires", { en: "Relations", vi: "Quan hệ" }, drawn.wires),
      layer("cards", { en: "Objects", vi: "Đối tượng" }, drawn.cards),
      key.shape,
    ],
  };
}

const more = (count: number): Localized => ({
  en: `and ${count} more: use the filter`,
  vi: `và ${count} đối tượng nữa: hãy dùng bộ lọc`,
});

interface Drawn {
  readonly frames: Shape[];
  readonly wires: Shape[];
  readonly cards: Shape[];
}

function drawPart(
  { boxes, links, namespaces }: Model,
  { x, y }: Point,
  drawn: Drawn,
  language: Language,
): { readonly width: number; readonly height: number } {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const bands = bandsOf(boxes, links, namespaces);
  const lanes = [...new Set(boxes.map(laneOf))].sort();
  const nodes = boxes.map(
    (box): LaneNode => ({
      id: box.id,
      ...sizeOf(box),
      band: bands.get(box.id) ?? namespaces.length,
      side: undefined,
      column: lanes.indexOf(laneOf(box)),
    }),
  );
  const edges = links.flatMap((link): readonly LaneEdge[] => {
    const [from, to] = [byId.get(link.from.box), byId.get(link.to.box)];
    if (!from || !to) return [];
    const [fromOffset, toOffset] = [anchorOf(from, link.from.row), anchorOf(to, link.to.row)];
    return [{ id: link.id, from: from.id, fromOffset, to: to.id, toOffset }];
  });
  const laid = layOut(nodes, edges, SPACING);
  const left = x + PAD;
  for (const [column, lane] of lanes.entries()) {
    const title = LANES[lane]?.title[language] ?? "";
    const middle = left + (laid.columns[column]?.x ?? 0) + CARD_WIDTH / 2;
    drawn.frames.push(text("caption", { x: middle, y: y + 8 }, title, "middle"));
  }
  const tops = groundsOf(laid, lanes, namespaces, { x: left, y: y + 18 }, drawn);
  const lift = (point: Point & { readonly band: number }): Point => ({
    x: left + point.x,
    y: (tops.at[point.band] ?? 0) + point.y,
  });
  for (const box of boxes) {
    const at = laid.nodes.get(box.id);
    if (at) drawn.cards.push(card(box, box.id, lift(at), language));
  }
  for (const link of links) {
    const points = laid.edges.get(link.id);
    const ends = [link.from.row ?? link.from.box, link.to.row ?? link.to.box] as const;
    if (points) drawn.wires.push(wire(link, ends, points.map(lift), LABEL));
  }
  return { width: tops.width, height: tops.bottom - y };
}

/** Frames around the namespaces, and the height at which each band begins. */
function groundsOf(
  laid: Laid,
  lanes: readonly number[],
  namespaces: Model["namespaces"],
  at: Point,
  { frames }: Drawn,
) {
  const first = lanes.findIndex((lane) => lane >= 2);
  const start = laid.columns[first];
  const last = laid.columns.at(-1);
  const right = last ? last.x + last.width : 0;
  const tops: number[] = [];
  let y = at.y;
  for (const [band, namespace] of [...namespaces, undefined].entries()) {
    const height = laid.bandHeights[band] ?? 0;
    if (height === 0) {
      tops.push(y);
      continue;
    }
    const width = right - (start?.x ?? 0) + 2 * PAD;
    const head = namespace && start ? headHeight(namespace, width) : 0;
    tops.push(y + head);
    if (namespace && start) {
      const ground = frame(namespace, { x: at.x + start.x - PAD, y }, width, head + height + PAD);
      frames.push(ground.ground);
    }
    y += head + height + PAD + BETWEEN;
  }
  return { at: tops, bottom: y - BETWEEN, width: right + 2 * PAD };
}

/** What is in no namespace stands beside whatever it serves first; what serves nobody comes last. */
function bandsOf(
  boxes: readonly Box[],
  links: readonly Link[],
  namespaces: Model["namespaces"],
): ReadonlyMap<string, number> {
  const order = new Map(namespaces.map(({ name }, i) => [name, i]));
  const bands = new Map<string, number>();
  for (const { id, namespace } of boxes) {
    const band = order.get(namespace ?? "");
    if (band !== undefined) bands.set(id, band);
  }
  const strong = ["bound", "possible", "impossible", "provides", "dangling"] as const;
  // Twice: a class stands beside its claims, or else beside the volumes that stand beside theirs.
  for (const _ of [1, 2]) {
    for (const kind of strong) {
      for (const link of links) {
        const band = bands.get(link.to.box);
        if (link.kind === kind && band !== undefined && !bands.has(link.from.box)) bands.set(link.from.box, band);
      }
    }
  }
  return bands;
}
