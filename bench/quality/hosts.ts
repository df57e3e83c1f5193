import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { YDocument } from "../../server/src/yaml/document.ts";
import type { YNode } from "../../server/src/yaml/node.ts";
import { splitDocs } from "../../server/src/yaml/split.ts";
import { corpusFolder } from "../../test/kit/corpus.ts";
import { dataOf, type Json } from "./data.ts";
import type { Oracle } from "./oracle.ts";

/** One valid document and the file around it. What costs time is found out when somebody asks. */
export interface Host {
  /** Path of the file within the manifests, then the document's number. */
  readonly name: string;
  readonly path: string;
  readonly file: string;
  /** Where the document stands in the file. */
  readonly start: number;
  readonly text: string;
  readonly root: YNode;
  readonly group: Group;
  readonly data: Json;
  /** The official schema takes it. */
  readonly isValid: boolean;
}

/** Files that belong together: references between them are looked up here. */
export interface Group {
  readonly files: ReadonlyMap<string, string>;
  readonly objects: readonly Json[];
}

/** Ours hold kinds and fields that are rare in real ones. Those in `broken` are wrong on purpose. */
const EXAMPLES = "examples";
/** Larger ones are definitions of custom kinds: a mistake in them costs the time of twenty others. */
const LONGEST_DOCUMENT = 250;
const LONGEST_FILE = 1000;

/** Documents of our own examples, and of a folder of real manifests where there is one. */
export function readHosts(folder: string | undefined, oracle: Oracle): readonly Host[] {
  const corpus = folder ?? corpusFolder();
  const examples = manifestsIn(EXAMPLES).filter((path) => !path.startsWith("broken"));
  return [
    ...hostsIn(EXAMPLES, examples, oracle),
    ...(corpus === undefined ? [] : hostsIn(corpus, cleanFiles(corpus), oracle)),
  ];
}

/** The files that a corpus lists as valid, or all of its manifests where it lists none. */
export function cleanFiles(corpus: string): readonly string[] {
  const list = join(corpus, "clean-files.txt");
  return existsSync(list) ? readFileSync(list, "utf8").trim().split("\n") : manifestsIn(corpus);
}

const manifestsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.ya?ml$/.test(path) && !path.includes("node_modules"))
    .sort();

function hostsIn(folder: string, paths: readonly string[], oracle: Oracle): readonly Host[] {
  const texts = new Map(
    paths
      .filter((path) => path.endsWith("yaml") || path.endsWith("yml"))
      .map((path) => [path, readFileSync(join(folder, path), "utf8")] as const)
      .filter(([, text]) => text.split("\n").length <= LONGEST_FILE),
  );
  return [...groupBy([...texts.keys()], dirname).values()].flatMap((members) => {
    const group = new Folder(new Map(members.map((path) => [path, texts.get(path) ?? ""])));
    group.hosts = members.flatMap((path) => documentsOf(path, texts.get(path) ?? "", group, oracle));
    return group.hosts;
  });
}

class Folder implements Group {
  readonly files: ReadonlyMap<string, string>;
  hosts: readonly Host[] = [];
  #objects: readonly Json[] | undefined;

  constructor(files: ReadonlyMap<string, string>) {
    this.files = files;
  }

  get objects(): readonly Json[] {
    this.#objects ??= this.hosts.filter(({ isValid }) => isValid).map(({ data }) => data);
    return this.#objects;
  }
}

export function groupBy<T, K>(list: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function documentsOf(path: string, file: string, group: Group, oracle: Oracle): readonly Host[] {
  let start = 0;
  return splitDocs(file).flatMap((text, index): readonly Host[] => {
    const here = start;
    start += text.length;
    const { root } = new YDocument(text, "manifest");
    const isUsable = root?.type === "map" && !root.flow && !text.includes("\r");
    if (!isUsable || text.split("\n").length > LONGEST_DOCUMENT) return [];
    return [new FileDocument({ name: `${path}#${index}`, path, file, start: here, text, root, group }, oracle)];
  });
}

class FileDocument implements Host {
  readonly name: string;
  readonly path: string;
  readonly file: string;
  readonly start: number;
  readonly text: string;
  readonly root: YNode;
  readonly group: Group;
  readonly #oracle: Oracle;
  #data: Json | undefined;
  #isValid: boolean | undefined;

  constructor(place: Omit<Host, "data" | "isValid">, oracle: Oracle) {
    this.name = place.name;
    this.path = place.path;
    this.file = place.file;
    this.start = place.start;
    this.text = place.text;
    this.root = place.root;
    this.group = place.group;
    this.#oracle = oracle;
  }

  get data(): Json {
    if (this.#data === undefined) {
      const [data = null, ...more] = (dataOf(this.text) ?? []).filter((each) => each !== null);
      this.#data = more.length > 0 ? null : data;
    }
    return this.#data;
  }

  get isValid(): boolean {
    this.#isValid ??= this.#oracle.knows(this.data) && this.#oracle.accepts(this.data);
    return this.#isValid;
  }
}
