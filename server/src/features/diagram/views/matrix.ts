import type { Language, Localized } from "../../../base/localized.ts";
import type { Peer } from "../../../engines/network/parties.ts";
import { ALL_PORTS, NO_PORTS, type PortSet } from "../../../engines/network/ports.ts";
import { edgesFrom } from "../../../engines/network/world.ts";
import { portsInWords } from "../../network/words.ts";
import type { Subject } from "../build-model.ts";
import { type Asked, shown } from "../filter.ts";
import { workloadId } from "../ids.ts";
import { group, type Picture, rect, type Shape, text } from "../scene.ts";
import { fitted, widthOf } from "../text-size.ts";
import { PORT, type View } from "../view.ts";

/** Who reaches whom, as a table of squares; namespaces where there are too many workloads. */
export const matrix: View = {
  id: "matrix",
  title: { en: "Matrix", vi: "Ma trận" },
  about: "network",
  follows: false,
  boxesOf: ({ model }) => model.boxes,
  tell: ({ model }, asked) => shown(model, asked),
  detail: PORT,
  draw: drawMatrix,
};

const MOST = 40;
const CELL = 22;
const MARGIN = 20;

interface Line {
  readonly id: string;
  readonly name: string;
  readonly peers: readonly Peer[];
}

interface Cell {
  readonly open: number;
  readonly full: number;
  readonly pairs: number;
  readonly ports: PortSet;
}

function drawMatrix({ world, model }: Subject, asked: Asked, language: Language): Picture {
  const visible = new Set(shown(model, asked).boxes.map(({ id }) => id));
  const peers = world.parties.peers.filter((peer) => visible.has(workloadId(peer)));
  const lines =
    peers.length > MOST
      ? byNamespace(peers)
      : peers.map((peer) => ({ id: workloadId(peer), name: `${peer.namespace}/${peer.name}`, peers: [peer] }));
  const lineOf = new Map(lines.flatMap((line, i) => line.peers.map((peer) => [peer, i] as const)));
  const cells = countCells({ world }, lines, lineOf);
  const side = Math.min(280, Math.max(90, ...lines.map(({ name }) => widthOf(name, 11)))) + 14;
  const left = MARGIN + side;
  const top = MARGIN + Math.min(side, 180) * 0.72 + 26;
  const corner = { en: "from ↓   to →", vi: "từ ↓   đến →" }[language];
  const shapes: Shape[] = [text("caption", { x: MARGIN, y: top - 8 }, corner)];
  for (const [i, line] of lines.entries()) {
    const shownName = fitted(line.name, 11, side - 12);
    const across = fitted(line.name, 11, 170);
    shapes.push(text("axis", { x: left - 8, y: top + i * CELL + 15 }, shownName, "end"));
    shapes.push(text("axis", { x: left + i * CELL + 14, y: top - 8 }, across, "start", -48));
  }
  for (const [i, from] of lines.entries()) {
    for (const [j, to] of lines.entries()) {
      const at = { x: left + j * CELL, y: top + i * CELL };
      shapes.push(square(from, to, cells[i]?.[j], i === j, at));
    }
  }
  const size = lines.length * CELL;
  return {
    width: left + size + Math.min(side, 180) * 0.72 + MARGIN,
    height: top + size + MARGIN + 26,
    title: { en: "Who reaches whom", vi: "Ai kết nối được tới ai" },
    shapes: [...shapes, key(language, { x: MARGIN, y: top + size + 18 })],
  };
}

function byNamespace(peers: readonly Peer[]): readonly Line[] {
  const groups = new Map<string, Peer[]>();
  for (const peer of peers) groups.set(peer.namespace, [...(groups.get(peer.namespace) ?? []), peer]);
  return [...groups].map(([name, of]) => ({ id: `namespace:${name}`, name: `${name} (${of.length})`, peers: of }));
}

function countCells(
  { world }: Pick<Subject, "world">,
  lines: readonly Line[],
  lineOf: ReadonlyMap<Peer, number>,
): readonly (readonly Cell[])[] {
  return lines.map(({ peers }) => {
    const open = lines.map(() => ({ open: 0, full: 0, ports: NO_PORTS }));
    for (const peer of peers) {
      for (const { dst, ports } of edgesFrom(world, { kind: "workload", peer })) {
        const cell = dst.kind === "workload" ? open[lineOf.get(dst.peer) ?? -1] : undefined;
        if (!cell) continue;
        cell.open++;
        if (ports === ALL_PORTS) cell.full++;
        cell.ports = world.table.union(cell.ports, ports);
      }
    }
    return open.map((cell, j) => {
      const others = lines[j]?.peers ?? [];
      const own = others.filter((peer) => peers.includes(peer)).length;
      return { ...cell, pairs: peers.length * others.length - own };
    });
  });
}

function square(
  from: Line,
  to: Line,
  cell: Cell | undefined,
  isOwn: boolean,
  at: { readonly x: number; readonly y: number },
): Shape {
  const single = from.peers.length === 1 && to.peers.length === 1;
  if (!cell || (isOwn && cell.pairs === 0)) return rect("cell cell-own", at, CELL, CELL);
  const state = cell.open === 0 ? "none" : cell.full === cell.pairs ? "all" : "some";
  const id = `${from.id} => ${to.id}`;
  return group(
    { id, class: `pair ${state}`, title: titleOf(from, to, cell, single), at: undefined, ends: [from.id, to.id] },
    [
      rect(`cell cell-${state}`, at, CELL, CELL),
      ...(state === "some"
        ? [text("tiny", { x: at.x + CELL / 2, y: at.y + 14.5 }, single ? "✓" : String(cell.open), "middle")]
        : []),
      ...(state === "all" ? [text("tiny", { x: at.x + CELL / 2, y: at.y + 14.5 }, "∗", "middle")] : []),
    ],
  );
}

function titleOf(from: Line, to: Line, { open, pairs, ports }: Cell, single: boolean): Localized {
  const { en, vi } = portsInWords(ports);
  if (single) {
    return open === 0
      ? { en: `${from.name} cannot reach ${to.name}`, vi: `${from.name} không kết nối được tới ${to.name}` }
      : { en: `${from.name} reaches ${to.name}: ${en}`, vi: `${from.name} kết nối được tới ${to.name}: ${vi}` };
  }
  return {
    en: `${from.name} to ${to.name}: ${open} of ${pairs} pairs connect (${en})`,
    vi: `${from.name} tới ${to.name}: ${open} trên ${pairs} cặp kết nối được (${vi})`,
  };
}

function key(language: Language, { x, y }: { readonly x: number; readonly y: number }): Shape {
  const meanings = [
    ["all", { en: "∗ all ports", vi: "∗ mọi cổng" }],
    ["some", { en: "✓ some ports, or so many pairs", vi: "✓ một số cổng, hoặc số cặp" }],
    ["none", { en: "nothing", vi: "không gì cả" }],
  ] as const;
  const shapes: Shape[] = [];
  let left = x;
  for (const [state, words] of meanings) {
    shapes.push(
      rect(`cell cell-${state}`, { x: left, y }, 14, 14),
      text("caption", { x: left + 20, y: y + 11 }, words[language]),
    );
    left += 20 + widthOf(words[language], 10.5) + 22;
  }
  return { kind: "layer", class: "legend", title: { en: "Key", vi: "Chú giải" }, shapes };
}
