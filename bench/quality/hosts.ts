import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { YDocument } from "../../server/src/yaml/document.ts";
import type { YNode } from "../../server/src/yaml/node.ts";
import { splitDocs } from "../../server/src/yaml/split.ts";
import { dataOf, type Json } from "./data.ts";
import type { Oracle } from "./oracle.ts";

/** One valid document and the file around it. */
export interface Host {
  /** Path of the file within the manifests, then the document's number. */
  readonly name: string;
  readonly path: string;
  readonly file: string;
  /** Where the document stands in the file. */
  readonly start: number;
  readonly text: string;
  readonly root: YNode;
  readonly data: Json;
  readonly group: Group;
}

/** Files that belong together: references between them are looked up here. */
export interface Group {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  readonly objects: readonly Json[];
}

const ARCHIVE = "../shared/corpus/manifests.tar.gz";
const SAMPLES = "bench/quality/samples";
/** Larger ones are definitions of custom kinds: a mistake in them costs the time of twenty others. */
const LONGEST_DOCUMENT = 250;
const LONGEST_FILE = 1000;

/** The folder of real manifests; undefined when they do not lie beside the repository. */
export function corpusFolder(): string | undefined {
  if (!existsSync(ARCHIVE)) return undefined;
  const folder = join(tmpdir(), `kubernetes-authoring-corpus-${statSync(ARCHIVE).mtimeMs}`);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  execFileSync("tar", ["xzf", ARCHIVE, "-C", fresh]);
  renameSync(fresh, folder);
  return folder;
}

/** Our own manifests first: they hold kinds and fields that are rare in the real ones. */
export function readHosts(oracle: Oracle): readonly Host[] {
  const samples = readdirSync(SAMPLES, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yaml"));
  const corpus = corpusFolder();
  return [
    ...hostsIn(SAMPLES, samples.sort(), oracle, "samples"),
    ...(corpus === undefined ? [] : hostsIn(corpus, cleanFiles(corpus), oracle, "")),
  ];
}

/** Files of which every document is valid for Kubernetes 1.36. */
export const cleanFiles = (corpus: string): readonly string[] =>
  readFileSync(join(corpus, "clean-files.txt"), "utf8").trim().split("\n");

function hostsIn(folder: string, paths: readonly string[], oracle: Oracle, prefix: string): readonly Host[] {
  const texts = new Map(
    paths
      .filter((path) => path.endsWith("yaml") || path.endsWith("yml"))
      .map((path) => [join(prefix, path), readFileSync(join(folder, path), "utf8")] as const)
      .filter(([, text]) => text.split("\n").length <= LONGEST_FILE),
  );
  return [...groupBy([...texts.keys()], dirname)].flatMap(([own, members]) => {
    const files = new Map(members.map((path) => [path, texts.get(path) ?? ""]));
    const objects = [...files.values()].flatMap((text) => dataOf(text) ?? []);
    const group: Group = { folder: own, files, objects };
    return members.flatMap((path) => documentsOf(path, texts.get(path) ?? "", group, oracle));
  });
}

export function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function documentsOf(path: string, file: string, group: Group, oracle: Oracle): readonly Host[] {
  let start = 0;
  return splitDocs(file).flatMap((text, index): readonly Host[] => {
    const here = start;
    start += text.length;
    const root = new YDocument(text, "manifest").root;
    const [data = null, ...more] = (dataOf(text) ?? []).filter((each) => each !== null);
    const isUsable = root?.type === "map" && !root.flow && more.length === 0 && oracle.knows(data);
    if (!isUsable || text.includes("\r") || text.split("\n").length > LONGEST_DOCUMENT || !oracle.accepts(data))
      return [];
    return [{ name: `${path}#${index}`, path, file, start: here, text, root, data, group }];
  });
}
