import { buildWorld, type World } from "../../engines/network/world.ts";
import type { NetworkSnapshot } from "../../workspace/network-files.ts";
import type { NetworkObject } from "../../workspace/network-objects.ts";
import { networkInput } from "../../workspace/network-world.ts";
import type { StorageSite } from "../../workspace/storage-sites.ts";
import { addEntrances } from "./build-entrances.ts";
import { addPolicyLinks, adminPolicies, namespacesOf } from "./build-policies.ts";
import { addServices } from "./build-services.ts";
import { addWorkloads } from "./build-workloads.ts";
import type { Model } from "./model.ts";
import { Sheet } from "./sheet.ts";

/** What all views of one moment share. */
export interface Subject {
  readonly snapshot: NetworkSnapshot;
  readonly world: World;
  readonly objects: ReadonlyMap<string, NetworkObject>;
  readonly model: Model;
  /** Clusters that have to do with storage. */
  readonly sites: readonly StorageSite[];
}

/** `sitesOf` is asked once, and only when somebody looks at storage. */
export function subjectOf(snapshot: NetworkSnapshot, sitesOf: () => readonly StorageSite[]): Subject {
  const world = buildWorld(networkInput(snapshot.objects.map(({ part }) => part)));
  const objects = new Map(snapshot.objects.map((object) => [object.origin, object]));
  let model: Model | undefined;
  let sites: readonly StorageSite[] | undefined;
  return {
    snapshot,
    world,
    objects,
    // Questions about reachability need no picture.
    get model() {
      model ??= modelOf({ world, objects });
      return model;
    },
    get sites() {
      sites ??= sitesOf();
      return sites;
    },
  };
}

function modelOf(drawn: Drawn): Model {
  const sheet = new Sheet();
  addWorkloads(sheet, drawn);
  const services = addServices(sheet, drawn);
  addEntrances(sheet, drawn, services);
  addPolicyLinks(sheet, drawn);
  return { boxes: sheet.boxes, links: sheet.links, namespaces: namespacesOf(drawn), policies: adminPolicies(drawn) };
}

/** What the parts of a model are made of. */
export type Drawn = Pick<Subject, "world" | "objects">;
