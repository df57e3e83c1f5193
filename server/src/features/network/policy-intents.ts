import type { Direction, NetworkPolicy, PeerMatch, Rule } from "../../engines/network/input.ts";
import type { Peer } from "../../engines/network/parties.ts";
import { resolvePorts } from "../../engines/network/port-table.ts";
import { hasPort, listPorts, type Protocol } from "../../engines/network/ports.ts";
import type { World } from "../../engines/network/world.ts";
import type { Intent, Reason } from "./intents.ts";

/** More pairs than these are nobody in particular. */
const MOST_PAIRS = 40;

/** What rules say about particular workloads: who writes such a rule wants the connection, whatever the other end says. */
export function* policyIntents(world: World): Generator<Intent> {
  for (const policy of world.input.policies) {
    const subjects = peersAmong(world, world.matching.subjects(policy.namespace, policy.subject));
    for (const direction of ["ingress", "egress"] as const) {
      for (const [index, rule] of (policy[direction] ?? []).entries()) {
        yield* ofRule(world, { policy, direction, index, rule, subjects });
      }
    }
  }
}

interface Given {
  readonly policy: NetworkPolicy;
  readonly direction: Direction;
  readonly index: number;
  readonly rule: Rule;
  readonly subjects: readonly Peer[];
}

function* ofRule(world: World, { policy, direction, index, rule, subjects }: Given): Generator<Intent> {
  if (rule.peers === "everyone") return;
  const field = direction === "ingress" ? "from" : "to";
  for (const [i, entry] of rule.peers.entries()) {
    const isNamed =
      entry.kind === "pods" &&
      (Object.keys(entry.pods.matchLabels).length > 0 || entry.pods.matchExpressions.length > 0);
    if (!isNamed) continue;
    const others = peersMeant(world, entry, policy.namespace);
    if (others.length * subjects.length > MOST_PAIRS) continue;
    const path = ["spec", direction, index, field, i];
    const reason: Reason = { kind: "policy", name: policy.name, origin: policy.origin, path };
    for (const other of others) {
      for (const subject of subjects) {
        const [src, dst] = direction === "ingress" ? [other, subject] : [subject, other];
        for (const { protocol, number } of portsMeant(rule, dst)) {
          yield {
            src: { kind: "workload", peer: src },
            dst: { kind: "workload", peer: dst },
            protocol,
            number,
            reason,
          };
        }
      }
    }
  }
}

/** The workloads that an entry of `from` or `to` means. */
export const peersMeant = (world: World, entry: PeerMatch, home: string): readonly Peer[] =>
  entry.kind === "pods" ? peersAmong(world, world.matching.subjects(entry.namespaces ?? home, entry.pods)) : [];

const peersAmong = ({ parties }: World, some: readonly { readonly index: number }[]): readonly Peer[] => [
  ...new Set(some.flatMap(({ index }) => parties.peersOf.get(index) ?? [])),
];

/** Ports that the callee declares; where it declares none of those that are named, the single ones that are. */
function portsMeant(
  { ports }: Rule,
  { pods, parties }: Peer,
): readonly { readonly protocol: Protocol; readonly number: number }[] {
  const declared = pods.flatMap((each) => each.ports);
  if (ports === "all") return declared;
  const set = resolvePorts(
    ports,
    parties.flatMap(({ namedPorts }) => namedPorts),
  );
  const open = declared.filter(({ protocol, number }) => hasPort(set, protocol, number));
  if (open.length > 0) return open;
  const listed = listPorts(set);
  if (listed === "all") return [];
  return (["TCP", "UDP", "SCTP"] as const).flatMap((protocol) =>
    (listed[protocol] ?? []).flatMap(([from = 0, to = 0]) => (from === to ? [{ protocol, number: from }] : [])),
  );
}
