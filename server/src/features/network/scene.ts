import type { EntranceEdge } from "../../engines/network/entrances.ts";
import { buildWorld, type End, endsNamed, type World } from "../../engines/network/world.ts";
import { type NetworkPart, networkInput } from "../../workspace/network-world.ts";
import { type Asked, entrancesAsked } from "./reach.ts";

/** Manifests as a world, what was asked about it, and the way back from an answer to a line. */
export interface Scene {
  readonly world: World;
  readonly asked: Asked;
  /** Edges from Ingresses and Gateways to workloads that were asked about. */
  readonly entrances: readonly EntranceEdge[];
  readonly placeOf: PlaceOf;
}

/** Where a part of an object stands; lines count from 1. */
export type PlaceOf = (
  origin: string,
  path: readonly (string | number)[],
) => { readonly file: string; readonly line: number };

export interface Asking {
  /** Names of ends; none means everybody. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** What the CNI plugin sees of Pods in their node's network. */
  readonly hostNetwork: "node" | "pod";
}

/** The scene, or the first name that nobody has. */
export function sceneOf(
  parts: Iterable<NetworkPart>,
  asking: Asking,
  placeOf: PlaceOf,
): Scene | { readonly unknown: string } {
  const world = buildWorld(networkInput(parts), asking.hostNetwork);
  const unknown = [...asking.from, ...asking.to].find((name) => endsNamed(world, name).length === 0);
  if (unknown !== undefined) return { unknown };
  const asked = { from: ends(world, asking.from), to: ends(world, asking.to) };
  return { world, asked, entrances: entrancesAsked(world, asked), placeOf };
}

const ends = (world: World, names: readonly string[]): readonly End[] | undefined =>
  names.length === 0 ? undefined : names.flatMap((name) => endsNamed(world, name));
