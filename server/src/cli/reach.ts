import { answer, answerOfDifference } from "../features/network/answer.ts";
import { type Asking, type PlaceOf, type Scene, sceneOf } from "../features/network/scene.ts";
import { isList, resourcesOf } from "../model/resource.ts";
import { classifyFile, patchesOf } from "../workspace/classify.ts";
import { baseName, folderOf } from "../workspace/file.ts";
import { type NetworkPart, networkPartOf } from "../workspace/network-world.ts";
import { YDocument } from "../yaml/document.ts";
import { at } from "../yaml/node.ts";
import { splitDocs } from "../yaml/split.ts";
import { YStream } from "../yaml/stream.ts";
import type { ReachArguments } from "./arguments.ts";
import { UsageError } from "./options.ts";
import { readSources, type Source } from "./sources.ts";

export interface Reached {
  /** Pieces to write one after the other. */
  readonly output: Iterable<string>;
  /** Paths that could not be read, each as a sentence for people. */
  readonly unreadable: readonly string[];
}

/** Reads all paths as one cluster, and that of `--diff` as what it becomes. */
export function reach(given: ReachArguments, standardInput: () => string): Reached {
  const unreadable: string[] = [];
  const read = (paths: readonly string[]): Scene =>
    readScene(
      given,
      paths.flatMap((path) => readSources(path, standardInput, unreadable)),
    );
  const scene = read(given.paths);
  const output =
    given.difference === undefined ? answer(scene, given) : answerOfDifference(scene, read([given.difference]), given);
  return { output, unreadable };
}

/** The files as one cluster, Kubernetes' own manifests only. */
export function readScene(given: Asking, sources: readonly Source[]): Scene {
  const origins = new Map<string, Written>();
  const parts = manifestsAmong(sources).flatMap((source) => partsOf(source, origins));
  const scene = sceneOf(parts, given, placesIn(origins));
  if ("unknown" in scene) throw new UsageError(`no workload and no address range is called "${scene.unknown}"`);
  return scene;
}

/**
 * Neither templates nor patches: what is applied as it stands. A name such as `web-patch.yaml` is that of a patch only
 * where somebody could apply it as one.
 */
function manifestsAmong(sources: readonly Source[]): readonly Source[] {
  const charts = new Set(sources.flatMap(({ file }) => (baseName(file) === "Chart.yaml" ? [folderOf(file)] : [])));
  const patches = new Set<string>();
  const surroundings = {
    hasChart: (folder: string) => charts.has(folder),
    isPatch: (uri: string) => patches.has(uri),
  };
  const roleOf = ({ file, text }: Source) => classifyFile({ uri: file, text }, surroundings).role;
  const kustomizations = sources.filter((source) => roleOf(source) === "kustomization");
  for (const { file, text } of kustomizations) {
    for (const patch of patchesOf(YStream.of(text, "manifest").doc(0), file)) patches.add(patch);
  }
  return sources.filter((source) => {
    const role = roleOf(source);
    return role === "manifest" || (role === "patch" && kustomizations.length === 0 && !source.text.includes("$patch:"));
  });
}

/** Where an object was read: enough to find it again, without holding its tree. */
interface Written {
  readonly source: Source;
  readonly index: number;
  readonly path: readonly (string | number)[];
}

/** One document at a time, so that its tree can be let go of before the next is made. */
function partsOf(source: Source, origins: Map<string, Written>): readonly NetworkPart[] {
  return splitDocs(source.text).flatMap((piece, index) =>
    resourcesOf(new YDocument(piece, "manifest")).flatMap((resource) => {
      if (isList(resource)) return [];
      const origin = `${source.file}#${index}/${resource.path.join("/")}`;
      const part = networkPartOf(resource, origin, "default");
      if (!part) return [];
      origins.set(origin, { source, index, path: resource.path });
      return [part];
    }),
  );
}

/** Reads a file again when somebody wants to know a line of it. */
function placesIn(origins: ReadonlyMap<string, Written>): PlaceOf {
  const streams = new Map<Source, YStream>();
  return (origin, path) => {
    const written = origins.get(origin);
    if (!written) return { file: origin, line: 0 };
    const { source, index } = written;
    const stream = streams.get(source) ?? YStream.of(source.text, "manifest");
    streams.set(source, stream);
    const { root } = stream.doc(index);
    const node = at(root, ...written.path, ...path) ?? at(root, ...written.path);
    return { file: source.name, line: stream.positionAt(index, node?.start ?? 0).line + 1 };
  };
}
