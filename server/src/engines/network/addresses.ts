import { parseAddress, writeAddress } from "../../base/address.ts";
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
  const address = parseAddress(text);
  return address && (address.bits === 128 ? FIRST_V6 : 0n) + address.value;
}

/** `10.0.0.0-10.0.0.255`: first and last address. */
export const showRange = (from: bigint, until: bigint): string => `${showAddress(from)}-${showAddress(until - 1n)}`;

/** `10.0.0.0/24`; undefined for a range that is no single block. */
export function cidrOf(from: bigint, until: bigint): string | undefined {
  const size = until - from;
  const base = isIpv6(from) ? FIRST_V6 : 0n;
  const isBlock = size > 0n && (size & (size - 1n)) === 0n && (from - base) % size === 0n;
  if (!isBlock) return undefined;
  const bits = isIpv6(from) ? 128 : 32;
  return `${showAddress(from)}/${bits - (size.toString(2).length - 1)}`;
}

export const showAddress = (point: bigint): string =>
  writeAddress(isIpv6(point) ? { bits: 128, value: point - FIRST_V6 } : { bits: 32, value: point });

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
