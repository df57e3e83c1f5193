import { listOf, textOf } from "../../base/json.ts";
import type { Ledger } from "./ledger.ts";
import { contradict, demandsOf, hasRoom, isEligible, isInTopology, isInZone, isReachable } from "./nodes.ts";
import { type Claim, NO_PROVISIONER, type Node } from "./objects.ts";
import type { Pod } from "./pods.ts";
import { includesAll, matchesOnNode } from "./search.ts";
import { copyOf, type Fate, type Placement, type PodReason, type State, take } from "./state.ts";
import { classOf, provision } from "./sync.ts";
import { isForClass, type World } from "./world.ts";

/**
 * plugins/volumebinding: where the pod may go from this state, and what becomes of its claims there. One state for each
 * way it can go; the state itself if it cannot.
 */
export function schedule(world: World, state: State, pod: Pod, ledger: Ledger): readonly State[] {
  const stay = (reasons: readonly PodReason[]): readonly State[] => {
    ledger.place(pod.key, { outcome: "pending", node: undefined, reasons });
    return [state];
  };
  const sorted = sort(world, state, pod);
  const nodeName = textOf(pod.spec.nodeName);
  if (nodeName !== "") return bypass(state, pod, sorted, nodeName, ledger);
  if (listOf(pod.spec.schedulingGates).length > 0) return stay(["SCHEDULING_GATED"]);
  if (sorted.reasons.length > 0) return stay(sorted.reasons);
  if (world.nodes.length === 0) {
    ledger.place(pod.key, imagine(world, state, pod, sorted));
    return [state];
  }
  const reasons = new Set<PodReason>();
  const ways = world.nodes.flatMap((node) => {
    const answer = tryNode(world, state, pod, sorted, node);
    for (const reason of answer.reasons) reasons.add(reason);
    return answer.ways;
  });
  if (ways.length === 0) return stay([...reasons]);
  return ways.map((way) => settlePod(way, pod, sorted, ledger));
}

/** GetPodVolumes: the pod's claims, sorted. */
interface Sorted {
  readonly bound: readonly Extract<Fate, { readonly kind: "bound" }>[];
  /** Smallest request first, as the scheduler takes them. */
  readonly delayed: readonly Claim[];
  /** ReadWriteOncePod. */
  readonly exclusive: readonly string[];
  /** What keeps the pod from every node. */
  readonly reasons: readonly PodReason[];
}

function sort(world: World, state: State, pod: Pod): Sorted {
  const bound: Extract<Fate, { readonly kind: "bound" }>[] = [];
  const delayed = new Map<string, Claim>();
  const exclusive: string[] = [];
  const reasons = new Set<PodReason>();
  for (const { key, template } of pod.claims) {
    const claim = world.claimsByKey.get(key);
    const fate = state.fates.get(key);
    if (claim === undefined || fate === undefined) {
      reasons.add("CLAIM_NOT_FOUND");
      continue;
    }
    if (template !== undefined && claim.owner !== pod.key) reasons.add("CLAIM_NOT_OWNED");
    if (claim.modes.includes("ReadWriteOncePod")) exclusive.push(key);
    if (fate.kind === "bound") bound.push(fate);
    else if (fate.kind === "lost") reasons.add("CLAIM_LOST");
    else if (classOf(world, claim)?.delays === true && claim.volumeName === "") delayed.set(key, selected(claim, fate));
    else reasons.add("UNBOUND_IMMEDIATE_CLAIM");
  }
  if (reasons.size === 0 && exclusive.some((key) => state.inUse.has(key))) reasons.add("CLAIM_IN_USE");
  const smallestFirst = [...delayed.values()].sort((a, b) =>
    a.request < b.request ? -1 : a.request > b.request ? 1 : 0,
  );
  return { bound, delayed: smallestFirst, exclusive, reasons: [...reasons] };
}

/** A claim that is being provisioned keeps the node that was chosen for it. */
const selected = (claim: Claim, fate: Fate): Claim =>
  fate.kind === "provisioning" && fate.node !== undefined ? { ...claim, selectedNode: fate.node } : claim;

/** With nodeName set nobody asks the scheduler, and nobody binds or provisions what waits for it. */
function bypass(state: State, pod: Pod, sorted: Sorted, node: string, ledger: Ledger): readonly State[] {
  const isHeld = sorted.reasons.length > 0 || sorted.delayed.length > 0;
  const reasons: readonly PodReason[] = isHeld ? [...sorted.reasons, "NODE_NAME_SET"] : [];
  ledger.place(pod.key, { outcome: isHeld ? "pending" : "scheduled", node, reasons });
  for (const key of sorted.exclusive) state.inUse.add(key);
  return [state];
}

interface Way {
  readonly state: State;
  readonly node: string;
  /** What happens to each delayed claim. */
  readonly fates: readonly (readonly [key: string, fate: Fate])[];
}

interface Answer {
  readonly ways: readonly Way[];
  readonly reasons: readonly PodReason[];
}

