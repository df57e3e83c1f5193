import type { PortMatch } from "./input.ts";
import type { NamedPort } from "./parties.ts";
import { ALL_PORTS, commonPorts, NO_PORTS, type PortSet, portRange, portsWithout, unionOfPorts } from "./ports.ts";

type Operation = (a: PortSet, b: PortSet) => PortSet;

/**
 * Remembers what port arithmetic gave. A world has a handful of distinct sets and millions of pairs that ask for the
 * same sums of them.
 */
export class PortTable {
  readonly #sets = new Map<string, PortSet>();
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
