import {
  explain,
  type PolicyVerdict,
  type RuleVerdict,
  type Side,
  type Verdict,
} from "../../engines/network/explain.ts";
import type { NearMiss } from "../../engines/network/near-miss.ts";
import { NO_PORTS } from "../../engines/network/ports.ts";
import { idOf } from "../../engines/network/world.ts";
import { connectionOf } from "./as-json.ts";
import { edgesBetween } from "./reach.ts";
import type { PlaceOf, Scene } from "./scene.ts";

/** Every pair that was asked about, connected or not, with what each policy that selects an end does to it. */
export function* explanationsOf({ world, asked, placeOf }: Omit<Scene, "entrances">): Generator<unknown> {
  for (const { src, dst } of edgesBetween(world, asked, "all")) yield explanationOf(explain(world, src, dst), placeOf);
}

export function explanationOf(
  { src, dst, ports, egress, ingress, always, certainty, caveats }: Verdict,
  placeOf: PlaceOf,
): unknown {
  return {
    src: idOf(src),
    dst: idOf(dst),
    verdict: ports === NO_PORTS ? "denied" : "allowed",
    ...connectionOf(ports),
    certainty,
    always,
    caveats,
    egress: sideOf(egress, placeOf),
    ingress: sideOf(ingress, placeOf),
  };
}

/** What happens by default is said where no policy isolates; the admin tiers may still have their say before it. */
function sideOf({ direction, ports, isolated, policies, nearMisses }: Side, placeOf: PlaceOf): unknown {
  return {
    ...connectionOf(ports),
    isolated,
    default: isolated ? "denied" : "allowed",
    policies: policies.map((policy) => policyOf(policy, direction, placeOf)),
    nearMisses: nearMisses.map((miss) => missOf(miss, direction, placeOf)),
  };
}

const EFFECTS: Readonly<Record<PolicyVerdict["effect"], string>> = {
  allows: "allows",
  denies: "denies",
  passes: "passes",
  "ports-differ": "selects; ports differ",
  "decided-before": "selects; decided before",
  "peer-not-matched": "selects; peer not matched",
  "no-rules": "selects; no rules",
};

function policyOf({ policy, tier, effect, rules }: PolicyVerdict, direction: Side["direction"], placeOf: PlaceOf) {
  return {
    policy: "namespace" in policy ? `${policy.namespace}/${policy.name}` : policy.name,
    kind: "kind" in policy ? policy.kind : "NetworkPolicy",
    tier,
    effect: EFFECTS[effect],
    ...placeOf(policy.origin, []),
    rules: rules.map((rule) => ruleOf(rule, policy.origin, direction, placeOf)),
  };
}

function ruleOf(
  { rule, effect, ports, peer, port }: RuleVerdict,
  origin: string,
  direction: Side["direction"],
  placeOf: PlaceOf,
): unknown {
  const { line } = placeOf(origin, ["spec", direction, rule, ...peerPath(direction, peer)]);
  return { rule, effect: EFFECTS[effect], peer, port, conn: connectionOf(ports).conn, line };
}

const peerPath = (direction: Side["direction"], peer: number | undefined): readonly (string | number)[] =>
  peer === undefined ? [] : [direction === "ingress" ? "from" : "to", peer];

function missOf(miss: NearMiss, direction: Side["direction"], placeOf: PlaceOf): unknown {
  const { policy, kind } = miss;
  const name = `${policy.namespace}/${policy.name}`;
  if (miss.kind === "no-rule") return { kind, policy: name, ...placeOf(policy.origin, []) };
  const { rule, peer } = miss;
  const place = placeOf(policy.origin, ["spec", direction, rule, ...peerPath(direction, peer)]);
  const detail = miss.kind === "ports-differ" ? { conn: connectionOf(miss.ports).conn } : miss.missed;
  return { kind, policy: name, rule, peer, ...detail, ...place };
}
