import { isMap, type JsonMap } from "../base/json.ts";
import { Memo } from "../base/memo.ts";
import { isLimit } from "../engines/binder/limits.ts";
import { isNamespaced, type Manifest } from "../engines/binder/manifest.ts";
import type { StoragePart } from "../model/storage-part.ts";
import { type Configuration, knownOutside, storageClassesOf } from "./configuration.ts";
import type { FileId } from "./file.ts";
import type { ResourceIndex } from "./index.ts";
import { belongTogether, keptApart, ownerIn, type Place } from "./scopes.ts";
import { type KustomizeNode, namespaceUnder } from "./scopes-kustomize.ts";
import { type Sent, StorageCluster, type Surroundings } from "./storage-cluster.ts";
import type { Entry } from "./view.ts";

interface Asking {
  readonly root: string;
  readonly version: string;
  readonly configuration: Configuration;
  readonly defaultNamespace: string;
}

/** Of more builds than this only the first are looked at. */
const MOST_BUILDS = 3;

/**
 * The clusters that a file may end in: one for each outermost kustomize build that holds it, else that of the files it
 * belongs together with. Made when somebody asks, and kept until something about storage changes.
 */
export function storageClusters(index: ResourceIndex, file: FileId, asking: Asking): readonly StorageCluster[] {
  if (index.storage().length === 0) return [];
  const place = index.scopes.place(file);
  const outermost = place.builds.filter(({ includers }) => includers.length === 1).slice(0, MOST_BUILDS);
  const builds = outermost.length === 0 ? [undefined] : outermost;
  return builds.map((build) => {
    const scope = build ? ["build", build.folder] : ["folder", place.chart, place.folder, place.owners.length];
    const key = JSON.stringify([asking.root, asking.version, asking.defaultNamespace, ...scope]);
    return remember(index, asking.configuration, key, () => new Gathering(index, place, build, asking).cluster());
  });
}

interface Kept {
  readonly revision: number;
  readonly clusters: WeakMap<Configuration, Map<string, StorageCluster>>;
}

const memo = new WeakMap<ResourceIndex, Kept>();

/** What was made of the present state of the index is not made again. */
function remember(
  index: ResourceIndex,
  configuration: Configuration,
  key: string,
  make: () => StorageCluster,
): StorageCluster {
  let kept = memo.get(index);
  if (kept?.revision !== index.storageRevision) {
    kept = { revision: index.storageRevision, clusters: new WeakMap() };
    memo.set(index, kept);
  }
  const clusters = kept.clusters.get(configuration) ?? new Map<string, StorageCluster>();
  kept.clusters.set(configuration, clusters);
  const known = clusters.get(key) ?? make();
  clusters.set(key, known);
  return known;
}

class Gathering {
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

