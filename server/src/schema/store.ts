import type { DefinitionLines, Gvk, KindEntry, KindTable, Schema, SchemaIndex } from "./types.ts";

/** The shipped schemas. Nothing is read before it is asked for, and what releases share is parsed once. */
export class SchemaStore {
  /** Oldest first. */
  readonly versions: readonly string[];
  readonly #read: (name: string) => string;
  readonly #builtin: Lines;
  readonly #releases = new Map<string, Table>();
  readonly #requested = new Map<string, ReleaseSchemas>();
  #custom: Table | undefined;

  /** `read` gives the text of a file of `dist/schemas` by its name, "releases/1.36.json". */
  constructor(read: (name: string) => string) {
    this.#read = read;
    // The build wrote these files to the types' contract, here and in the other places that parse them.
    const index = JSON.parse(read("index.json")) as SchemaIndex;
    this.versions = index.releases;
    this.#builtin = new Lines(read, "");
  }

  /**
   * Schemas for a Kubernetes version such as "1.31", "v1.31.4" or "latest"; the nearest lower release stands in. The same
   * request gets the same answer, so that what is derived from it is made once.
   */
  forVersion(requested: string): ReleaseSchemas {
    let schemas = this.#requested.get(requested);
    if (!schemas) {
      schemas = this.#schemasFor(requested);
      this.#requested.set(requested, schemas);
    }
    return schemas;
  }

  #schemasFor(requested: string): ReleaseSchemas {
    const version = this.#nearest(requested);
    return new ReleaseSchemas({
      version,
      requested,
      release: this.#release(version),
      newest: () => this.#release(this.versions.at(-1) ?? version),
      custom: () => this.#customTable(),
      serving: (gvk) => this.versions.filter((release) => this.#release(release).kind(gvk) !== undefined),
    });
  }

