import { difference, type Intervals, union } from "./intervals.ts";

/**
 * All addresses on one line: IPv4 from 0, IPv6 right behind it. A range never crosses the border, because every CIDR
 * lies on one side of it.
 */
const FIRST_V6 = 1n << 32n;
const END = FIRST_V6 + (1n << 128n);

export const IPV4: Intervals<bigint> = [0n, FIRST_V6];
export const IPV6: Intervals<bigint> = [FIRST_V6, END];

export const isIpv6 = (point: bigint): boolean => point >= FIRST_V6;

/** The addresses of a block; empty when it cannot be read. Bits behind the prefix are ignored, as net.ParseCIDR does. */
export function blockOf(cidr: string): Intervals<bigint> {
  const [address = "", length = "", ...more] = cidr.trim().split("/");
  const point = addressOf(address);
  if (point === undefined || more.length > 0 || !/^\d{1,3}$/.test(length)) return [];
  const bits = isIpv6(point) ? 128 : 32;
  const prefix = Number(length);
  if (prefix > bits) return [];
  const size = 1n << BigInt(bits - prefix);
  const base = isIpv6(point) ? FIRST_V6 : 0n;
  const from = base + ((point - base) / size) * size;
  return [from, from + size];
}

export const blockWithout = (cidr: string, except: readonly string[]): Intervals<bigint> =>
  except.reduce((left, each) => difference(left, blockOf(each)), blockOf(cidr));

export const blocksOf = (cidrs: readonly string[]): Intervals<bigint> =>
  cidrs.reduce<Intervals<bigint>>((all, each) => union(all, blockOf(each)), []);

/** Where an address stands on the line; undefined when it is none. */
export function addressOf(text: string): bigint | undefined {
  return text.includes(":") ? readV6(text) : readV4(text);
}

function readV4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function readV6(text: string): bigint | undefined {
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return undefined;
  const front = groupsOf(head);
  const back = tail === undefined ? [] : groupsOf(tail);
  if (!front || !back) return undefined;
  const missing = 8 - front.length - back.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...front, ...Array.from({ length: missing }, () => 0), ...back];
  return FIRST_V6 + groups.reduce((sum, group) => sum * 65536n + BigInt(group), 0n);
}

/** Groups of 16 bits; the last two may be written as IPv4: ::ffff:10.0.0.1. */
function groupsOf(text: string): readonly number[] | undefined {
  if (text === "") return [];
  const parts = text.split(":");
  const last = parts.at(-1) ?? "";
  const embedded = last.includes(".") ? readV4(last) : undefined;
  if (last.includes(".") && embedded === undefined) return undefined;
  const words = embedded === undefined ? parts : parts.slice(0, -1);
  if (!words.every((word) => /^[0-9a-f]{1,4}$/i.test(word))) return undefined;
  const groups = words.map((word) => Number.parseInt(word, 16));
  return embedded === undefined ? groups : [...groups, Number(embedded / 65536n), Number(embedded % 65536n)];
}

/** `10.0.0.0-10.0.0.255`: first and last address. */
export const showRange = (from: bigint, until: bigint): string => `${showAddress(from)}-${showAddress(until - 1n)}`;

export function showAddress(point: bigint): string {
  if (!isIpv6(point)) return [24n, 16n, 8n, 0n].map((shift) => (point >> shift) & 255n).join(".");
  const value = point - FIRST_V6;
  const groups = Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(112 - 16 * i)) & 65535n));
  const [start, length] = longestZeros(groups);
  const hex = groups.map((group) => group.toString(16));
  if (length < 2) return hex.join(":");
  return `${hex.slice(0, start).join(":")}::${hex.slice(start + length).join(":")}`;
}

/** RFC 5952: the longest run of zero groups is the one to shorten, the first of equals. */
function longestZeros(groups: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === 0) end++;
    if (end - start > best[1]) best = [start, end - start];
  }
  return best;
}

/** The other way round: `a-b` or one address; undefined when it is neither. */
export function readRange(text: string): Intervals<bigint> | undefined {
  if (text.includes("/")) {
    const block = blockOf(text);
    return block.length === 0 ? undefined : block;
  }
  const [first = "", last = first, ...more] = text.split("-");
  const from = addressOf(first);
  const to = addressOf(last);
  if (from === undefined || to === undefined || more.length > 0 || to < from || isIpv6(from) !== isIpv6(to)) {
    return undefined;
  }
  return [from, to + 1n];
}
