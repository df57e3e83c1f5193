import type { AdminRule, Direction, NetworkInput, PortMatch, Rule } from "./input.ts";
import { has, type Matching, type PartySet } from "./matching.ts";
import type { Parties, Party, PodParty } from "./parties.ts";
import { type PortTable, resolvePorts } from "./port-table.ts";
import { ALL_PORTS, NO_PORTS, type PortSet } from "./ports.ts";

/** What holds for a party in one direction. Parties that the same policies select share it. */
export interface Stance {
  readonly id: number;
  readonly admin: readonly AdminStep[];
  /** Undefined when no NetworkPolicy isolates the party in this direction. */
  readonly allowed: readonly Step[] | undefined;
  readonly baseline: readonly AdminStep[];
}

/** One rule: who is meant at the other end, and which ports. */
export interface Step {
  readonly peers: PartySet;
  /** Where names are among the ports, they mean something else at every target. */
  readonly ports: PortSet | readonly PortMatch[];
}

export interface AdminStep extends Step {
  readonly action: "allow" | "deny" | "pass";
}

/** Per party its stance, undefined where nothing is said about it. */
export type Stances = readonly (Stance | undefined)[];

/** The policies that select each party in a direction, by their index in the input. */
export interface Selected {
  readonly policies: readonly number[];
  readonly admin: readonly number[];
}

export interface Compiled {
  readonly stances: Readonly<Record<Direction, Stances>>;
  readonly selected: Readonly<Record<Direction, ReadonlyMap<number, Selected>>>;
}

export function compile(input: NetworkInput, parties: Parties, matching: Matching): Compiled {
  const ingress = compileDirection("ingress", input, parties, matching);
  const egress = compileDirection("egress", input, parties, matching);
  return {
    stances: { ingress: ingress.stances, egress: egress.stances },
    selected: { ingress: ingress.selected, egress: egress.selected },
  };
}

function compileDirection(direction: Direction, input: NetworkInput, parties: Parties, matching: Matching) {
  const selected = new Map<number, { policies: number[]; admin: number[] }>();
  const of = ({ index }: PodParty) => {
    const known = selected.get(index) ?? { policies: [], admin: [] };
    selected.set(index, known);
    return known;
  };
  const steps = input.policies.map(({ namespace, subject, ...policy }, i) => {
    const rules = policy[direction];
    if (!rules) return [];
    for (const party of matching.subjects(namespace, subject)) of(party).policies.push(i);
    return rules.map(
      (rule): Step => ({ peers: matching.whoMatches(rule.peers, namespace), ports: prepared(rule.ports) }),
    );
  });
  const adminSteps = input.adminPolicies.map((policy, i) => {
    const rules = policy[direction];
    if (!policy.subject || rules.length === 0) return [];
    for (const party of matching.subjects(policy.subject.namespaces, policy.subject.pods)) of(party).admin.push(i);
    return rules.map((rule): AdminStep => adminStep(rule, matching));
  });
  const known = new Map<string, Stance>();
  const stances: (Stance | undefined)[] = Array.from({ length: parties.count }, () => undefined);
  for (const [index, { policies, admin }] of selected) {
    admin.sort((a, b) => byPrecedence(input, a, b));
    const key = `${policies.join()};${admin.join()}`;
    let stance = known.get(key);
    if (!stance) {
      const inTier = (tier: string) => admin.filter((i) => input.adminPolicies[i]?.tier === tier);
      stance = {
        id: known.size,
        admin: inTier("admin").flatMap((i) => adminSteps[i] ?? []),
        allowed: policies.length === 0 ? undefined : policies.flatMap((i) => steps[i] ?? []),
        baseline: inTier("baseline").flatMap((i) => adminSteps[i] ?? []),
      };
      known.set(key, stance);
    }
    stances[index] = stance;
  }
  return { stances, selected };
}

/** Lower numbers first. Equal ones are undefined in the API; names make the answer repeatable. */
function byPrecedence(input: NetworkInput, a: number, b: number): number {
  const left = input.adminPolicies[a];
  const right = input.adminPolicies[b];
  if (!left || !right) return 0;
  return left.priority - right.priority || (left.name < right.name ? -1 : 1);
}

/**
 * apis/v1alpha2 on peers that nobody knows: fail closed, that is, an allowing rule matches nothing and any other denies
 * everything.
 */
function adminStep(rule: AdminRule, matching: Matching): AdminStep {
  const isUnknown = rule.peers !== "everyone" && rule.peers.some(({ kind }) => kind === "unknown");
  if (isUnknown && rule.action !== "allow") {
    return { action: "deny", peers: matching.whoMatches("everyone", undefined), ports: ALL_PORTS };
  }
  const peers = isUnknown ? [] : rule.peers;
  return { action: rule.action, peers: matching.whoMatches(peers, undefined), ports: prepared(rule.ports) };
}

function prepared(ports: Rule["ports"]): Step["ports"] {
  if (ports === "all") return ALL_PORTS;
  return ports.some(({ kind }) => kind === "name") ? ports : resolvePorts(ports, []);
}

/**
 * The ports that one end leaves open towards `other`. Named ports are those of `target`, the end that is dialled.
 *
 * Admin tier first, then NetworkPolicy, which is final for the Pods it selects, else the baseline tier, else everything.
 */
export function decide(stance: Stance | undefined, other: Party, target: Party, table: PortTable): PortSet {
  if (!stance) return ALL_PORTS;
  const admin = walk(stance.admin, ALL_PORTS, other, target, table);
  if (admin.left === NO_PORTS && admin.passed === NO_PORTS) return admin.allowed;
  const rest = table.union(admin.left, admin.passed);
  if (stance.allowed) {
    let open = NO_PORTS;
    for (const step of stance.allowed) {
      if (!has(step.peers, other.index)) continue;
      open = table.union(open, portsOf(step.ports, target, table));
      if (open === ALL_PORTS) break;
    }
    return table.union(admin.allowed, table.common(rest, open));
  }
  const baseline = walk(stance.baseline, rest, other, target, table);
  return table.union(admin.allowed, table.union(baseline.allowed, table.union(baseline.left, baseline.passed)));
}

interface Walked {
  readonly allowed: PortSet;
  readonly passed: PortSet;
  readonly left: PortSet;
}

function walk(steps: readonly AdminStep[], start: PortSet, other: Party, target: Party, table: PortTable): Walked {
  let allowed = NO_PORTS;
  let passed = NO_PORTS;
  let left = start;
  for (const step of steps) {
    if (left === NO_PORTS) break;
    if (!has(step.peers, other.index)) continue;
    const meant = table.common(left, portsOf(step.ports, target, table));
    left = table.without(left, meant);
    if (step.action === "allow") allowed = table.union(allowed, meant);
    if (step.action === "pass") passed = table.union(passed, meant);
  }
  return { allowed, passed, left };
}

function portsOf(ports: Step["ports"], target: Party, table: PortTable): PortSet {
  if ("key" in ports) return ports;
  return target.kind === "pods" ? table.resolved(ports, target.portsKey, target.namedPorts) : resolvePorts(ports, []);
}
