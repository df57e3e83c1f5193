import { answer, answerOfDifference } from "../features/network/answer.ts";
import { type PlaceOf, type Scene, sceneOf } from "../features/network/scene.ts";
import { rangeIn } from "../features/places.ts";
import { isList, type Resource, resourcesOf } from "../model/resource.ts";
import type { SchemaStore } from "../schema/store.ts";
import { type NetworkPart, networkPartOf } from "../workspace/network-world.ts";
import { type TextFile, Workspace } from "../workspace/workspace.ts";
import { at } from "../yaml/node.ts";
import { type ReachArguments, UsageError } from "./arguments.ts";
import { load, readSources } from "./sources.ts";

export interface Reached {
  /** Pieces to write one after the other. */
  readonly output: Iterable<string>;
  /** Paths that could not be read, each as a sentence for people. */
  readonly unreadable: readonly string[];
}

/** Reads all paths as one cluster, and that of `--diff` as what it becomes. */
export function reach(given: ReachArguments, store: SchemaStore, standardInput: () => string): Reached {
  const unreadable: string[] = [];
  const read = (paths: readonly string[]): Scene => readScene(given, paths, store, standardInput, unreadable);
  const scene = read(given.paths);
  const output =
    given.difference === undefined ? answer(scene, given) : answerOfDifference(scene, read([given.difference]), given);
  return { output, unreadable };
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
  const scene = sceneOf(parts, given, placesIn(origins));
  if ("unknown" in scene) throw new UsageError(`no workload and no address range is called "${scene.unknown}"`);
  return scene;
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
