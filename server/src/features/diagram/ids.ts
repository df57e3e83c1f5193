import type { AdminPolicy, NetworkPolicy, Service } from "../../engines/network/input.ts";
import type { Peer } from "../../engines/network/parties.ts";

// Ids are made of names alone, so that a picture of the same manifests has the same ids wherever they lie.

export const workloadId = (peer: Pick<Peer, "id">): string => `workload:${peer.id}`;

export const portRowId = (peer: Pick<Peer, "id">, protocol: string, number: number): string =>
  `${workloadId(peer)}#${protocol}/${number}`;

export const serviceId = ({ namespace, name }: Pick<Service, "namespace" | "name">): string =>
  `service:${namespace}/${name}`;

export const serviceRowId = (service: Service, index: number): string => `${serviceId(service)}#${index}`;

export const policyId = (policy: NetworkPolicy | AdminPolicy): string =>
  "namespace" in policy ? `policy:${policy.namespace}/${policy.name}` : `policy:${policy.name}[${policy.kind}]`;
