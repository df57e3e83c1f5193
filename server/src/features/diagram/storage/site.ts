import type { JsonMap } from "../../../base/json.ts";
import { objectKey } from "../../../engines/binder/manifest.ts";
import type { NetworkSnapshot } from "../../../workspace/network-files.ts";
import type { NetworkObject } from "../../../workspace/network-objects.ts";
import type { StorageCluster } from "../../../workspace/storage-cluster.ts";
import type { Pointer } from "../model.ts";
import type { Sheet } from "../sheet.ts";

/** One cluster while its picture is drawn up. */
export class Site {
  readonly cluster: StorageCluster;
  readonly snapshot: NetworkSnapshot;
  readonly sheet: Sheet;
  /** Ids are made of names; where several clusters have the name, of what sets the cluster apart as well. */
  readonly idOf: (plain: string) => string;
  /** The box of each volume and claim, which may stand for many. */
  readonly volumeBoxes = new Map<string, string>();
  readonly claimBoxes = new Map<string, string>();
  readonly #jsons = new Map<string, JsonMap>();

  constructor(cluster: StorageCluster, snapshot: NetworkSnapshot, sheet: Sheet, idOf: (plain: string) => string) {
    this.cluster = cluster;
    this.snapshot = snapshot;
    this.sheet = sheet;
    this.idOf = idOf;
    for (const { manifest, namespace, name } of cluster.sent)
      this.#jsons.set(objectKey(manifest.kind, namespace, name), manifest.json);
  }

  /** The object as it was sent. */
  json(kind: string, namespace: string, name: string): JsonMap {
    return this.#jsons.get(objectKey(kind, namespace, name)) ?? {};
  }

  /** Where an object stands. */
  object(kind: string, namespace: string, name: string): NetworkObject | undefined {
    const entry = this.cluster.entry(kind, namespace, name);
    return entry && this.snapshot.objectNamed(entry.file, kind, entry.facts.namespace, entry.facts.name);
  }

  pointer(kind: string, namespace: string, name: string, path: Pointer["path"] = ["metadata", "name"]) {
    const object = this.object(kind, namespace, name);
    return object && { origin: object.origin, path };
  }
}
