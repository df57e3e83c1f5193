import { never } from "../../base/never.ts";
import { place } from "./place.ts";

/** A box to be put somewhere. */
export interface LaneNode {
  /** Also its order among equals: an edit that leaves the id alone leaves the place alone. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Bands lie below one another, across all columns. */
  readonly band: number;
  /** In a column of its own, before or after all others. */
  readonly side: "source" | "target" | undefined;
  /** Where it is to stand, whoever leads to it; edges then have to run to the right. */
  readonly column?: number;
}

/** From one box to another; offsets count from the tops of the boxes. */
export interface LaneEdge {
  readonly id: string;
  readonly from: string;
  readonly fromOffset: number;
  readonly to: string;
  readonly toOffset: number;
}

export interface Laid {
  readonly nodes: ReadonlyMap<string, LaidNode>;
  /** Corners by edge, from its source to its target; between two of them it may bend, inside a gutter. */
  readonly edges: ReadonlyMap<string, readonly LaidPoint[]>;
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  readonly bandHeights: readonly number[];
}

/** `y` counts from the top of the band. */
export interface LaidNode {
  readonly x: number;
  readonly y: number;
  readonly band: number;
  readonly column: number;
}

export interface LaidPoint {
  readonly x: number;
  readonly y: number;
  readonly band: number;
}

export interface Spacing {
  /** Between boxes of a column. */
  readonly gap: number;
  /** Between columns: where edges bend. */
  readonly gutter: number;
  /** Of every column but those of sources and targets, so that columns of several layouts stand below one another. */
  readonly column: number;
}

/** A place in a column: a box, or where an edge passes through. */
interface Cell {
  readonly key: string;
  readonly node: LaneNode | undefined;
  readonly band: number;
  readonly column: number;
  readonly height: number;
  readonly before: Joint[];
  readonly after: Joint[];
  order: number;
  y: number;
}

interface Joint {
  readonly cell: Cell;
  readonly own: number;
  readonly other: number;
}

/** How much room an edge has that passes through a column. */
const LANE = 14;

/**
 * Columns from left to right by the longest way from a source, as Sugiyama, Tagawa and Toda do it: edges that span
 * several columns get a lane in each, cells are ordered by their neighbours, then pulled level with them. No chance and
 * no clock: the same input gives the same places.
 */
