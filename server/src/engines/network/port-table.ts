import type { PortMatch } from "./input.ts";
import type { NamedPort } from "./parties.ts";
import { ALL_PORTS, commonPorts, NO_PORTS, type PortSet, portRange, portsWithout, unionOfPorts } from "./ports.ts";

type Operation = (a: PortSet, b: PortSet) => PortSet;

/** Numbers of the two sets that every table has. */
export const NOTHING = 0;
export const EVERYTHING = 1;

/**
 * Remembers what port arithmetic gave. A world has a handful of distinct sets and millions of pairs that ask for the
 * same sums of them: within a table each set has a number, and sums of numbers are found in a list.
 */
export class PortTable {
  readonly #sets = new Map<string, PortSet>();
  readonly #numbers = new Map<PortSet, number>();
  readonly #list: PortSet[] = [];
  readonly #unions: number[][] = [];
  readonly #commons: number[][] = [];
  readonly #resolved = new Map<readonly PortMatch[], Map<string, PortSet>>();
  readonly union: Operation = this.#remember(unionOfPorts);
  readonly common: Operation = this.#remember(commonPorts);
  readonly without: Operation = this.#remember(portsWithout);

  /** The ports of a rule towards Pods with these named ports, whose key is the same for equal ones. */
  resolved(ports: readonly PortMatch[], key: string, named: readonly NamedPort[]): PortSet {
    let byKey = this.#resolved.get(ports);
    if (!byKey) {
      byKey = new Map();
      this.#resolved.set(ports, byKey);
    }
    let set = byKey.get(key);
    if (!set) {
      set = this.#same(resolvePorts(ports, named));
      byKey.set(key, set);
    }
    return set;
  }

  constructor() {
    this.numberOf(NO_PORTS);
    this.numberOf(ALL_PORTS);
  }

  numberOf(set: PortSet): number {
    const known = this.#numbers.get(set);
    if (known !== undefined) return known;
    const same = isPlain(set) ? set : this.#same(set);
    const number = same === set ? this.#list.push(set) - 1 : this.numberOf(same);
    this.#numbers.set(set, number);
    return number;
  }

  setAt(number: number): PortSet {
    return this.#list[number] ?? NO_PORTS;
  }

  unionOf(a: number, b: number): number {
    if (a === b || b === NOTHING || a === EVERYTHING) return a;
    if (a === NOTHING || b === EVERYTHING) return b;
    return this.#lookUp(this.#unions, this.union, a, b);
  }

  commonOf(a: number, b: number): number {
    if (a === b || b === EVERYTHING || a === NOTHING) return a;
    if (a === EVERYTHING || b === NOTHING) return b;
    return this.#lookUp(this.#commons, this.common, a, b);
  }

  #lookUp(results: number[][], operation: Operation, a: number, b: number): number {
    let row = results[a];
    if (row === undefined) {
      row = [];
      results[a] = row;
    }
    let result = row[b];
    if (result === undefined) {
      result = this.numberOf(operation(this.setAt(a), this.setAt(b)));
      row[b] = result;
    }
    return result;
  }

  #remember(operation: Operation): Operation {
    const results = new Map<PortSet, Map<PortSet, PortSet>>();
    return (a, b) => {
      if (a === b || isPlain(a) || isPlain(b)) return operation(a, b);
      let row = results.get(a);
      if (!row) {
        row = new Map();
        results.set(a, row);
      }
      let result = row.get(b);
      if (!result) {
        result = this.#same(operation(a, b));
        row.set(b, result);
      }
      return result;
    };
  }

  #same(set: PortSet): PortSet {
    const known = this.#sets.get(set.key);
    if (known) return known;
    this.#sets.set(set.key, set);
    return set;
  }
}

const isPlain = (set: PortSet): boolean => set === ALL_PORTS || set === NO_PORTS;

/** A name stands for every port of the target with that name and protocol, and for nothing where there is none. */
export const resolvePorts = (ports: readonly PortMatch[], named: readonly NamedPort[]): PortSet =>
  ports.reduce<PortSet>((all, port) => unionOfPorts(all, resolvePort(port, named)), NO_PORTS);

export function resolvePort(port: PortMatch, named: readonly NamedPort[]): PortSet {
  switch (port.kind) {
    case "range":
      return portRange(port.protocol, port.from, port.to);
    case "name":
      return named
        .filter(({ name, protocol }) => name === port.name && protocol === (port.protocol ?? protocol))
        .reduce<PortSet>(
          (all, { protocol, number }) => unionOfPorts(all, portRange(protocol, number, number)),
          NO_PORTS,
        );
    case "unknown":
      return NO_PORTS;
  }
}
