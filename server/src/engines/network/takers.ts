import { decide, type Stance, type Stances } from "./decisions.ts";
import type { Party } from "./parties.ts";
import { EVERYTHING, NOTHING, type PortTable } from "./port-table.ts";

/**
 * What every stance lets in from one party after the other. The sets of all stances stand side by side, word by word:
 * what is asked of a party then lies in one place, however many stances there are.
 */
export class Takers {
  readonly #table: PortTable;
  /** By the id of a stance. */
  readonly #list: readonly Stance[];
  /** Ids of stances that only a walk through their tiers decides. */
  readonly #walked: readonly number[];
  readonly #words: Uint32Array;
  /** Per set: the id of the stance that it belongs to, and the number of the ports that it opens. */
  readonly #owners: Int32Array;
  readonly #ports: Int32Array;
  readonly #taken: Int32Array;

  constructor(stances: Stances, count: number, table: PortTable) {
    const list: Stance[] = [];
    for (const stance of stances) if (stance) list[stance.id] = stance;
    const sets = list.flatMap(({ id, admin, allowed }) => {
      const steps = admin.length > 0 || !allowed ? [] : allowed;
      return steps.flatMap(({ peers, ports }) => ("key" in ports ? [{ id, peers, ports: table.numberOf(ports) }] : []));
    });
    const length = sets.reduce((most, { peers }) => Math.max(most, peers.length), 0);
    this.#table = table;
    this.#list = list;
    this.#walked = list.flatMap(({ id, admin, allowed }) =>
      admin.length > 0 || !allowed || allowed.some(({ ports }) => !("key" in ports)) ? [id] : [],
    );
    this.#owners = Int32Array.from(sets, ({ id }) => id);
    this.#ports = Int32Array.from(sets, ({ ports }) => ports);
    this.#words = new Uint32Array(length * sets.length);
    this.#taken = new Int32Array(count + 1);
    for (const [at, { peers }] of sets.entries()) {
      for (let word = 0; word < peers.length; word++) this.#words[word * sets.length + at] = peers[word] ?? 0;
    }
  }

  /**
   * Numbers of ports by the id of a stance, and under the next number everything, for those without one. The next
   * question overwrites the answer.
   */
  from(party: Party): Int32Array {
    const { index } = party;
    const [table, words, owners, ports, taken] = [this.#table, this.#words, this.#owners, this.#ports, this.#taken];
    const count = owners.length;
    const start = (index >>> 5) * count;
    const bit = 1 << (index & 31);
    taken.fill(NOTHING);
    for (let at = 0; at < count; at++) {
      if (((words[start + at] ?? 0) & bit) === 0) continue;
      const owner = owners[at] ?? 0;
      taken[owner] = table.unionOf(taken[owner] ?? NOTHING, ports[at] ?? NOTHING);
    }
    for (const id of this.#walked) taken[id] = table.numberOf(decide(this.#list[id], party, party, table));
    taken[taken.length - 1] = EVERYTHING;
    return taken;
  }
}
