import { blockOf, blocksOf, blockWithout, IPV4, IPV6, isIpv6 } from "./addresses.ts";
import type { ContainerPort, Labels, NetworkInput, PeerMatch, Pods } from "./input.ts";
import type { Intervals } from "./intervals.ts";
import type { Protocol } from "./ports.ts";

/** Everything that policies treat alike, computed once: Pods with equal namespace, labels and named ports, or addresses. */
export type Party = PodParty | RangeParty;

export interface PodParty {
  readonly kind: "pods";
  readonly index: number;
  readonly namespace: string;
  readonly labels: Labels;
  readonly namespaceLabels: Labels;
  /** Its address is that of its node, and policies see the node, not the Pod. */
  readonly onNode: boolean;
  /** Those that a rule can name. */
  readonly namedPorts: readonly NamedPort[];
  /** Equal for parties with equal named ports. */
  readonly portsKey: string;
  /** One of the Pods, for explanations. */
  readonly sample: Pods | undefined;
}

export interface NamedPort {
  readonly name: string;
  readonly protocol: Protocol;
  readonly number: number;
}

/** Addresses that no CIDR in use tells apart. */
export interface RangeParty {
  readonly kind: "range";
  readonly index: number;
  readonly from: bigint;
  readonly until: bigint;
}

/** What the output lists: a workload with its parties. Most have one; Pods of one owner may differ in labels. */
export interface Peer {
  /** `namespace/name[Kind]` */
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly kind: string;
  readonly parties: readonly PodParty[];
  readonly pods: readonly Pods[];
}

export interface Parties {
  readonly peers: readonly Peer[];
  readonly pods: readonly PodParty[];
  readonly ranges: readonly RangeParty[];
  /** Behind Ingresses and Gateways: a Pod without labels, of a namespace that no manifest shows. */
  readonly controller: PodParty;
  /** How many parties there are: each has an index below it. */
  readonly count: number;
  readonly byNamespace: ReadonlyMap<string, readonly PodParty[]>;
  /** The workloads that a party belongs to, by its index. */
  readonly peersOf: ReadonlyMap<number, readonly Peer[]>;
}

/** How the CNI plugin sees a Pod in its node's network: Kubernetes leaves it open. */
export type HostNetworkModel = "node" | "pod";

const NAMESPACE_NAME = "kubernetes.io/metadata.name";
const CONTROLLER_NAMESPACE = "ingress-controller-ns";

export function partiesOf(input: NetworkInput, hostNetwork: HostNetworkModel): Parties {
  const labels = new Map(input.namespaces.map((each) => [each.name, namespaceLabels(each.name, each.labels)]));
  const labelsOf = (name: string): Labels => labels.get(name) ?? namespaceLabels(name, {});
  const parties = new Map<string, PodParty>();
  const peers = new Map<string, { parties: Set<PodParty>; pods: Pods[] }>();
  for (const pods of input.pods) {
    const onNode = pods.hostNetwork && hostNetwork === "node";
    const namedPorts = nameable(pods.ports);
    const portsKey = JSON.stringify(namedPorts.map(({ name, protocol, number }) => [name, protocol, number]));
    const key = JSON.stringify([pods.namespace, Object.entries(pods.labels).sort(byKey), portsKey, onNode]);
    let party = parties.get(key);
    if (!party) {
      party = {
        kind: "pods",
        index: parties.size,
        namespace: pods.namespace,
        labels: pods.labels,
        namespaceLabels: labelsOf(pods.namespace),
        onNode,
        namedPorts,
        portsKey,
        sample: pods,
      };
      parties.set(key, party);
    }
    const id = peerId(pods);
    const peer = peers.get(id) ?? { parties: new Set(), pods: [] };
    peer.parties.add(party);
    peer.pods.push(pods);
    peers.set(id, peer);
  }
  const pods = [...parties.values()];
  const controller = controllerAt(pods.length, labelsOf(CONTROLLER_NAMESPACE));
  const ranges = rangesOf(input, pods.length + 1);
  const sorted = [...peers].map(([id, peer]) => peerOf(id, peer)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    peers: sorted,
    peersOf: grouped(sorted.flatMap((peer) => peer.parties.map((party) => [party.index, peer]))),
    pods,
    ranges,
    controller,
    count: pods.length + 1 + ranges.length,
    byNamespace: grouped([...pods, controller].map((party) => [party.namespace, party])),
  };
}

export const peerId = ({ namespace, name, kind }: Pick<Pods, "namespace" | "name" | "kind">): string =>
  `${namespace}/${name}[${kind}]`;

function peerOf(id: string, { parties, pods }: { parties: ReadonlySet<PodParty>; pods: readonly Pods[] }): Peer {
  const [first] = pods;
  return {
    id,
    namespace: first?.namespace ?? "",
    name: first?.name ?? "",
    kind: first?.kind ?? "",
    parties: [...parties],
    pods,
  };
}

/** The API server sets the name's label itself and lets nobody change it. */
const namespaceLabels = (name: string, written: Labels): Labels => ({ ...written, [NAMESPACE_NAME]: name });

const byKey = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);

function nameable(ports: readonly ContainerPort[]): readonly NamedPort[] {
  return ports.flatMap(({ name, protocol, number }) => (name ? [{ name, protocol, number }] : []));
}

const controllerAt = (index: number, labels: Labels): PodParty => ({
  kind: "pods",
  index,
  namespace: CONTROLLER_NAMESPACE,
  labels: {},
  namespaceLabels: labels,
  onNode: false,
  namedPorts: [],
  portsKey: "[]",
  sample: undefined,
});

function grouped<K, V>(pairs: readonly (readonly [K, V])[]): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** The address space cut at the bounds of every CIDR in use; IPv6 only where somebody uses it. */
function rangesOf(input: NetworkInput, firstIndex: number): readonly RangeParty[] {
  const blocks = [...blocksInUse(input)].map(blockOf);
  const families = blocks.some(([from]) => from !== undefined && isIpv6(from)) ? [IPV4, IPV6] : [IPV4];
  const bounds = new Set([...families, ...blocks].flat());
  const sorted = [...bounds].sort((a, b) => (a < b ? -1 : 1));
  return sorted.slice(0, -1).map((from, i) => ({
    kind: "range",
    index: firstIndex + i,
    from,
    until: sorted[i + 1] ?? from,
  }));
}

/** Each once, however many policies mean it. */
function blocksInUse(input: NetworkInput): ReadonlySet<string> {
  const blocks = new Set<string>();
  for (const policy of [...input.policies, ...input.adminPolicies]) {
    for (const rules of [policy.ingress, policy.egress]) {
      for (const { peers } of rules ?? []) {
        if (peers !== "everyone") for (const peer of peers) for (const block of blocksIn(peer)) blocks.add(block);
      }
    }
  }
  return blocks;
}

/** The addresses that an entry of `from` or `to` is about; empty when it is about something else. */
export function addressesOf(peer: PeerMatch): Intervals<bigint> {
  switch (peer.kind) {
    case "block":
      return blockWithout(peer.cidr, peer.except);
    case "networks":
      return blocksOf(peer.cidrs);
    case "pods":
    case "nodes":
    case "domains":
    case "unknown":
      return [];
  }
}

function blocksIn(peer: PeerMatch): readonly string[] {
  if (peer.kind === "block") return [peer.cidr, ...peer.except];
  return peer.kind === "networks" ? peer.cidrs : NONE;
}

const NONE: readonly string[] = [];
