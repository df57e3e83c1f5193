import { partiesIn } from "./matching.ts";
import type { Parties } from "./parties.ts";
import { NOTHING, type PortTable } from "./port-table.ts";

/** Workloads, by their place among all, and on which ports they are reached or reach. */
export class Reached {
  readonly #table: PortTable;
  readonly #places: readonly (readonly number[])[];
  readonly #set: Uint32Array;
  /** Holds where the set has the place. */
  readonly #ports: Int32Array;

  constructor({ peers, pods }: Parties, table: PortTable) {
    const places = pods.map((): number[] => []);
    for (const [place, { parties }] of peers.entries()) for (const { index } of parties) places[index]?.push(place);
    this.#table = table;
    this.#places = places;
    this.#set = new Uint32Array((peers.length + 31) >>> 5);
    this.#ports = new Int32Array(peers.length);
  }

  clear(): void {
    this.#set.fill(0);
  }

  /** The workloads of a party; a workload's Pods may differ, and then it may do what any of them may. */
  add(party: number, ports: number): void {
    if (ports === NOTHING) return;
    for (const place of this.#places[party] ?? []) {
      this.#ports[place] = this.#table.unionOf(this.at(place), ports);
      this.#set[place >>> 5] = (this.#set[place >>> 5] ?? 0) | (1 << (place & 31));
    }
  }

  /** The number of the ports. */
  at(place: number): number {
    const isIn = ((this.#set[place >>> 5] ?? 0) >>> (place & 31)) & 1;
    return isIn === 1 ? (this.#ports[place] ?? NOTHING) : NOTHING;
  }

  /** In order. */
  places(): readonly number[] {
    return partiesIn(this.#set, 0, this.#ports.length);
  }
}