  cluster(): StorageCluster {
    const inside: Entry[] = [];
    const strangers: Entry[] = [];
    for (const file of new Set(this.#index.storage().map((entry) => entry.file))) {
      const place = this.#index.scopes.place(file);
      if (place.isPatch || !this.#isInRoot(file) || keptApart(this.#here, place)) continue;
      const entries = this.#index.entriesOf(file).flatMap((document) => document.filter(isWhole));
      if (this.#isIn(place)) inside.push(...entries);
      else strangers.push(...entries);
    }
    // As tools that install whole folders do, limits come before what they limit.
    const sent = inside
      .flatMap((entry) => this.#send(entry))
      .sort((a, b) => Number(isLimiting(b)) - Number(isLimiting(a)));
    const classes = this.#foreignClasses(sent, strangers);
    return new StorageCluster(
      [...classes, ...this.#declared([...sent, ...classes]), ...sent],
      this.#around(sent, strangers),
    );
  }

  #isInRoot(file: string): boolean {
    return file === this.#here.file || file.startsWith(`${this.#asking.root}/`);
  }

  #isIn(place: Place): boolean {
    return this.#build ? ownerIn(this.#build, place) !== undefined : belongTogether(this.#here, place);
  }

  #send(entry: Entry): readonly Sent[] {
    const { storage } = entry.facts;
    if (!storage) return [];
    return [sentFrom(entry, storage, isNamespaced(storage.kind) ? this.#namespaceOf(entry) : "")];
  }

  #namespaceOf({ file, facts }: Entry): string {
    const place = this.#index.scopes.place(file);
    const owner = this.#build && ownerIn(this.#build, place);
    const given = this.#build && owner ? namespaceUnder(this.#build, owner) : place.owners[0]?.namespace;
    const { configuration, defaultNamespace } = this.#asking;
    return given ?? facts.namespace ?? configuration.defaultNamespace ?? defaultNamespace;
  }

  /** Classes are kept apart from what uses them: one that is named here is looked for in every project of the folder. */
  #foreignClasses(sent: readonly Sent[], strangers: readonly Entry[]): readonly Sent[] {
    if (!strangers.some(({ facts }) => facts.storage?.kind === "StorageClass")) return [];
    const has = new Set(sent.flatMap(({ manifest, name }) => (manifest.kind === "StorageClass" ? [name] : [])));
    const named = new Set(sent.flatMap(({ entry }) => (entry ? classNames(entry) : [])));
    return strangers.flatMap((entry) => {
      const { storage, name } = entry.facts;
      if (storage?.kind !== "StorageClass" || has.has(name) || !named.has(name)) return [];
      has.add(name);
      return [foreign.of(entry, () => ({ manifest: undefaulted(storage), entry, namespace: "", name }))];
    });
  }

  #declared(sent: readonly Sent[]): readonly Sent[] {
    const { configuration } = this.#asking;
    const has = (kind: string, name: string): boolean =>
      sent.some((each) => each.manifest.kind === kind && each.name === name);
    const classes = storageClassesOf(configuration).filter(({ name }) => !has("StorageClass", name));
    const nodes = (configuration.nodes ?? []).filter(({ name }) => !has("Node", name));
    return [
      ...classes.map((fact): Sent => {
        const annotations: JsonMap = fact.isDefault ? { "storageclass.kubernetes.io/is-default-class": "true" } : {};
        const json: JsonMap = {
          metadata: { name: fact.name, annotations },
          provisioner: fact.provisioner ?? "unknown",
          ...(fact.volumeBindingMode === undefined ? {} : { volumeBindingMode: fact.volumeBindingMode }),
          ...(fact.allowVolumeExpansion === undefined ? {} : { allowVolumeExpansion: fact.allowVolumeExpansion }),
          ...(fact.reclaimPolicy === undefined ? {} : { reclaimPolicy: fact.reclaimPolicy }),
        };
        return outside({ apiVersion: "storage.k8s.io/v1", kind: "StorageClass", json }, fact.name);
      }),
      ...nodes.map(({ name, labels }) => {
        const all = { "kubernetes.io/hostname": name, ...Object.fromEntries(labels) };
        return outside({ apiVersion: "v1", kind: "Node", json: { metadata: { name, labels: all } } }, name);
      }),
    ];
  }

  #around(sent: readonly Sent[], strangers: readonly Entry[]): Surroundings {
    const { configuration, version } = this.#asking;
    const isDefault = ({ manifest }: Sent): boolean =>
      manifest.kind === "StorageClass" && defaultAnnotation(manifest.json) === "true";
    const listed = storageClassesOf(configuration);
    const known = sent.some(isDefault) || listed.some((fact) => fact.isDefault);
    return {
      version,
      defaultClass: known ? "yes" : configuration.storageClasses === undefined ? "unknown" : "no",
      classExists: (name) =>
        knownOutside(configuration, { group: "storage.k8s.io", kind: "StorageClass", name, namespace: undefined }),
      strangers,
    };
  }
}

const isLimiting = ({ manifest }: Sent): boolean => isLimit(manifest.kind);

const outside = (manifest: Manifest, name: string): Sent => ({ manifest, entry: undefined, namespace: "", name });

/** Of a template or with placeholders nothing can be said before they are filled in. */
const isWhole = ({ facts }: Entry): boolean => facts.storage !== undefined && !facts.partial;

/** By the namespaces that an object was sent to. While its document stays, so does what the binder found out about it. */
const sends = new Memo<Entry, Map<string, Sent>>();
const foreign = new Memo<Entry, Sent>();

function sentFrom(entry: Entry, part: StoragePart, namespace: string): Sent {
  const known = sends.of(entry, () => new Map());
  const sent = known.get(namespace) ?? { manifest: placed(part, namespace), entry, namespace, name: entry.facts.name };
  known.set(namespace, sent);
  return sent;
}

/** `namespace` is empty for objects of the cluster. */
function placed({ apiVersion, kind, json }: StoragePart, namespace: string): Manifest {
  if (namespace === "") return { apiVersion, kind, json };
  return { apiVersion, kind, json: { ...json, metadata: { ...metadataOf(json), namespace } } };
}

const DEFAULT = "storageclass.kubernetes.io/is-default-class";

const metadataOf = ({ metadata }: JsonMap): JsonMap => (isMap(metadata) ? metadata : {});

function defaultAnnotation(json: JsonMap): unknown {
  const { annotations } = metadataOf(json);
  return isMap(annotations) ? annotations[DEFAULT] : undefined;
}

/** The default class of another project is no reason to give it to claims of this one. */
const undefaulted = ({ apiVersion, kind, json }: StoragePart): Manifest => ({
  apiVersion,
  kind,
  json: { ...json, metadata: { ...metadataOf(json), annotations: {} } },
});

const classNames = ({ facts }: Entry): readonly string[] =>
  facts.references.flatMap(({ to, name }) => (to?.kind === "StorageClass" ? [name] : []));
