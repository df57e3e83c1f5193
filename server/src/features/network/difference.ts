import { NO_PORTS, type PortSet } from "../../engines/network/ports.ts";
import { type Edge, type End, idOf, type World } from "../../engines/network/world.ts";
import { type Asked, edgesBetween, entranceRows, entrancesAsked } from "./reach.ts";

/** A pair that connects otherwise after than before. */
export interface Change {
  readonly src: string;
  readonly dst: string;
  readonly before: PortSet;
  readonly after: PortSet;
}

/** Compares what is allowed, not what is written: external ranges are cut where either side cuts them. */
export function differences(
  before: { readonly world: World; readonly asked: Asked },
  after: { readonly world: World; readonly asked: Asked },
): readonly Change[] {
  const [old, young] = [picture(before), picture(after)];
  const changes = [...new Set([...old.keys(), ...young.keys()])].flatMap((key) =>
    compare(old.get(key) ?? [], young.get(key) ?? []),
  );
  return changes.sort((a, b) => (`${a.src} ${a.dst}` < `${b.src} ${b.dst}` ? -1 : 1));
}

/** Edges by the workloads at their ends; those with outside share a key for each workload and direction. */
function picture({ world, asked }: { readonly world: World; readonly asked: Asked }): Map<string, Piece[]> {
  const pieces = new Map<string, Piece[]>();
  const put = (key: string, piece: Piece): void => void pieces.set(key, [...(pieces.get(key) ?? []), piece]);
  for (const edge of edgesBetween(world, asked, "open")) put(keyOf(edge), pieceOf(edge));
  for (const { src, dst, ports } of entranceRows(entrancesAsked(world, asked))) {
    put(`${src} ${dst}`, { from: 0n, until: 1n, ports, name: () => ({ src, dst }) });
  }
  return pieces;
}

interface Piece {
  readonly from: bigint;
  readonly until: bigint;
  readonly ports: PortSet;
  readonly name: (from: bigint, until: bigint) => { readonly src: string; readonly dst: string };
}

const keyOf = ({ src, dst }: Edge): string => `${workloadOf(src)} ${workloadOf(dst)}`;

const workloadOf = (end: End): string => (end.kind === "workload" ? end.peer.id : "");

function pieceOf({ src, dst, ports }: Edge): Piece {
  const external = src.kind === "external" ? src : dst.kind === "external" ? dst : undefined;
  const clipped = (end: End, from: bigint, until: bigint): string =>
    idOf(end.kind === "external" ? { ...end, from, until } : end);
  return {
    from: external?.from ?? 0n,
    until: external?.until ?? 1n,
    ports,
    name: (from, until) => ({ src: clipped(src, from, until), dst: clipped(dst, from, until) }),
  };
}

function compare(before: readonly Piece[], after: readonly Piece[]): readonly Change[] {
  const bounds = [...new Set([...before, ...after].flatMap(({ from, until }) => [from, until]))];
  bounds.sort((a, b) => (a < b ? -1 : 1));
  const changes: (Change & { readonly from: bigint; readonly until: bigint })[] = [];
  for (const [i, from] of bounds.entries()) {
    const until = bounds[i + 1];
    if (until === undefined) break;
    const [old, young] = [pieceAt(before, from), pieceAt(after, from)];
    const piece = old ?? young;
    const [was, is] = [old?.ports ?? NO_PORTS, young?.ports ?? NO_PORTS];
    if (!piece || was.key === is.key) continue;
    const last = changes.at(-1);
    const goesOn = last?.until === from && last.before.key === was.key && last.after.key === is.key;
    const start = goesOn && last ? last.from : from;
    if (goesOn) changes.pop();
    changes.push({ ...piece.name(start, until), before: was, after: is, from: start, until });
  }
  return changes.map(({ src, dst, before: was, after: is }) => ({ src, dst, before: was, after: is }));
}

const pieceAt = (pieces: readonly Piece[], point: bigint): Piece | undefined =>
  pieces.find(({ from, until }) => from <= point && point < until);
