import type { Direction, NetworkPolicy, PeerMatch, Pods, Rule } from "../engines/network/input.ts";
import { has } from "../engines/network/matching.ts";
import { type Peer, type PodParty, peerId } from "../engines/network/parties.ts";
import { EVERYTHING, missedBy, selects } from "../engines/network/selector.ts";
import { buildWorld, type World } from "../engines/network/world.ts";
import type { ResourceFacts } from "../model/facts.ts";
import { type NetworkPart, networkInput } from "./network-world.ts";
import type { Entry } from "./view.ts";

export type {
  Direction,
  LabelSelector,
  NetworkPolicy,
  PeerMatch,
  Pods,
  PortMatch,
  Rule,
} from "../engines/network/input.ts";

/** One object as it is sent to a cluster. */
export interface InCluster {
  readonly entry: Entry;
  readonly namespace: string;
  readonly part: NetworkPart;
}

/** The objects of one cluster as far as files show it, and who may reach whom there. A value; nothing in it changes. */
export class NetworkCluster {
  readonly #objects: readonly InCluster[];
  readonly #byFacts: ReadonlyMap<ResourceFacts, InCluster>;
  #world: World | undefined;

  constructor(objects: readonly InCluster[]) {
    this.#objects = objects;
    this.#byFacts = new Map(objects.map((object) => [object.entry.facts, object]));
  }

  /** Made when somebody asks who may reach whom. */
  get world(): World {
    this.#world ??= buildWorld(networkInput(this.#objects.map(({ part }) => part)));
    return this.#world;
  }

  /** The policy that an object is. */
  policyOf(facts: ResourceFacts): NetworkPolicy | undefined {
    return this.#byFacts.get(facts)?.part.policies?.[0];
  }

  get policies(): readonly NetworkPolicy[] {
    return this.world.input.policies;
  }

  /** Whether a NetworkPolicy isolates the Pods of an object; undefined where nobody can tell. */
  isIsolated(facts: ResourceFacts, direction: Direction): boolean | undefined {
    const pods = this.podsOf(facts);
    const peer = pods && this.world.peerById.get(peerId(pods));
    if (!peer || pods.hostNetwork) return undefined;
    const { stances } = this.world.compiled;
    return peer.parties.some(({ index }) => stances[direction][index]?.allowed !== undefined);
  }

  namespaceOf(facts: ResourceFacts): string | undefined {
    return this.#byFacts.get(facts)?.namespace;
  }

  /** What makes the Pods that an object is or makes. */
  podsOf(facts: ResourceFacts): Pods | undefined {
    return this.#byFacts.get(facts)?.part.pods?.[0];
  }

  /** Where an answer of the engine stands. */
  entryOf({ origin }: { readonly origin: string }): Entry | undefined {
    return this.#objects[Number(origin)]?.entry;
  }

  entriesOf(peers: Iterable<Peer>): readonly Entry[] {
    return [...peers].flatMap(({ pods }) => pods.flatMap((each) => this.entryOf(each) ?? []));
  }

  /** Everything that is or makes Pods and that a policy selects; Pods in their node's network are none of its business. */
  subjects({ namespace, subject }: NetworkPolicy): readonly Peer[] {
    return this.#peersOf(this.world.matching.subjects(namespace, subject));
  }

  /** The same for an entry of `from` or `to`. */
  matched(peer: PeerMatch, { namespace }: NetworkPolicy): readonly Peer[] {
    const { matching, parties } = this.world;
    const set = matching.whoMatches([peer], namespace);
    return this.#peersOf(parties.pods.filter(({ index }) => has(set, index)));
  }

  /** Whether a selector for namespaces means one that some manifest, or an object's namespace, shows. */
  knowsNamespace(peer: Extract<PeerMatch, { kind: "pods" }>): boolean {
    const { namespaces = EVERYTHING } = peer;
    const { pods } = this.world.parties;
    return (
      pods.some(({ namespaceLabels }) => selects(namespaces, namespaceLabels)) ||
      this.world.input.namespaces.some(({ name, labels }) =>
        selects(namespaces, { ...labels, "kubernetes.io/metadata.name": name }),
      )
    );
  }

  /** Names of the namespaces that a manifest, or an object in them, shows. */
  get namespaces(): ReadonlySet<string> {
    const { namespaces } = this.world.input;
    return new Set([...namespaces.map(({ name }) => name), ...this.#objects.map(({ namespace }) => namespace)]);
  }

  /** The one label that keeps Pods from an entry of `from` or `to`, and what they have under its key. */
  nearLabels(
    { namespaces, pods }: Extract<PeerMatch, { kind: "pods" }>,
    { namespace }: NetworkPolicy,
  ): readonly { readonly key: string; readonly wanted: string; readonly found: string }[] {
    return this.world.parties.pods.flatMap((party) => {
      if (namespaces ? !selects(namespaces, party.namespaceLabels) : party.namespace !== namespace) return [];
      const [missed, ...more] = missedBy(pods, party.labels, 2);
      const wanted = missed && pods.matchLabels[missed.key];
      if (!missed?.found || wanted === undefined || more.length > 0) return [];
      return [{ key: missed.key, wanted, found: missed.found }];
    });
  }

  /** Pods in their node's network that a policy means to select, and does not. */
  onNode({ namespace, subject }: NetworkPolicy): readonly Entry[] {
    return this.world.input.pods
      .filter((pods) => pods.hostNetwork && pods.namespace === namespace && selects(subject, pods.labels))
      .flatMap((pods) => this.entryOf(pods) ?? []);
  }

  #peersOf(parties: readonly PodParty[]): readonly Peer[] {
    return [...new Set(parties.flatMap(({ index }) => this.world.parties.peersOf.get(index) ?? []))];
  }
}

/** The rules of a policy for a direction; none where the policy leaves it alone. */
export const rulesFor = (policy: NetworkPolicy, direction: Direction): readonly Rule[] => policy[direction] ?? [];

/**
 * Whose ports a rule is about: the Pods that the policy selects when they are called, those of `to` when they call.
 * Undefined when some of them are in no manifest.
 */
export function targetsOf(
  cluster: NetworkCluster,
  policy: NetworkPolicy,
  direction: Direction,
  rule: Rule,
): readonly Pods[] | undefined {
  const peers =
    direction === "ingress"
      ? cluster.subjects(policy)
      : rule.peers === "everyone" || rule.peers.some(({ kind }) => kind !== "pods")
        ? []
        : rule.peers.flatMap((peer) => cluster.matched(peer, policy));
  const pods = [...new Set(peers)].flatMap((peer) => peer.pods);
  return pods.length === 0 || pods.some(({ ports }) => ports.length === 0) ? undefined : pods;
}
