import { decide } from "../engines/network/decisions.ts";
import type { Direction, LabelSelector, NetworkPolicy, PeerMatch } from "../engines/network/input.ts";
import { has } from "../engines/network/matching.ts";
import type { PodParty } from "../engines/network/parties.ts";
import { resolvePorts } from "../engines/network/port-table.ts";
import { ALL_PORTS, commonPorts, NO_PORTS, type PortSet } from "../engines/network/ports.ts";
import type { ResourceFacts } from "../model/facts.ts";
import type { NetworkCluster } from "./network-cluster.ts";
import type { Entry } from "./view.ts";

/** An entry of `from` or `to` that comes to nothing, because the policies at the other end do not agree. */
export interface MissingHalf {
  readonly direction: Direction;
  readonly rule: number;
  readonly peer: number;
  /** Who is at the other end. */
  readonly others: readonly Entry[];
  /** The policies that would have to agree. */
  readonly policies: readonly Entry[];
  /** Where the other end lives; undefined when in several namespaces. */
  readonly namespace: string | undefined;
  readonly pods: LabelSelector;
}

/** Of more pairs than this nothing is said: somebody means whole namespaces, of which some Pods may well be closed. */
const MOST_PAIRS = 400;

/** The rules of a policy that let traffic through which, for every pair of Pods they mean, the other end keeps out. */
export function missingHalves(cluster: NetworkCluster, facts: ResourceFacts): readonly MissingHalf[] {
  const policy = cluster.policyOf(facts);
  if (!policy) return [];
  return (["ingress", "egress"] as const).flatMap((direction) =>
    (policy[direction] ?? []).flatMap(({ peers, ports }, rule) =>
      peers === "everyone"
        ? []
        : peers.flatMap((match, peer): readonly MissingHalf[] => {
            if (match.kind !== "pods") return [];
            const half = halfOf(cluster, policy, direction, match, ports);
            return half ? [{ direction, rule, peer, pods: match.pods, ...half }] : [];
          }),
    ),
  );
}

function halfOf(
  cluster: NetworkCluster,
  policy: NetworkPolicy,
  direction: Direction,
  match: PeerMatch,
  ports: NonNullable<NetworkPolicy["ingress"]>[number]["ports"],
): Pick<MissingHalf, "others" | "policies" | "namespace"> | undefined {
  const { world } = cluster;
  const { parties, matching, compiled } = world;
  const set = matching.whoMatches([match], policy.namespace);
  const others = parties.pods.filter(({ index, onNode }) => !onNode && has(set, index));
  const subjects = matching.subjects(policy.namespace, policy.subject);
  if (others.length * subjects.length > MOST_PAIRS) return undefined;
  const opposite = direction === "ingress" ? "egress" : "ingress";
  const agreed = (subject: PodParty, other: PodParty): PortSet => {
    const [from, to] = direction === "ingress" ? [other, subject] : [subject, other];
    const wanted = ports === "all" ? ALL_PORTS : resolvePorts(ports, to.namedPorts);
    // Names that mean nothing there are another mistake.
    if (wanted === NO_PORTS) return ALL_PORTS;
    const stance = compiled.stances[opposite][other.index];
    return commonPorts(wanted, decide(stance, opposite === "ingress" ? from : to, to, world.table));
  };
  const pairs = subjects.flatMap((subject) =>
    others.filter((other) => other !== subject).map((other) => [subject, other] as const),
  );
  if (pairs.length === 0 || pairs.some(([subject, other]) => agreed(subject, other) !== NO_PORTS)) return undefined;
  const blocking = new Set(others.flatMap(({ index }) => compiled.selected[opposite].get(index)?.policies ?? []));
  const namespaces = new Set(others.map(({ namespace }) => namespace));
  const [namespace] = namespaces;
  return {
    others: cluster.entriesOf(others.flatMap(({ index }) => parties.peersOf.get(index) ?? [])),
    policies: [...blocking]
      .flatMap((i) => world.input.policies[i] ?? [])
      .flatMap((each) => cluster.entryOf(each) ?? []),
    namespace: namespaces.size === 1 ? namespace : undefined,
  };
}