export function layOut(nodes: readonly LaneNode[], edges: readonly LaneEdge[], { gap, gutter, column }: Spacing): Laid {
  const sorted = [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(sorted.map((node) => [node.id, node]));
  const forward = withoutCycles(sorted, edges);
  const columns = columnsOf(sorted, forward);
  const cells = new Map<string, Cell>();
  for (const node of sorted)
    cells.set(node.id, cellOf(node.id, node, node.band, columns.get(node.id) ?? 0, node.height));
  const chains = forward.map((edge) => chainOf(edge, byId, cells));
  const grid = gridOf(cells);
  orderCells(grid);
  placeCells(grid, gap);
  return drawn(grid, cells, chains, gutter, column);
}

interface Directed extends LaneEdge {
  /** Turned around, so that everything runs to the right. */
  readonly turned: boolean;
}

/** Depth first in order of ids: an edge back to where we come from is turned around. */
function withoutCycles(nodes: readonly LaneNode[], edges: readonly LaneEdge[]): readonly Directed[] {
  const out = new Map<string, LaneEdge[]>();
  for (const edge of [...edges].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const list = out.get(edge.from);
    if (list) list.push(edge);
    else out.set(edge.from, [edge]);
  }
  const state = new Map<string, "open" | "done">();
  const turned = new Set<string>();
  const visit = (id: string): void => {
    state.set(id, "open");
    for (const edge of out.get(id) ?? []) {
      const at = state.get(edge.to);
      if (at === "open") turned.add(edge.id);
      else if (at === undefined) visit(edge.to);
    }
    state.set(id, "done");
  };
  const hasEntrance = new Set(edges.map(({ to }) => to));
  for (const node of nodes) if (!hasEntrance.has(node.id) && !state.has(node.id)) visit(node.id);
  for (const node of nodes) if (!state.has(node.id)) visit(node.id);
  return edges
    .filter(({ from, to }) => from !== to)
    .map((edge) => {
      const { from, fromOffset, to, toOffset } = edge;
      return turned.has(edge.id)
        ? { ...edge, from: to, fromOffset: toOffset, to: from, toOffset: fromOffset, turned: true }
        : { ...edge, turned: false };
    });
}

function columnsOf(nodes: readonly LaneNode[], edges: readonly Directed[]): ReadonlyMap<string, number> {
  const first = nodes.some(({ side }) => side === "source") ? 1 : 0;
  const before = grouped(edges, ({ to }) => to);
  const after = grouped(edges, ({ from }) => from);
  const columns = new Map(nodes.flatMap(({ id, column }) => (column === undefined ? [] : [[id, column] as const])));
  const sides = new Map(nodes.map(({ id, side }) => [id, side]));
  const columnOf = (id: string): number => {
    const known = columns.get(id);
    if (known !== undefined) return known;
    const sources = before.get(id) ?? [];
    const column = sides.get(id) === "source" ? 0 : Math.max(first, ...sources.map(({ from }) => columnOf(from) + 1));
    columns.set(id, column);
    return column;
  };
  for (const { id } of nodes) columnOf(id);
  // What nobody inside leads to stands right before what it leads to.
  for (const { id, side, column } of nodes) {
    const hasInner = (before.get(id) ?? []).some(({ from }) => sides.get(from) === undefined);
    const targets = (after.get(id) ?? []).filter(({ to }) => sides.get(to) !== "target");
    if (side !== undefined || column !== undefined || hasInner || targets.length === 0) continue;
    columns.set(id, Math.max(first, Math.min(...targets.map(({ to }) => (columns.get(to) ?? 1) - 1))));
  }
  const last = Math.max(0, ...nodes.flatMap(({ id, side }) => (side === "target" ? [] : [columns.get(id) ?? 0])));
  for (const { id, side } of nodes) if (side === "target") columns.set(id, last + 1);
  return columns;
}

interface Chain {
  readonly edge: Directed;
  readonly cells: readonly Cell[];
}

function chainOf(edge: Directed, nodes: ReadonlyMap<string, LaneNode>, cells: Map<string, Cell>): Chain {
  const from = cells.get(edge.from) ?? never("a box at the start of an edge");
  const to = cells.get(edge.to) ?? never("a box at the end of an edge");
  const band = nodes.get(edge.turned ? edge.from : edge.to)?.band ?? 0;
  const chain = [from];
  for (let column = from.column + 1; column < to.column; column++) {
    const key = `${edge.id} ${column}`;
    const lane = cellOf(key, undefined, band, column, LANE);
    cells.set(key, lane);
    chain.push(lane);
  }
  chain.push(to);
  for (const [i, cell] of chain.entries()) {
    const next = chain[i + 1];
    if (!next) break;
    const own = cell === from ? edge.fromOffset : LANE / 2;
    const other = next === to ? edge.toOffset : LANE / 2;
    cell.after.push({ cell: next, own, other });
    next.before.push({ cell, own: other, other: own });
  }
  return { edge, cells: chain };
}

const cellOf = (key: string, node: LaneNode | undefined, band: number, column: number, height: number): Cell => ({
  key,
  node,
  band,
  column,
  height,
  before: [],
  after: [],
  order: 0,
  y: 0,
});

/** By column, cells of one band together. */
function gridOf(cells: ReadonlyMap<string, Cell>): Cell[][] {
  const grid: Cell[][] = [];
  for (const cell of [...cells.values()].sort((a, b) => a.band - b.band || (a.key < b.key ? -1 : 1))) {
    while (grid.length <= cell.column) grid.push([]);
    grid[cell.column]?.push(cell);
  }
  for (const column of grid) number(column);
  return grid;
}

function number(column: readonly Cell[]): void {
  for (const [i, cell] of column.entries()) cell.order = i;
}

const SWEEPS = 6;

/** Barycentres, to and fro. Cells without neighbours keep their place among the others. */
function orderCells(grid: readonly Cell[][]): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isForward = sweep % 2 === 0;
    for (const column of isForward ? grid : [...grid].reverse()) {
      const weight = new Map<Cell, number>(
        column.map((cell) => [cell, meanOrder(isForward ? cell.before : cell.after, cell.order)]),
      );
      column.sort(
        (a, b) =>
          a.band - b.band ||
          (weight.get(a) ?? 0) - (weight.get(b) ?? 0) ||
          a.order - b.order ||
          (a.key < b.key ? -1 : 1),
      );
      number(column);
    }
  }
}

