import { type Compiled, decide, type Stance, type Stances } from "./decisions.ts";
import type { Parties, Party } from "./parties.ts";
import type { PortTable } from "./port-table.ts";
import { ALL_PORTS, NO_PORTS, type PortSet } from "./ports.ts";

/** The parts of a world that answers come from. */
interface Asked {
  readonly parties: Parties;
  readonly compiled: Compiled;
  readonly table: PortTable;
}

/** What may flow between a party at hand and each other, by the others' index. */
export type Row = readonly PortSet[];

/** As many rows of senders are kept as a namespace usually has kinds of senders. */
const KEPT = 64;

/**
 * Answers about one source or target after the other. Within a row, parties that the same policies select are judged
 * once; from row to row, what the latest senders send is kept, and nothing else is. The loops are plain and their data
 * lies in arrays, because they run for millions of pairs.
 */
export class Rows {
  readonly #asked: Asked;
  readonly #list: readonly Party[];
  readonly #takers: Int32Array;
  readonly #senders: Int32Array;
  readonly #sent = new Map<Stance, Row>();
  /** By the id of a stance, for the row at hand. */
  readonly #known: (PortSet | undefined)[];

  constructor(asked: Asked) {
    const { pods, controller, ranges } = asked.parties;
    this.#asked = asked;
    this.#list = [...pods, controller, ...ranges];
    this.#known = new Array(Math.max(asked.compiled.counts.ingress, asked.compiled.counts.egress));
    this.#takers = idsOf(asked.compiled.stances.ingress);
    this.#senders = idsOf(asked.compiled.stances.egress);
  }

  from(src: Party): Row {
    const { compiled, table } = this.#asked;
    const { ingress, egress } = compiled.stances;
    const takers = this.#takers;
    const sent = this.#sentBy(egress[src.index]);
    const row = new Array<PortSet>(takers.length);
    const taken = this.#known.fill(undefined);
    for (let i = 0; i < row.length; i++) {
      const out = sent ? (sent[i] ?? NO_PORTS) : ALL_PORTS;
      const id = takers[i] ?? -1;
      if (out === NO_PORTS || id < 0) {
        row[i] = out;
        continue;
      }
      let into = taken[id];
      if (into === undefined) {
        into = decide(ingress[i], src, this.#at(i), table);
        taken[id] = into;
      }
      row[i] = table.common(out, into);
    }
    return row;
  }

  /** From those parties alone whose index is at least `first`: external ranges come last. */
  to(dst: Party, first = 0): Row {
    const { compiled, table } = this.#asked;
    const { ingress, egress } = compiled.stances;
    const senders = this.#senders;
    const row = new Array<PortSet>(senders.length).fill(NO_PORTS);
    const sent = this.#known.fill(undefined);
    for (let i = first; i < row.length; i++) {
      const into = decide(ingress[dst.index], this.#at(i), dst, table);
      const id = senders[i] ?? -1;
      if (into === NO_PORTS || id < 0) {
        row[i] = into;
        continue;
      }
      let out = sent[id];
      if (out === undefined) {
        out = decide(egress[i], dst, dst, table);
        sent[id] = out;
      }
      row[i] = table.common(out, into);
    }
    return row;
  }

  #sentBy(sender: Stance | undefined): Row | undefined {
    if (!sender) return undefined;
    let row = this.#sent.get(sender);
    if (row) return row;
    const { table } = this.#asked;
    row = this.#list.map((dst) => decide(sender, dst, dst, table));
    const [oldest] = this.#sent.keys();
    if (this.#sent.size >= KEPT && oldest) this.#sent.delete(oldest);
    this.#sent.set(sender, row);
    return row;
  }

  #at(index: number): Party {
    return this.#list[index] ?? this.#asked.parties.controller;
  }
}

const idsOf = (stances: Stances): Int32Array => Int32Array.from(stances, (stance) => stance?.id ?? -1);
