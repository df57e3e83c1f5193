import { isMap, type JsonMap } from "../base/json.ts";
import { Memo } from "../base/memo.ts";
import { isLimit } from "../engines/binder/limits.ts";
import { isNamespaced, type Manifest } from "../engines/binder/manifest.ts";
import type { StoragePart } from "../model/storage-part.ts";
import { type Asking, type ClusterScope, clusterScopes, KeptByScope } from "./cluster-scope.ts";
import { knownOutside, storageClassesOf } from "./configuration.ts";
import type { FileId } from "./file.ts";
import type { ResourceIndex } from "./index.ts";
import { type Sent, StorageCluster, type Surroundings } from "./storage-cluster.ts";
import type { Entry } from "./view.ts";

interface StorageAsking extends Asking {
  readonly version: string;
}

/**
 * The clusters that a file may end in, as `clusterScopes` says. Made when somebody asks, and kept until something about
 * storage changes.
 */
export function storageClusters(index: ResourceIndex, file: FileId, asking: StorageAsking): readonly StorageCluster[] {
  if (index.storage().length === 0) return [];
  return clusterScopes(index, file, asking).map((scope) =>
    kept.of(index, index.storageRevision, asking.configuration, `${asking.version} ${scope.key}`, () =>
      new Gathering(index, scope, asking).cluster(),
    ),
  );
}

const kept = new KeptByScope<StorageCluster>();

class Gathering {
  readonly #index: ResourceIndex;
  readonly #scope: ClusterScope;
  readonly #asking: StorageAsking;

  constructor(index: ResourceIndex, scope: ClusterScope, asking: StorageAsking) {
    this.#index = index;
    this.#scope = scope;
    this.#asking = asking;
  }

  cluster(): StorageCluster {
    const inside = this.#scope.files().flatMap((file) => this.#index.entriesOf(file).flat().filter(isWhole));
    // As tools that install whole folders do, limits come before what they limit.
    const sent = inside
      .flatMap((entry) => this.#send(entry))
      .sort((a, b) => Number(isLimiting(b)) - Number(isLimiting(a)));
    const classes = this.#foreignClasses(sent);
    return new StorageCluster([...classes, ...this.#declared([...sent, ...classes]), ...sent], this.#around(sent));
  }

  #send(entry: Entry): readonly Sent[] {
    const { storage } = entry.facts;
    if (!storage) return [];
    return [sentFrom(entry, storage, isNamespaced(storage.kind) ? this.#scope.namespaceOf(entry) : "")];
  }

  /** Classes are kept apart from what uses them: one that is named here is looked for in every project of the folder. */
  #foreignClasses(sent: readonly Sent[]): readonly Sent[] {
    const has = new Set(sent.flatMap(({ manifest, name }) => (manifest.kind === "StorageClass" ? [name] : [])));
    const named = new Set(sent.flatMap(({ entry }) => (entry ? classNames(entry) : [])));
    return [...named]
      .filter((name) => !has.has(name))
      .flatMap((name) => this.#strangers(this.#index.named(STORAGE_CLASS, name)).slice(0, 1))
      .sort((a, b) => (a.file === b.file ? this.#documents(a, b) : a.file < b.file ? -1 : 1))
      .flatMap((entry) => {
        const { storage, name } = entry.facts;
        if (storage?.kind !== "StorageClass") return [];
        return [foreign.of(entry, () => ({ manifest: undefaulted(storage), entry, namespace: "", name }))];
      });
  }

  #documents(a: Entry, b: Entry): number {
    return this.#index.documentOf(a) - this.#index.documentOf(b);
  }

  #strangers(entries: readonly Entry[]): readonly Entry[] {
    return entries.filter((entry) => isWhole(entry) && this.#scope.isStranger(entry.file));
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

  #around(sent: readonly Sent[]): Surroundings {
    const { configuration, version } = this.#asking;
    const isDefault = ({ manifest }: Sent): boolean =>
      manifest.kind === "StorageClass" && defaultAnnotation(manifest.json) === "true";
    const listed = storageClassesOf(configuration);
    const known = sent.some(isDefault) || listed.some((fact) => fact.isDefault);
    const volumes = this.#index.ofKind(PERSISTENT_VOLUME);
    let strangers: readonly Entry[] | undefined;
    return {
      version,
      defaultClass: known ? "yes" : configuration.storageClasses === undefined ? "unknown" : "no",
      classExists: (name) =>
        knownOutside(configuration, { group: "storage.k8s.io", kind: "StorageClass", name, namespace: undefined }),
      strangers: () => {
        strangers ??= this.#strangers(volumes);
        return strangers;
      },
    };
  }
}

const STORAGE_CLASS = { group: "storage.k8s.io", kind: "StorageClass" };
const PERSISTENT_VOLUME = { group: "", kind: "PersistentVolume" };

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
