import { IPV4, IPV6 } from "./addresses.ts";
import type { LabelSelector, Labels, PeerMatch } from "./input.ts";
import { contains } from "./intervals.ts";
import { addressesOf, type Parties, type Party, type PodParty } from "./parties.ts";
import { EVERYTHING, selectorKey, selects } from "./selector.ts";

/** A set of parties, one bit each. */
export type PartySet = Uint32Array;

export const has = (set: PartySet, index: number): boolean => (((set[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;

/** The members of a set from `start` to before `end`, in order. */
export function partiesIn(set: PartySet, start: number, end: number): readonly number[] {
  const members: number[] = [];
  for (let word = start >>> 5; word < set.length && word << 5 < end; word++) {
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const index = (word << 5) + 31 - Math.clz32(bits & -bits);
      if (index >= start && index < end) members.push(index);
    }
  }
  return members;
}

export function unionOfSets(sets: readonly PartySet[]): PartySet {
  const [first = new Uint32Array(0), ...others] = sets;
  if (others.length === 0) return first;
  const all = first.slice();
  for (const set of others) for (let i = 0; i < all.length; i++) all[i] = (all[i] ?? 0) | (set[i] ?? 0);
  return all;
}

/** Which parties the selectors and blocks of a world mean. Every distinct one is looked up once. */
export class Matching {
  readonly #parties: Parties;
  readonly #known = new Map<string, PartySet>();
  readonly #byLabel = new Map<string, PodParty[]>();
  readonly #everyone: PartySet;

  constructor(parties: Parties) {
    this.#parties = parties;
    this.#everyone = this.#setOf(allOf(parties));
    for (const party of parties.pods) {
      for (const [key, value] of Object.entries(party.labels)) {
        const label = `${key}=${value}`;
        const list = this.#byLabel.get(label);
        if (list) list.push(party);
        else this.#byLabel.set(label, [party]);
      }
    }
  }

  /** Who matches an entry of `from` or `to` of a policy in `home`; undefined for policies of the cluster. */
  whoMatches(peers: "everyone" | readonly PeerMatch[], home: string | undefined): PartySet {
    if (peers === "everyone") return this.#everyone;
    return peers.length === 0 ? this.#setOf([]) : unionOfSets(peers.map((peer) => this.#one(peer, home)));
  }

  /** Pods of a namespace, or of the namespaces that match, as a policy's subject selects them. */
  subjects(namespaces: string | LabelSelector, pods: LabelSelector): readonly PodParty[] {
    return this.#candidates(namespaces, pods).filter((party) => !party.onNode && selects(pods, party.labels));
  }

  /** Pods that a Service selects: unlike policies, it sees those in their node's network too. */
  selectedBy(namespace: string, labels: Labels): readonly PodParty[] {
    const selector: LabelSelector = { matchLabels: labels, matchExpressions: [] };
    return this.#candidates(namespace, selector).filter((party) => selects(selector, party.labels));
  }

  #one(peer: PeerMatch, home: string | undefined): PartySet {
    const key = peer.kind === "pods" ? podsKey(peer, home) : JSON.stringify(peer);
    let set = this.#known.get(key);
    if (!set) {
      set = this.#setOf(this.#find(peer, home));
      this.#known.set(key, set);
    }
    return set;
  }

  #find(peer: PeerMatch, home: string | undefined): readonly Party[] {
    switch (peer.kind) {
      case "pods": {
        const namespaces = peer.namespaces ?? home ?? EVERYTHING;
        return this.subjects(namespaces, peer.pods);
      }
      case "block":
      case "networks": {
        const addresses = addressesOf(peer);
        const outside = this.#parties.ranges.filter(({ from }) => contains(addresses, from));
        return peer.kind === "networks" && peer.coversPods && leavesNobodyOut(addresses)
          ? [...this.#parties.pods, this.#parties.controller, ...outside]
          : outside;
      }
      case "nodes":
      case "domains":
      case "unknown":
        return [];
    }
  }

  /** A small superset: the Pods that carry the rarest label asked for, or those of one namespace. */
  #candidates(namespaces: string | LabelSelector, pods: LabelSelector): readonly PodParty[] {
    const lists = Object.entries(pods.matchLabels).map(([key, value]) => this.#byLabel.get(`${key}=${value}`) ?? []);
    const rarest = lists.reduce<readonly PodParty[] | undefined>(
      (best, list) => (best && best.length <= list.length ? best : list),
      undefined,
    );
    if (typeof namespaces === "string") {
      const inNamespace = this.#parties.byNamespace.get(namespaces) ?? [];
      if (!rarest || inNamespace.length <= rarest.length) return inNamespace;
      return rarest.filter(({ namespace }) => namespace === namespaces);
    }
    const known = new Map<string, boolean>();
    return (rarest ?? [...this.#parties.pods, this.#parties.controller]).filter(({ namespace, namespaceLabels }) => {
      const matches = known.get(namespace) ?? selects(namespaces, namespaceLabels);
      known.set(namespace, matches);
      return matches;
    });
  }

  #setOf(parties: readonly Party[]): PartySet {
    const set = new Uint32Array((this.#parties.count + 31) >>> 5);
    for (const { index } of parties) set[index >>> 5] = (set[index >>> 5] ?? 0) | (1 << (index & 31));
    return set;
  }
}

const allOf = ({ pods, controller, ranges }: Parties): readonly Party[] => [...pods, controller, ...ranges];

const podsKey = (peer: Extract<PeerMatch, { kind: "pods" }>, home: string | undefined): string =>
  `${peer.namespaces ? selectorKey(peer.namespaces) : (home ?? "*")} ${selectorKey(peer.pods)}`;

/** A Pod's address is unknown, so only a block that leaves no address of a family out means Pods for certain. */
export const leavesNobodyOut = (addresses: readonly bigint[]): boolean =>
  [IPV4, IPV6].some(([from = 0n, until = 0n]) =>
    addresses.some((bound, i) => i % 2 === 0 && bound <= from && (addresses[i + 1] ?? 0n) >= until),
  );
