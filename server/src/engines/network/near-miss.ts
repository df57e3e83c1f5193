import type { Pair } from "./explain.ts";
import type { LabelSelector, NetworkPolicy, PeerMatch } from "./input.ts";
import { has } from "./matching.ts";
import type { PodParty } from "./parties.ts";
import { resolvePorts } from "./port-table.ts";
import type { PortSet } from "./ports.ts";
import { EVERYTHING, type Missed, missedBy } from "./selector.ts";

/** A rule that nearly allows what is asked for: what a person would change first. */
export type NearMiss =
  | (Place & { readonly kind: "ports-differ"; readonly ports: PortSet })
  | (Place & { readonly kind: "label-differs"; readonly missed: Missed })
  | (Place & { readonly kind: "namespace-differs"; readonly missed: Missed })
  | { readonly kind: "no-rule"; readonly policy: NetworkPolicy };

interface Place {
  readonly policy: NetworkPolicy;
  readonly rule: number;
  readonly peer: number | undefined;
}

const MOST = 5;
const ORDER: readonly NearMiss["kind"][] = ["ports-differ", "label-differs", "namespace-differs", "no-rule"];

/** Closest first: ports differ, one label differs, the namespace differs, there is no rule. */
export function nearMissesOf(pair: Pair, policies: readonly NetworkPolicy[]): readonly NearMiss[] {
  const all = policies.flatMap((policy): readonly NearMiss[] => {
    const rules = policy[pair.direction] ?? [];
    if (rules.length === 0) return [{ kind: "no-rule", policy }];
    return rules.flatMap(({ peers, ports }, rule): readonly NearMiss[] => {
      const isMatched = has(pair.world.matching.whoMatches(peers, policy.namespace), pair.other.index);
      if (isMatched && ports !== "all") {
        const named = pair.target.kind === "pods" ? pair.target.namedPorts : [];
        return [{ kind: "ports-differ", policy, rule, peer: undefined, ports: resolvePorts(ports, named) }];
      }
      const { other } = pair;
      if (isMatched || peers === "everyone" || other.kind !== "pods" || other.onNode) return [];
      return peers.flatMap((match, peer) => nearPeer({ policy, rule, peer }, match, other));
    });
  });
  return all.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)).slice(0, MOST);
}

/** One requirement apart, be it of the Pod or of its namespace; more than that is another rule, not a near miss. */
function nearPeer(place: Place, match: PeerMatch, other: PodParty): readonly NearMiss[] {
  if (match.kind !== "pods") return [];
  const namespaces = match.namespaces ?? named(place.policy.namespace);
  const [elsewhere, ...more] = missedBy(namespaces, other.namespaceLabels, 2);
  const [label, ...labels] = missedBy(match.pods, other.labels, 2);
  if (label && !elsewhere && labels.length === 0) return [{ kind: "label-differs", ...place, missed: label }];
  return elsewhere && !label && more.length === 0 ? [{ kind: "namespace-differs", ...place, missed: elsewhere }] : [];
}

const named = (name: string): LabelSelector => ({
  ...EVERYTHING,
  matchLabels: { "kubernetes.io/metadata.name": name },
});
