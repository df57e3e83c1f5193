import type { EntranceEdge } from "../engines/network/entrances.ts";
import { NO_PORTS } from "../engines/network/ports.ts";
import { buildWorld, type End, endsNamed, type World } from "../engines/network/world.ts";
import { differences } from "../features/network/difference.ts";
import { type Asked, entranceRows, entrancesAsked, rowsBetween } from "../features/network/reach.ts";
import { rangeIn } from "../features/places.ts";
import { isList, type Resource, resourcesOf } from "../model/resource.ts";
import type { SchemaStore } from "../schema/store.ts";
import { type NetworkPart, networkInput, networkPartOf } from "../workspace/network-world.ts";
import { type TextFile, Workspace } from "../workspace/workspace.ts";
import { at } from "../yaml/node.ts";
import { type ReachArguments, UsageError } from "./arguments.ts";
import { changesAsCsv, changesAsJson, changesAsText } from "./reach-changes.ts";
import { asCsv } from "./reach-csv.ts";
import { asDot, asMermaid, type Line } from "./reach-graph.ts";
import { asJson } from "./reach-json.ts";
import { asText, explanationsAsText } from "./reach-text.ts";
import { load, readSources } from "./sources.ts";

/** Manifests as a world, and the way back from an answer to a line. */
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

export interface Reached {
  /** The answer, in pieces that may be written one after the other: big worlds make long answers. */
  readonly output: Iterable<string>;
  readonly unreadable: readonly string[];
}

export function reach(given: ReachArguments, store: SchemaStore, standardInput: () => string): Reached {
  const unreadable: string[] = [];
  const scene = readScene(given, given.paths, store, standardInput, unreadable);
  if (given.difference === undefined) return { output: written(given, scene), unreadable };
  const after = readScene(given, [given.difference], store, standardInput, unreadable);
  return { output: changesWritten(given, scene, after), unreadable };
}

function written(given: ReachArguments, scene: Scene): Iterable<string> {
  switch (given.format) {
    case "text":
      return given.explain ? explanationsAsText(scene, given.languages) : asText(scene, given.languages);
    case "json":
      return asJson(scene, given.explain);
    case "csv":
      return asCsv(scene);
    case "dot":
      return asDot(linesOf(scene));
    case "mermaid":
      return asMermaid(linesOf(scene));
  }
}

function changesWritten(given: ReachArguments, before: Scene, after: Scene): Iterable<string> {
  const changes = differences(before, after);
  const lines = (): readonly Line[] =>
    changes.map(({ src, dst, before: was, after: is }) => ({
      src,
      dst,
      label: is === NO_PORTS ? was.key : was === NO_PORTS ? is.key : `${was.key} -> ${is.key}`,
      kind: is === NO_PORTS ? "removed" : was === NO_PORTS ? "added" : "changed",
    }));
  switch (given.format) {
    case "text":
      return changesAsText(changes, given.languages);
    case "json":
      return changesAsJson(changes);
    case "csv":
      return changesAsCsv(changes);
    case "dot":
      return asDot(lines());
    case "mermaid":
      return asMermaid(lines());
  }
}

function readScene(
  given: ReachArguments,
  paths: readonly string[],
  store: SchemaStore,
  standardInput: () => string,
  unreadable: string[],
): Scene {
  const sources = paths.flatMap((path) => readSources(path, standardInput, unreadable));
  const workspace = new Workspace(store);
  workspace.configure({ kubernetesVersion: "", namespace: "default" });
  const names = new Map(sources.map(({ file, name }) => [file, name]));
  const origins = new Map<string, Written>();
  const parts = load(workspace, sources).flatMap((held) =>
    held.role === "manifest" ? partsOf(held, names.get(held.file) ?? held.file, origins) : [],
  );
  const world = buildWorld(networkInput(parts), given.hostNetwork);
  const asked = { from: ends(world, given.from, "--from"), to: ends(world, given.to, "--to") };
  return { world, asked, entrances: entrancesAsked(world, asked), placeOf: placesIn(origins) };
}

interface Written {
  readonly held: TextFile;
  readonly name: string;
  readonly index: number;
  readonly resource: Resource;
}

function partsOf(held: TextFile, name: string, origins: Map<string, Written>): readonly NetworkPart[] {
  return held.stream.docs.flatMap((doc, index) =>
    resourcesOf(doc).flatMap((resource) => {
      if (isList(resource)) return [];
      const origin = `${held.file}#${index}/${resource.path.join("/")}`;
      const part = networkPartOf(resource, origin, "default");
      if (!part) return [];
      origins.set(origin, { held, name, index, resource });
      return [part];
    }),
  );
}

const placesIn =
  (origins: ReadonlyMap<string, Written>): PlaceOf =>
  (origin, path) => {
    const written = origins.get(origin);
    if (!written) return { file: origin, line: 0 };
    const node = at(written.resource.root, ...path) ?? written.resource.root;
    return { file: written.name, line: rangeIn(written.held, written.index, node).start.line + 1 };
  };

function ends(world: World, names: readonly string[], option: string): readonly End[] | undefined {
  if (names.length === 0) return undefined;
  return names.flatMap((name) => {
    const found = endsNamed(world, name);
    if (found.length === 0) throw new UsageError(`${option}: no workload and no address range is called "${name}"`);
    return found;
  });
}

const linesOf = (scene: Scene): readonly Line[] =>
  [...rowsBetween(scene.world, scene.asked), ...entranceRows(scene.entrances)].map(({ src, dst, ports }) => ({
    src,
    dst,
    label: ports.key,
    kind: "same",
  }));
