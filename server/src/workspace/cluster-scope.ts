import type { Configuration } from "./configuration.ts";
import { type FileId, fileId } from "./file.ts";
import type { ResourceIndex } from "./index.ts";
import { belongTogether, keptApart, ownerIn, type Place } from "./scopes.ts";
import { type KustomizeNode, namespaceUnder } from "./scopes-kustomize.ts";
import type { Entry } from "./view.ts";

/** Of whose cluster the question is. */
export interface Asking {
  readonly root: string;
  readonly configuration: Configuration;
  readonly defaultNamespace: string;
}

/** Of more builds than this only the first are looked at. */
const MOST_BUILDS = 3;

/**
 * What goes into the clusters that a file may end in: one for each outermost kustomize build that holds it, else that of
 * the files it belongs together with.
 */
export function clusterScopes(index: ResourceIndex, file: FileId, asking: Asking): readonly ClusterScope[] {
  const here = index.scopes.place(file);
  const outermost = here.builds.filter(({ includers }) => includers.length === 1).slice(0, MOST_BUILDS);
  const builds = outermost.length === 0 ? [undefined] : outermost;
  return builds.map((build) => new ClusterScope(index, here, build, asking));
}

/** The files of one cluster, and the namespaces that their objects get there. */
export class ClusterScope {
  readonly #index: ResourceIndex;
  readonly #here: Place;
  readonly #build: KustomizeNode | undefined;
  readonly #asking: Asking;

  constructor(index: ResourceIndex, here: Place, build: KustomizeNode | undefined, asking: Asking) {
    this.#index = index;
    this.#here = here;
    this.#build = build;
    this.#asking = asking;
  }

  /** Scopes of one state of the index with equal keys, and with one configuration, are the same. */
  get key(): string {
    const { chart, folder, owners } = this.#here;
    const of = this.#build ? ["build", this.#build.folder] : ["folder", chart, folder, owners.length];
    return JSON.stringify([this.#asking.root, this.#asking.defaultNamespace, ...of]);
  }

  /** In order. */
  files(): readonly FileId[] {
    return [...new Set(this.#candidates())].sort().filter((file) => this.#standing(file) === "inside");
  }

  /** Whether a file is of another project that may end in the same cluster all the same. */
  isStranger(file: FileId): boolean {
    return this.#standing(file) === "stranger";
  }

  namespaceOf({ file, facts }: Entry): string {
    const place = this.#index.scopes.place(file);
    const owner = this.#build && ownerIn(this.#build, place);
    const given = this.#build && owner ? namespaceUnder(this.#build, owner) : place.owners[0]?.namespace;
    const { configuration, defaultNamespace } = this.#asking;
    return given ?? facts.namespace ?? configuration.defaultNamespace ?? defaultNamespace;
  }

  /** Where to look: every other file is outside for certain. */
  *#candidates(): Iterable<FileId> {
    const { folders } = this.#index;
    const { folder, chart, owners } = this.#here;
    if (this.#build)
      for (const node of this.#build.closure) {
        for (const file of node.files) yield fileId(file);
        yield* folders.in(node.folder);
      }
    else if (owners.length > 0) yield* this.#index.files();
    else if (chart !== undefined) yield* folders.below(chart);
    else yield* folders.around(folder);
  }

  #standing(file: FileId): "inside" | "stranger" | "apart" {
    const place = this.#index.scopes.place(file);
    const isInRoot = file === this.#here.file || file.startsWith(`${this.#asking.root}/`);
    if (place.isPatch || !isInRoot || keptApart(this.#here, place)) return "apart";
    const isInside = this.#build ? ownerIn(this.#build, place) !== undefined : belongTogether(this.#here, place);
    return isInside ? "inside" : "stranger";
  }
}

/** Keeps what was made of a scope until the revision is another one. */
export class KeptByScope<V> {
  readonly #kept = new WeakMap<ResourceIndex, { readonly revision: number; readonly made: ByConfiguration<V> }>();

  of(index: ResourceIndex, revision: number, configuration: Configuration, key: string, make: () => V): V {
    let kept = this.#kept.get(index);
    if (kept?.revision !== revision) {
      kept = { revision, made: new WeakMap() };
      this.#kept.set(index, kept);
    }
    const made = kept.made.get(configuration) ?? new Map<string, V>();
    kept.made.set(configuration, made);
    const known = made.get(key) ?? make();
    made.set(key, known);
    return known;
  }
}

type ByConfiguration<V> = WeakMap<Configuration, Map<string, V>>;
