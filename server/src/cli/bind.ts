import { type BindReport, bind as bindDocuments } from "../features/storage/bind.ts";
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
    documentsOf(paths.flatMap((path) => readSources(path, standardInput, unreadable)));
  const before = given.before.length === 0 ? undefined : read(given.before);
  const report = bindDocuments(read(given.paths), before, given.kubernetesVersion);
  return { report, unreadable };
}

/** One at a time, so that a tree can be let go of before the next is made. */
function* documentsOf(sources: readonly Source[]): Generator<YDocument> {
  for (const { text } of sources) for (const piece of splitDocs(text)) yield new YDocument(piece, "manifest");
}
