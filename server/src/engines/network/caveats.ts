import { addressOf, blocksOf } from "./addresses.ts";
import type { Side } from "./explain.ts";
import type { AdminPolicy, PeerMatch } from "./input.ts";
import { contains, type Intervals, intersection } from "./intervals.ts";
import { leavesNobodyOut } from "./matching.ts";
import { addressesOf, type Party, type PodParty } from "./parties.ts";
import { resolvePorts } from "./port-table.ts";
import { ALL_PORTS, NO_PORTS, portsWithout } from "./ports.ts";

/** Why a verdict may differ from what a cluster does. */
export type Caveat =
  /** A Pod in its node's network: most plugins see the node, some see the Pod. */
  | { readonly kind: "host-network"; readonly end: "src" | "dst" }
  /** Traffic from a node to its own Pods is always let through, and this may be such traffic. */
  | { readonly kind: "same-node" }
  /** An `ipBlock` could hold the Pod's address; plugins differ in whether that counts. */
  | { readonly kind: "block-over-pods"; readonly policy: string }
  /** An `ipBlock` decides about who comes from outside, whose address a load balancer may have replaced. */
  | { readonly kind: "source-address"; readonly policy: string }
  /** Rules about nodes or domain names, which manifests do not show. */
  | { readonly kind: "unseen-peer"; readonly policy: string }
  /** Two policies of a tier have the same priority, and nothing says which one counts. */
  | { readonly kind: "equal-priority"; readonly policies: readonly string[] };

export function caveatsOf(
  src: Party,
  dst: Party,
  { egress, ingress }: { readonly egress: Side; readonly ingress: Side },
): readonly Caveat[] {
  const caveats: Caveat[] = [];
  if (isOnNode(src)) caveats.push({ kind: "host-network", end: "src" });
  if (isOnNode(src) && ingress.policies.length > 0) caveats.push({ kind: "same-node" });
  if (isOnNode(dst)) caveats.push({ kind: "host-network", end: "dst" });
  caveats.push(...peerCaveats(egress, dst, dst), ...peerCaveats(ingress, src, dst));
  caveats.push(...equalPriorities(egress), ...equalPriorities(ingress));
  return caveats;
}

const isOnNode = (party: Party): party is PodParty => party.kind === "pods" && party.onNode;

/** One caveat of a kind for each policy is enough. */
function peerCaveats(side: Side, other: Party, target: Party): readonly Caveat[] {
  const caveats = new Map<string, Caveat>();
  for (const { policy } of side.policies) {
    for (const { peers, ports } of policy[side.direction] ?? []) {
      if (peers === "everyone") continue;
      // An `ipBlock` only ever allows: where its ports are open already, nothing depends on it.
      const meant = ports === "all" ? ALL_PORTS : resolvePorts(ports, target.kind === "pods" ? target.namedPorts : []);
      const isOpen = portsWithout(meant, side.ports) === NO_PORTS;
      for (const peer of peers) {
        const caveat = peerCaveat(side, peer, other, policy.name, isOpen);
        if (caveat) caveats.set(`${caveat.kind} ${policy.origin}`, caveat);
      }
    }
  }
  return [...caveats.values()];
}

function peerCaveat(
  { direction }: Side,
  peer: PeerMatch,
  other: Party,
  policy: string,
  isOpen: boolean,
): Caveat | undefined {
  switch (peer.kind) {
    case "pods":
    case "unknown":
      return undefined;
    case "nodes":
    case "domains":
      return { kind: "unseen-peer", policy };
    case "block":
    case "networks": {
      if (other.kind === "range") return direction === "ingress" ? { kind: "source-address", policy } : undefined;
      const isSettled = peer.kind === "block" ? isOpen : peer.coversPods && leavesNobodyOut(addressesOf(peer));
      return !isSettled && mayHold(addressesOf(peer), other) ? { kind: "block-over-pods", policy } : undefined;
    }
  }
}

/** An address that the manifest shows settles it; else any block with private addresses may hold Pods. */
function mayHold(addresses: Intervals<bigint>, { sample }: PodParty): boolean {
  const known = (sample?.addresses ?? []).flatMap((text) => addressOf(text) ?? []);
  if (known.length > 0) return known.some((point) => contains(addresses, point));
  return intersection(addresses, PRIVATE).length > 0;
}

/** The ranges in which clusters place their Pods: RFC 1918, 6598 and 4193. */
const PRIVATE = blocksOf(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"]);

function equalPriorities(side: Side): readonly Caveat[] {
  const seen = new Map<string, string[]>();
  for (const { policy, tier, effect } of side.policies) {
    if (!isAdmin(policy) || effect === "peer-not-matched" || effect === "no-rules") continue;
    const key = `${tier} ${policy.priority}`;
    seen.set(key, [...(seen.get(key) ?? []), policy.name]);
  }
  return [...seen.values()]
    .filter((policies) => policies.length > 1)
    .map((policies) => ({ kind: "equal-priority", policies }));
}

const isAdmin = (policy: Side["policies"][number]["policy"]): policy is AdminPolicy => "priority" in policy;
