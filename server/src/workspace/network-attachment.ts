import { type Admission, admission, isGrantedTo } from "../engines/network/gateways.ts";
import type { Resource } from "../model/resource.ts";
import type { NetworkCluster } from "./network-cluster.ts";
import { networkPartOf } from "./network-world.ts";

export type { ParentAnswer } from "../engines/network/gateways.ts";

/** What the Gateways and grants of a cluster say to a route; undefined when the object is none. */
export function attachmentOf(cluster: NetworkCluster, resource: Resource, namespace: string): Admission | undefined {
  const route = networkPartOf(resource, "", namespace)?.routes?.[0];
  return route && admission(cluster.world.input, { ...route, namespace });
}

/** An object that refers to another one in a namespace that is not its own. */
export interface Reaching {
  readonly from: { readonly kind: string; readonly namespace: string };
  readonly to: { readonly kind: string; readonly namespace: string; readonly name: string };
}

export const isGranted = (cluster: NetworkCluster, { from, to }: Reaching): boolean =>
  isGrantedTo(cluster.world.input.grants, from, to);
