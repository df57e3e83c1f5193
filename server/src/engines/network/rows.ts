import { type Compiled, decide, portsOf, type Stance } from "./decisions.ts";
import type { Direction } from "./input.ts";
import { partiesIn } from "./matching.ts";
import type { Parties, Party, PodParty } from "./parties.ts";
import { EVERYTHING, NOTHING, type PortTable } from "./port-table.ts";
import { Reached } from "./reached.ts";
import { Takers } from "./takers.ts";

/** The parts of a world that answers come from. */
interface Asked {
  readonly parties: Parties;
  readonly compiled: Compiled;
  readonly table: PortTable;
}

/** What a stance leaves open towards each party of a list, by their order: numbers of the port table. */
export type Row = Int32Array;

interface Sent {
  readonly row: Row;
  /** Towards how many parties anything is open. */
  readonly count: number;
}

/** As many rows of senders are kept as a few namespaces usually have kinds of senders. */
const KEPT = 256;

/**
 * Answers about one source or target after the other: the next question overwrites the answer. Parties that the same
 * policies select are judged once, and only what is open costs anything, because there are millions of pairs. Of what
 * was found out only that about the latest senders is kept.
 */
export class Rows {
  readonly #asked: Asked;
  readonly #list: readonly PodParty[];
  readonly #takers: Takers;
  /** By the id of a stance, and under the next number for those without one: indices of parties. */
  readonly #members: readonly (readonly number[])[];
  readonly #sent = new Map<Stance, Sent>();
  readonly #outside = new Map<Stance, Row>();
  readonly #reached: Reached;

  constructor(asked: Asked) {
    const { pods, controller } = asked.parties;
    const { counts, stances } = asked.compiled;
    const members = Array.from({ length: counts.ingress + 1 }, (): number[] => []);
    this.#asked = asked;
    this.#list = [...pods, controller];
    for (const { index } of pods) members[stances.ingress[index]?.id ?? counts.ingress]?.push(index);
    this.#members = members;
    this.#takers = new Takers(stances.ingress, counts.ingress, asked.table);
    this.#reached = new Reached(asked.parties, asked.table);
  }

  /** Workloads that any of the parties reaches. */
  from(sources: readonly Party[]): Reached {
    const { stances } = this.#asked.compiled;
    this.#reached.clear();
    for (const src of sources) {
      const sent = this.#sentBy(stances.egress[src.index]);
      const taken = this.#takers.from(src);
      if (sent && sent.count < this.#countOf(taken)) this.#addSent(sent.row, taken);
      else this.#addTaken(taken, sent?.row);
    }
    return this.#reached;
  }

  /** How many parties let anything in. */
  #countOf(taken: Int32Array): number {
    let count = 0;
    for (let id = 0; id < taken.length; id++) if (taken[id] !== NOTHING) count += this.#members[id]?.length ?? 0;
    return count;
  }

  /** One by one of those that let anything in; `sent` undefined: everything is sent to everybody. */
  #addTaken(taken: Int32Array, sent: Row | undefined): void {
    const { table } = this.#asked;
    for (let id = 0; id < taken.length; id++) {
      const into = taken[id] ?? NOTHING;
      if (into === NOTHING) continue;
      for (const party of this.#members[id] ?? []) {
        this.#reached.add(party, sent ? table.commonOf(sent[party] ?? NOTHING, into) : into);
      }
    }
  }

  /** One by one of those to whom anything is sent. */
  #addSent(sent: Row, taken: Int32Array): void {
    const { compiled, table } = this.#asked;
    const { ingress } = compiled.stances;
    const last = taken.length - 1;
    for (let party = 0; party < sent.length - 1; party++) {
      const out = sent[party] ?? NOTHING;
      if (out === NOTHING) continue;
      const into = taken[ingress[party]?.id ?? last] ?? NOTHING;
      this.#reached.add(party, table.commonOf(out, into));
    }
  }

  /** Workloads that reach any of the parties. */
  to(targets: readonly Party[]): Reached {
    const { compiled, table } = this.#asked;
    const { ingress, egress } = compiled.stances;
    this.#reached.clear();
    for (const dst of targets) {
      const stance = ingress[dst.index];
      const row = stance && this.#open(stance, this.#list, 0);
      const sent = new Int32Array(compiled.counts.egress).fill(-1);
      for (const { index } of this.#asked.parties.pods) {
        const into = row ? (row[index] ?? NOTHING) : EVERYTHING;
        const id = egress[index]?.id ?? -1;
        if (into === NOTHING) continue;
        let out = id < 0 ? EVERYTHING : (sent[id] ?? -1);
        if (out < 0) {
          out = table.numberOf(decide(egress[index], dst, dst, table));
          sent[id] = out;
        }
        this.#reached.add(index, table.commonOf(out, into));
      }
    }
    return this.#reached;
  }

  /** What may flow between parties and each range outside, by their order: that hangs on their stances alone. */
  outside(direction: Direction, parties: readonly Party[]): Row {
    const { table } = this.#asked;
    const rows = parties.map((party) => this.#outsideOf(this.#asked.compiled.stances[direction][party.index]));
    const [first = new Int32Array(0), ...more] = rows;
    return more.reduce((all, row) => all.map((ports, i) => table.unionOf(ports, row[i] ?? NOTHING)), first);
  }

  #outsideOf(stance: Stance | undefined): Row {
    const { ranges } = this.#asked.parties;
    if (!stance) return new Int32Array(ranges.length).fill(EVERYTHING);
    let row = this.#outside.get(stance);
    if (!row) {
      row = this.#open(stance, ranges, this.#list.length);
      this.#outside.set(stance, row);
    }
    return row;
  }

  #sentBy(sender: Stance | undefined): Sent | undefined {
    if (!sender) return undefined;
    let sent = this.#sent.get(sender);
    if (sent) return sent;
    const row = this.#open(sender, this.#list, 0);
    sent = { row, count: row.reduce((count, ports) => (ports === NOTHING ? count : count + 1), 0) };
    const [oldest] = this.#sent.keys();
    if (this.#sent.size >= KEPT && oldest) this.#sent.delete(oldest);
    this.#sent.set(sender, sent);
    return sent;
  }

  /** `first` is the index of the list's first party. Names of ports are each party's, where they are not settled. */
  #open(stance: Stance, list: readonly Party[], first: number): Row {
    const { table } = this.#asked;
    if (!stance.allowed || stance.admin.length > 0) {
      return Int32Array.from(list, (party) => table.numberOf(decide(stance, party, party, table)));
    }
    const row = new Int32Array(list.length);
    for (const { peers, ports } of stance.allowed) {
      const fixed = "key" in ports ? table.numberOf(ports) : undefined;
      for (const index of partiesIn(peers, first, first + list.length)) {
        const at = index - first;
        const party = list[at];
        if (party === undefined) continue;
        const number = fixed ?? table.numberOf(portsOf(ports, party, table));
        row[at] = table.unionOf(row[at] ?? NOTHING, number);
      }
    }
    return row;
  }
}