  #nearest(requested: string): string {
    const [oldest, newest] = [this.versions[0] ?? "", this.versions.at(-1) ?? ""];
    const minor = minorOf(requested);
    if (minor === undefined) return newest;
    return this.versions.findLast((version) => (minorOf(version) ?? 0) <= minor) ?? oldest;
  }

  #release(version: string): Table {
    const known = this.#releases.get(version);
    if (known !== undefined) return known;
    const { kinds, definitions } = JSON.parse(this.#read(`releases/${version}.json`)) as KindTable;
    const table = new Table(kinds, () => definitions, this.#builtin);
    this.#releases.set(version, table);
    return table;
  }

  #customTable(): Table {
    this.#custom ??= new Table(
      JSON.parse(this.#read("custom-kinds.json")) as readonly KindEntry[],
      () => JSON.parse(this.#read("custom-names.json")) as DefinitionLines,
      new Lines(this.#read, "custom-"),
    );
    return this.#custom;
  }
}

/** The minor number of "1.31", "v1.31.4" or "1.31+"; undefined for what is no version, such as "latest". */
function minorOf(version: string): number | undefined {
  const minor = /^v?1\.(\d+)/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}

interface Sources {
  readonly version: string;
  readonly requested: string;
  readonly release: Table;
  readonly newest: () => Table;
  readonly custom: () => Table;
  readonly serving: (gvk: Gvk) => readonly string[];
}

/** The kinds and definitions of one Kubernetes release, and the custom resources that ship with us. */
export class ReleaseSchemas {
  /** The release that the schemas are of. */
  readonly version: string;
  /** The version that was asked for. */
  readonly requested: string;
  /** Whether the schemas are of the release that was asked for rather than of one near it. */
  readonly exact: boolean;
  readonly #sources: Sources;
  #kinds: readonly KindEntry[] | undefined;

  constructor(sources: Sources) {
    this.version = sources.version;
    this.requested = sources.requested;
    const minor = minorOf(sources.requested);
    this.exact = minor === undefined || minor === minorOf(sources.version);
    this.#sources = sources;
  }

  definition(name: string): Schema | undefined {
    return this.#tableOf(name).definition(name);
  }

  /** The English description of a definition or of one of its fields; undefined when there is none. */
  describe(definition: string, field = ""): string | undefined {
    const texts = this.#tableOf(definition).describe(definition);
    return Object.hasOwn(texts, field) ? texts[field] : undefined;
  }

  /** Built-in kinds first, then the custom resources that ship with us. */
  kinds(): readonly KindEntry[] {
    this.#kinds ??= [...this.#sources.release.kinds, ...this.#sources.custom().kinds];
    return this.#kinds;
  }

  kind(gvk: Gvk): KindEntry | undefined {
    const builtin = this.#sources.release.kind(gvk);
    // A custom resource's group is a domain name.
    return builtin === undefined && gvk.group.includes(".") ? this.#sources.custom().kind(gvk) : builtin;
  }

  /** Every kind of this name: built-in before custom, stable versions before beta and alpha ones. */
  kindsNamed(kind: string): readonly KindEntry[] {
    return [...this.#sources.release.named(kind), ...this.#sources.custom().named(kind)];
  }

  /** The shipped releases that serve a built-in kind, oldest first. Reads the tables of all of them. */
  serving(gvk: Gvk): readonly string[] {
    return this.#sources.serving(gvk);
  }

  /** Whether the group is one of Kubernetes itself, in this release. */
  isBuiltin(group: string): boolean {
    return this.#sources.release.kinds.some((entry) => entry.group === group);
  }

  /** Custom resources refer to types of Kubernetes itself as the newest release has them. */
  #tableOf(name: string): Table {
    const { release, newest, custom } = this.#sources;
    if (release.has(name)) return release;
    if (!name.startsWith("io.k8s.")) return custom();
    return newest().has(name) ? newest() : custom();
  }
}

/** A kind table with the lines that it points into. */
class Table {
  readonly kinds: readonly KindEntry[];
  readonly #readNames: () => DefinitionLines;
  #names: DefinitionLines | undefined;
  readonly #lines: Lines;
  readonly #byKind = new Map<string, KindEntry[]>();

  constructor(kinds: readonly KindEntry[], readNames: () => DefinitionLines, lines: Lines) {
    this.kinds = kinds;
    this.#readNames = readNames;
    this.#lines = lines;
    for (const entry of kinds) {
      const same = this.#byKind.get(entry.kind);
      if (same === undefined) this.#byKind.set(entry.kind, [entry]);
      else same.push(entry);
    }
  }

  has(name: string): boolean {
    return this.#place(name) !== undefined;
  }

  definition(name: string): Schema | undefined {
    const place = this.#place(name);
    return place && this.#lines.definition(place[0]);
  }

  describe(name: string): Readonly<Record<string, string>> {
    const place = this.#place(name);
    return place === undefined || place[1] < 0 ? {} : this.#lines.descriptions(place[1]);
  }

  #place(name: string): DefinitionLines[string] | undefined {
    this.#names ??= this.#readNames();
    return Object.hasOwn(this.#names, name) ? this.#names[name] : undefined;
  }

  kind({ group, version, kind }: Gvk): KindEntry | undefined {
    return this.#byKind.get(kind)?.find((entry) => entry.group === group && entry.version === version);
  }

  named(kind: string): readonly KindEntry[] {
    return this.#byKind.get(kind) ?? [];
  }
}

/** A pair of line files; lines are parsed one by one and kept. */
class Lines {
  readonly #read: (name: string) => string;
  readonly #prefix: string;
  readonly #definitions = new Map<number, Schema>();
  readonly #descriptions = new Map<number, Readonly<Record<string, string>>>();
  #definitionLines: readonly string[] | undefined;
  #descriptionLines: readonly string[] | undefined;

  constructor(read: (name: string) => string, prefix: string) {
    this.#read = read;
    this.#prefix = prefix;
  }

  definition(line: number): Schema | undefined {
    this.#definitionLines ??= this.#read(`${this.#prefix}definitions.ndjson`).split("\n");
    return parsed<Schema>(this.#definitions, this.#definitionLines, line);
  }

  descriptions(line: number): Readonly<Record<string, string>> {
    this.#descriptionLines ??= this.#read(`${this.#prefix}descriptions.ndjson`).split("\n");
    return parsed(this.#descriptions, this.#descriptionLines, line) ?? {};
  }
}

function parsed<Value>(known: Map<number, Value>, lines: readonly string[], line: number): Value | undefined {
  const before = known.get(line);
  const text = lines[line];
  if (before !== undefined || text === undefined) return before;
  const value = JSON.parse(text) as Value;
  known.set(line, value);
  return value;
}