const refuse = (...reasons: readonly PodReason[]): Answer => ({ ways: [], reasons });

/** FindPodVolumes, with VolumeZone: all claims of the pod, or nothing. */
function tryNode(world: World, state: State, pod: Pod, { bound, delayed }: Sorted, node: Node): Answer {
  if (!isEligible(node, pod)) return refuse("NODE_NOT_ELIGIBLE");
  if (bound.some(({ group }) => !isReachable(group.volume, node))) return refuse("NODE_AFFINITY_CONFLICT");
  if (bound.some(({ group }) => !isInZone(group.volume, node))) return refuse("VOLUME_ZONE_CONFLICT");
  let ways: readonly Way[] = [{ state: copyOf(state), node: node.name, fates: [] }];
  const reasons = new Set<PodReason>();
  for (const claim of delayed) {
    ways = ways.flatMap((way) => {
      const answer = serve(world, way, claim, node);
      for (const reason of answer.reasons) reasons.add(reason);
      return answer.ways;
    });
  }
  return { ways, reasons: ways.length > 0 ? [] : [...reasons] };
}

/** findMatchingVolumes for one claim, then checkVolumeProvisions if there is no match. */
function serve(world: World, way: Way, claim: Claim, node: Node): Answer {
  if (claim.selectedNode !== undefined) {
    if (claim.selectedNode !== node.name) return refuse("NO_VOLUME_ON_NODE");
    return provisionFor(world, way, claim, node);
  }
  const matches = matchesOnNode(world.groups, way.state, claim, ({ volume }) => isReachable(volume, node));
  const answers = matches.map((group): Answer => {
    if (group === undefined) return provisionFor(world, way, claim, node);
    // A volume that names the claim is taken without a look at its modes, and then the controller never binds it.
    if (!includesAll(group.volume.modes, claim.modes)) return refuse("NO_VOLUME_ON_NODE");
    const state = copyOf(way.state);
    take(state, group);
    return { ways: [{ ...way, state, fates: [...way.fates, [claim.key, { kind: "bound", group }]] }], reasons: [] };
  });
  if (answers.length === 0) return provisionFor(world, way, claim, node);
  return { ways: answers.flatMap(({ ways }) => ways), reasons: answers.flatMap(({ reasons }) => reasons) };
}

function provisionFor(world: World, way: Way, claim: Claim, node: Node): Answer {
  const storageClass = classOf(world, claim);
  if (storageClass === undefined || ["", NO_PROVISIONER].includes(storageClass.provisioner))
    return refuse("NO_VOLUME_ON_NODE");
  if (!isInTopology(storageClass, node)) return refuse("NO_VOLUME_ON_NODE");
  if (world.meteredDrivers.has(storageClass.provisioner)) {
    const own = world.capacities.filter((capacity) => isForClass(capacity, storageClass.name));
    if (!own.some((capacity) => hasRoom(capacity, node, claim.request))) return refuse("NOT_ENOUGH_FREE_STORAGE");
  }
  const fate = provision(world, claim, node.name);
  return { ways: [{ ...way, fates: [...way.fates, [claim.key, fate]] }], reasons: [] };
}

function settlePod({ state, node, fates }: Way, pod: Pod, sorted: Sorted, ledger: Ledger): State {
  for (const [key, fate] of fates) {
    state.fates.set(key, fate);
    ledger.decide(key, fate);
  }
  if (fates.some(([, { kind }]) => kind === "pending"))
    ledger.place(pod.key, { outcome: "pending", node: undefined, reasons: ["NO_VOLUME_PLUGIN"] });
  else {
    const isWaiting = fates.some(([, { kind }]) => kind === "provisioning");
    ledger.place(pod.key, { outcome: isWaiting ? "schedulable-after-provisioning" : "scheduled", node, reasons: [] });
    for (const key of sorted.exclusive) state.inUse.add(key);
  }
  return state;
}

/** Without nodes: whether there can be a node for the pod, and what would have to be provisioned there. */
function imagine(world: World, state: State, pod: Pod, { bound, delayed }: Sorted): Placement {
  const pending = (...reasons: readonly PodReason[]): Placement => ({ outcome: "pending", node: undefined, reasons });
  const affinities = bound.flatMap(({ group }) => (group.volume.affinity === undefined ? [] : [group.volume.affinity]));
  if (contradict([...demandsOf(pod), ...affinities])) return pending("NODE_AFFINITY_CONFLICT");
  const scratch = copyOf(state);
  let provisions = false;
  for (const claim of delayed) {
    const [group] = matchesOnNode(world.groups, scratch, claim, () => true);
    if (group !== undefined) take(scratch, group);
    else if (["", NO_PROVISIONER].includes(classOf(world, claim)?.provisioner ?? ""))
      return pending("NO_VOLUME_ON_NODE");
    else provisions = true;
  }
  const outcome = provisions ? "schedulable-after-provisioning" : "scheduled";
  return { outcome, node: undefined, reasons: ["NODES_UNKNOWN"] };
}
