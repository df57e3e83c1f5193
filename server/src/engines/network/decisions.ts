import type { AdminRule, Direction, NetworkInput, PortMatch, Rule, Tier } from "./input.ts";
import { has, type Matching, type PartySet, unionOfSets } from "./matching.ts";
import type { Parties, Party, PodParty } from "./parties.ts";
import { type PortTable, resolvePorts } from "./port-table.ts";
import { ALL_PORTS, NO_PORTS, type PortSet } from "./ports.ts";

/** What holds for a party in one direction. Parties that the same policies select share it. */
export interface Stance {
  /** Counts from 0 in each direction. */
  readonly id: number;
  readonly admin: readonly AdminStep[];
  /** Undefined when no NetworkPolicy isolates the party in this direction. */
  readonly allowed: readonly Step[] | undefined;
  readonly baseline: readonly AdminStep[];
}

/** One rule: who is meant at the other end, and which ports. */
export interface Step {
  readonly peers: PartySet;
  /** Where names are among the ports, which they are for egress alone, they mean something else at every target. */
  readonly ports: PortSet | readonly PortMatch[];
  /** Equal for equal ports. */
  readonly portsKey: string;
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
  /** How many distinct stances there are: each has an id below it. */
  readonly counts: Readonly<Record<Direction, number>>;
  readonly selected: Readonly<Record<Direction, ReadonlyMap<number, Selected>>>;
}

export function compile(input: NetworkInput, parties: Parties, matching: Matching, table: PortTable): Compiled {
  const ingress = compileDirection("ingress", input, parties, matching, table);
  const egress = compileDirection("egress", input, parties, matching, table);
  return {
    stances: { ingress: ingress.stances, egress: egress.stances },
    counts: { ingress: ingress.count, egress: egress.count },
    selected: { ingress: ingress.selected, egress: egress.selected },
  };
}

function compileDirection(
  direction: Direction,
  input: NetworkInput,
  parties: Parties,
  matching: Matching,
  table: PortTable,
) {
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
    return rules.map((rule): Step => ({ peers: matching.whoMatches(rule.peers, namespace), ...prepared(rule.ports) }));
  });
  const adminSteps = input.adminPolicies.map((policy, i) => {
    const rules = policy[direction];
    if (!policy.subject || rules.length === 0) return [];
    for (const party of matching.subjects(policy.subject.namespaces, policy.subject.pods)) of(party).admin.push(i);
    return rules.map((rule): AdminStep => adminStep(rule, matching));
  });
  const known = new Map<string, Stance>();
  const stances: (Stance | undefined)[] = Array.from({ length: parties.count }, () => undefined);
  // What comes in is dialled at the party itself, so that the names of ports are settled for good.
  const named = steps.map((each) => direction === "ingress" && each.some(isNamed));
  const adminNamed = adminSteps.map((each) => direction === "ingress" && each.some(isNamed));
  for (const party of [...parties.pods, parties.controller]) {
    const found = selected.get(party.index);
    if (!found) continue;
    const { policies, admin } = found;
    admin.sort((a, b) => byPrecedence(input, a, b));
    const isSettled = policies.some((i) => named[i]) || admin.some((i) => adminNamed[i]);
    const key = `${policies.join()};${admin.join()};${isSettled ? party.portsKey : ""}`;
    let stance = known.get(key);
    if (!stance) {
      const dialled = isSettled ? party : undefined;
      const inTier = (tier: Tier) =>
        admin.filter((i) => input.adminPolicies[i]?.tier === tier).flatMap((i) => adminSteps[i] ?? []);
      const allowed = policies.flatMap((i) => steps[i] ?? []);
      stance = {
        id: known.size,
        admin: settled(inTier("admin"), dialled, table),
        allowed: policies.length === 0 ? undefined : settled(merged(allowed, table), dialled, table),
        baseline: settled(inTier("baseline"), dialled, table),
      };
      known.set(key, stance);
    }
    stances[party.index] = stance;
  }
  return { stances, selected, count: known.size };
}

const isNamed = ({ ports }: Step): boolean => !("key" in ports);

/** With the names of ports settled, for the party that is dialled. */
const settled = <S extends Step>(steps: readonly S[], dialled: PodParty | undefined, table: PortTable): readonly S[] =>
  dialled ? steps.map((step) => ({ ...step, ports: portsOf(step.ports, dialled, table) })) : steps;

/**
 * NetworkPolicies only ever add. So steps that mean the same peers are one, with the ports of all, and then steps that
 * open the same ports are one, for the peers of all.
 */
function merged(steps: readonly Step[], table: PortTable): readonly Step[] {
  const byPeers = new Map<PartySet, PortSet>();
  for (const { peers, ports } of steps) {
    if ("key" in ports) byPeers.set(peers, table.union(byPeers.get(peers) ?? NO_PORTS, ports));
  }
  const named = steps.filter(isNamed);
  const fixed = [...byPeers].map(([peers, ports]): Step => ({ peers, ports, portsKey: ports.key }));
  const byPorts = new Map<string, { step: Step; sets: PartySet[] }>();
  for (const step of [...fixed, ...named]) {
    const known = byPorts.get(step.portsKey);
    if (known) known.sets.push(step.peers);
    else byPorts.set(step.portsKey, { step, sets: [step.peers] });
  }
  return [...byPorts.values()].map(({ step, sets }) => ({ ...step, peers: unionOfSets(sets) }));
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
    return { action: "deny", peers: matching.whoMatches("everyone", undefined), ...prepared("all") };
  }
  const peers = isUnknown ? [] : rule.peers;
  return { action: rule.action, peers: matching.whoMatches(peers, undefined), ...prepared(rule.ports) };
}

function prepared(ports: Rule["ports"]): Pick<Step, "ports" | "portsKey"> {
  if (ports === "all") return { ports: ALL_PORTS, portsKey: ALL_PORTS.key };
  if (ports.some(({ kind }) => kind === "name")) return { ports, portsKey: JSON.stringify(ports) };
  const fixed = resolvePorts(ports, []);
  return { ports: fixed, portsKey: fixed.key };
}

/**
 * The ports that one end leaves open towards `other`. Named ports are those of `target`, the end that is dialled.
 *
 * Admin tier first, then NetworkPolicy, which is final for the Pods it selects, else the baseline tier, else everything.
 */
export function decide(stance: Stance | undefined, other: Party, target: Party, table: PortTable): PortSet {
  if (!stance) return ALL_PORTS;
  if (stance.admin.length === 0 && stance.allowed) return openTo(stance.allowed, other, target, table);
  const admin = walk(stance.admin, ALL_PORTS, other, target, table);
  if (admin.left === NO_PORTS && admin.passed === NO_PORTS) return admin.allowed;
  const rest = table.union(admin.left, admin.passed);
  if (stance.allowed) {
    return table.union(admin.allowed, table.common(rest, openTo(stance.allowed, other, target, table)));
  }
  const baseline = walk(stance.baseline, rest, other, target, table);
  return table.union(admin.allowed, table.union(baseline.allowed, table.union(baseline.left, baseline.passed)));
}

function openTo(steps: readonly Step[], other: Party, target: Party, table: PortTable): PortSet {
  let open = NO_PORTS;
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i];
    if (step && has(step.peers, other.index)) open = table.union(open, portsOf(step.ports, target, table));
  }
  return open;
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

export function portsOf(ports: Step["ports"], target: Party, table: PortTable): PortSet {
  if ("key" in ports) return ports;
  return target.kind === "pods" ? table.resolved(ports, target.portsKey, target.namedPorts) : resolvePorts(ports, []);
}
