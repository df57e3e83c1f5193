import { type BindReport, bind as bindDocuments } from "../features/storage/bind.ts";
import { classifyFile } from "../workspace/classify.ts";
import { baseName, folderOf } from "../workspace/file.ts";
import { YDocument } from "../yaml/document.ts";
import { splitDocs } from "../yaml/split.ts";
import type { BindArguments } from "./arguments.ts";
import { readSources, type Source } from "./sources.ts";

interface Bound {
  readonly report: BindReport;
  /** Paths that could not be read, each as a sentence for people. */
  readonly unreadable: readonly string[];
}

/** Reads all paths as one cluster, and those of `--before` as what was there before. */
export function bind(given: BindArguments, standardInput: () => string): Bound {
  const unreadable: string[] = [];
  const read = (paths: readonly string[]): Iterable<YDocument> =>
    documentsOf(paths.flatMap((path) => manifestsBelow(path, readSources(path, standardInput, unreadable))));
  const before = given.before.length === 0 ? undefined : read(given.before);
  const report = bindDocuments(read(given.paths), before, given.kubernetesVersion);
  return { report, unreadable };
}

/** A file that is named is taken at its word; of a folder's files templates and values are no manifests. */
function manifestsBelow(path: string, sources: readonly Source[]): readonly Source[] {
  const charts = new Set(sources.flatMap(({ file }) => (baseName(file) === "Chart.yaml" ? [folderOf(file)] : [])));
  const known = { hasChart: (folder: string) => charts.has(folder), isPatch: () => false };
  return sources.filter(({ name, file, text }) => {
    const { role } = classifyFile({ uri: file, text }, known);
    return name === path || role === "manifest" || role === "patch";
  });
}

/** One at a time, so that a tree can be let go of before the next is made. */
function* documentsOf(sources: readonly Source[]): Generator<YDocument> {
  for (const { text } of sources) for (const piece of splitDocs(text)) yield new YDocument(piece, "manifest");
}
