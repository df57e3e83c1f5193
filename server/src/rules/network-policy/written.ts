import type { Resource } from "../../model/resource.ts";
import type {
  Direction,
  NetworkCluster,
  NetworkPolicy,
  PeerMatch,
  PortMatch,
  Rule,
} from "../../workspace/network-cluster.ts";
import { rulesFor } from "../../workspace/network-cluster.ts";
import { deref, itemsOf, type YMap } from "../../yaml/node.ts";
import { rulesOf, specOf } from "./policy.ts";

/** A rule as it means something, beside the lines that say it. */
export interface Written {
  readonly direction: Direction;
  readonly rule: Rule;
  readonly ports: readonly { readonly match: PortMatch; readonly map: YMap }[];
  readonly peers: readonly { readonly match: PeerMatch; readonly map: YMap }[];
}

export function writtenRules(resource: Resource, policy: NetworkPolicy): readonly Written[] {
  const written = rulesOf(specOf(resource));
  return (["ingress", "egress"] as const).flatMap((direction) => {
    const maps = written.filter((each) => each.direction.toLowerCase() === direction);
    return rulesFor(policy, direction).flatMap((rule, i): readonly Written[] => {
      const lines = maps[i];
      if (!lines) return [];
      return [
        {
          direction,
          rule,
          ports: rule.ports === "all" ? [] : beside(rule.ports, lines.ports?.value),
          peers: rule.peers === "everyone" ? [] : beside(rule.peers, lines.peers?.value),
        },
      ];
    });
  });
}

/** Items that are no maps would be refused, and then nothing is said of any. */
function beside<T>(matches: readonly T[], list: Parameters<typeof itemsOf>[0]) {
  const items = itemsOf(list);
  return matches.flatMap((match, i) => {
    const map = deref(items[i]?.value);
    return map?.type === "map" ? [{ match, map }] : [];
  });
}

/** The only cluster that a policy ends in, with what it means there. */
export function onlyCluster(
  clusters: readonly NetworkCluster[],
  policyIn: (cluster: NetworkCluster) => NetworkPolicy | undefined,
): { readonly cluster: NetworkCluster; readonly policy: NetworkPolicy } | undefined {
  const [cluster, ...more] = clusters;
  const policy = cluster && policyIn(cluster);
  return cluster && policy && more.length === 0 ? { cluster, policy } : undefined;
}
