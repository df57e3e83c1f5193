import { contains, difference, type Intervals, intersection, union } from "./intervals.ts";

/** What NetworkPolicy can tell apart; ICMP and the like are undefined for it. In the order in which they are shown. */
export const PROTOCOLS = ["SCTP", "TCP", "UDP"] as const;

export type Protocol = (typeof PROTOCOLS)[number];

/** Ports per protocol, canonical: equal sets have equal keys, and the common ones are the same object. */
export interface PortSet {
  readonly key: string;
  readonly ranges: { readonly [P in Protocol]: Intervals<number> };
}

const EVERY: Intervals<number> = [1, 65536];

export const ALL_PORTS: PortSet = keyed({ SCTP: EVERY, TCP: EVERY, UDP: EVERY });
export const NO_PORTS: PortSet = keyed({ SCTP: [], TCP: [], UDP: [] });

/** Ports `from` to `to`, both included, as far as such ports exist. */
export function portRange(protocol: Protocol, from: number, to: number): PortSet {
  const range = intersection(from <= to ? [from, to + 1] : [], EVERY);
  return range.length === 0 ? NO_PORTS : keyed({ ...NO_PORTS.ranges, [protocol]: range });
}

export function unionOfPorts(a: PortSet, b: PortSet): PortSet {
  if (a === b || b === NO_PORTS || a === ALL_PORTS) return a;
  if (a === NO_PORTS || b === ALL_PORTS) return b;
  return perProtocol(a, b, union);
}

export function commonPorts(a: PortSet, b: PortSet): PortSet {
  if (a === b || b === ALL_PORTS || a === NO_PORTS) return a;
  if (a === ALL_PORTS || b === NO_PORTS) return b;
  return perProtocol(a, b, intersection);
}

export function portsWithout(a: PortSet, b: PortSet): PortSet {
  if (a === NO_PORTS || b === NO_PORTS) return a;
  if (a === b || b === ALL_PORTS) return NO_PORTS;
  return perProtocol(a, b, difference);
}

export const hasPort = (set: PortSet, protocol: Protocol, port: number): boolean =>
  contains(set.ranges[protocol], port);

/** Pairs of first and last port, per protocol that has any; "all" for everything. For JSON. */
export function listPorts(set: PortSet): "all" | Readonly<Partial<Record<Protocol, readonly (readonly number[])[]>>> {
  if (set === ALL_PORTS) return "all";
  const entries = PROTOCOLS.flatMap((protocol) => {
    const pairs = pairsOf(set.ranges[protocol]);
    return pairs.length === 0 ? [] : [[protocol, pairs] as const];
  });
  return Object.fromEntries(entries);
}

function pairsOf(ranges: Intervals<number>): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  for (let i = 0; i + 1 < ranges.length; i += 2) pairs.push([ranges[i] ?? 0, (ranges[i + 1] ?? 0) - 1]);
  return pairs;
}

function perProtocol(
  a: PortSet,
  b: PortSet,
  operation: (a: Intervals<number>, b: Intervals<number>) => Intervals<number>,
): PortSet {
  const set = keyed({
    SCTP: operation(a.ranges.SCTP, b.ranges.SCTP),
    TCP: operation(a.ranges.TCP, b.ranges.TCP),
    UDP: operation(a.ranges.UDP, b.ranges.UDP),
  });
  if (set.key === ALL_PORTS.key) return ALL_PORTS;
  return set.key === NO_PORTS.key ? NO_PORTS : set;
}

/** The key is what people read: `All`, `SCTP 5000;TCP 80,443-445`; empty for nothing. */
function keyed(ranges: PortSet["ranges"]): PortSet {
  const isAll = PROTOCOLS.every((protocol) => isEvery(ranges[protocol]));
  return { key: isAll ? "All" : PROTOCOLS.flatMap((protocol) => show(protocol, ranges[protocol])).join(";"), ranges };
}

function isEvery(ranges: Intervals<number>): boolean {
  return ranges.length === 2 && ranges[0] === EVERY[0] && ranges[1] === EVERY[1];
}

function show(protocol: Protocol, ranges: Intervals<number>): readonly string[] {
  if (ranges.length === 0) return [];
  const list = pairsOf(ranges).map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  return [`${protocol} ${list.join(",")}`];
}