function meanOrder(joints: readonly Joint[], otherwise: number): number {
  if (joints.length === 0) return otherwise;
  // A row further down in its box comes after one further up.
  return joints.reduce((sum, { cell, other }) => sum + cell.order + other / 1000, 0) / joints.length;
}

/** Pulls cells level with those they are joined to, first with one side, then with both. */
function placeCells(grid: readonly Cell[][], gap: number): void {
  const bands = new Set(grid.flat().map(({ band }) => band));
  for (const band of bands) {
    const columns = grid.map((column) => column.filter((cell) => cell.band === band));
    const settle = (column: readonly Cell[], jointsOf: (cell: Cell) => readonly Joint[]): void => {
      const wishes = column.map((cell) => {
        const joints = jointsOf(cell).filter((joint) => joint.cell.band === band);
        if (joints.length === 0) return { height: cell.height, wish: cell.y, weight: 0.05 };
        const sum = joints.reduce((all, { cell: { y }, own, other }) => all + y + other - own, 0);
        return { height: cell.height, wish: sum / joints.length, weight: cell.node ? 1 : 2 };
      });
      for (const [i, y] of place(wishes, gap).entries()) {
        const cell = column[i];
        if (cell) cell.y = y;
      }
    };
    for (const column of columns) settle(column, () => []);
    for (let round = 0; round < 2; round++) {
      for (const column of columns) settle(column, ({ before }) => before);
      for (const column of [...columns].reverse()) settle(column, ({ after }) => after);
    }
    for (const column of columns) settle(column, ({ before, after }) => [...before, ...after]);
    const top = Math.min(...columns.flat().map(({ y }) => y));
    for (const cell of columns.flat()) cell.y -= top;
  }
}

function drawn(
  grid: readonly Cell[][],
  cells: ReadonlyMap<string, Cell>,
  chains: readonly Chain[],
  gutter: number,
  least: number,
): Laid {
  const columns: { x: number; width: number }[] = [];
  let x = 0;
  for (const column of grid) {
    const isInner = column.some(({ node }) => node && node.side === undefined);
    const width = Math.max(isInner ? least : 0, ...column.map(({ node }) => node?.width ?? 0));
    columns.push({ x, width });
    x += width + gutter;
  }
  const bandHeights: number[] = [];
  const nodes = new Map<string, LaidNode>();
  for (const { key, node, band, column, y, height } of cells.values()) {
    while (bandHeights.length <= band) bandHeights.push(0);
    bandHeights[band] = Math.max(bandHeights[band] ?? 0, y + height);
    if (node) nodes.set(key, { x: columns[column]?.x ?? 0, y, band, column });
  }
  const edges = new Map(chains.map((chain) => [chain.edge.id, pointsOf(chain, columns)]));
  return { nodes, edges, columns, bandHeights };
}

function pointsOf({ edge, cells }: Chain, columns: readonly { readonly x: number; readonly width: number }[]) {
  const points: LaidPoint[] = [];
  for (const [i, { node, column, band, y }] of cells.entries()) {
    const { x, width } = columns[column] ?? { x: 0, width: 0 };
    const at = (px: number, offset: number): void => void points.push({ x: px, y: y + offset, band });
    if (i === 0) {
      at(x + (node?.width ?? 0), edge.fromOffset);
      if ((node?.width ?? 0) < width) at(x + width, edge.fromOffset);
    } else if (i === cells.length - 1) at(x, edge.toOffset);
    else {
      at(x, LANE / 2);
      at(x + width, LANE / 2);
    }
  }
  return edge.turned ? points.reverse() : points;
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
