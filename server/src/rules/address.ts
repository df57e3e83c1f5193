import { type Address as Bits, parseAddress as read, writeAddress } from "../base/address.ts";

export interface Address extends Bits {
  /** Written as Go and everybody else would. */
  readonly canonical: string;
}

/** Addresses that share their first `prefix` bits. */
export interface Cidr {
  readonly address: Address;
  readonly prefix: number;
  /** The same range, with nothing but zeros behind the prefix. */
  readonly canonical: string;
}

export function parseAddress(text: string): Address | undefined {
  const address = read(text);
  return address && { ...address, canonical: writeAddress(address) };
}

export function parseCidr(text: string): Cidr | undefined {
  const [, host = "", length = ""] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const address = parseAddress(host);
  const prefix = Number(length);
  if (!address || prefix > address.bits) return undefined;
  const behind = BigInt(address.bits - prefix);
  const network = writeAddress({ bits: address.bits, value: (address.value >> behind) << behind });
  return { address, prefix, canonical: `${network}/${prefix}` };
}

/** Whether `inner` is a part of `outer`, and not all of it. */
export function isStrictlyWithin(inner: Cidr, outer: Cidr): boolean {
  if (inner.address.bits !== outer.address.bits || inner.prefix <= outer.prefix) return false;
  const behind = BigInt(outer.address.bits - outer.prefix);
  return inner.address.value >> behind === outer.address.value >> behind;
}

/** The range that a slip of the pen stands for: a lone address, `10.0.0/8`, a wildcard, a netmask, blanks. */
export function repairedCidr(text: string): string | undefined {
  const compact = text.replace(/\s/g, "").replace(/\\/g, "/");
  const lone = parseAddress(compact);
  if (lone) return `${lone.canonical}/${hostPrefix(lone)}`;
  const [, host = "", mask = ""] = /^([^/]+)\/(.+)$/.exec(compact) ?? [compact, compact];
  const wild = /^(\d{1,3}(?:\.\d{1,3}){0,2})((?:\.\*)+)$/.exec(host);
  if (wild && mask === "") return padded(wild[1] ?? "", String((wild[1] ?? "").split(".").length * 8));
  const netmask = parseAddress(mask);
  if (netmask?.bits === 32) {
    const ones = netmask.value.toString(2).padStart(32, "0");
    return /^1*0*$/.test(ones) ? parseCidr(`${host}/${ones.replace(/0/g, "").length}`)?.canonical : undefined;
  }
  const whole = parseAddress(host);
  if (whole && Number(mask) > whole.bits) return `${whole.canonical}/${hostPrefix(whole)}`;
  return padded(host, mask);
}

/** `10.0.0.0` alone is surely meant as the net it looks like. */
function hostPrefix({ bits, value }: Address): number {
  if (bits !== 32) return bits;
  const zeros = [24n, 16n, 8n].find((count) => value !== 0n && (value & ((1n << count) - 1n)) === 0n);
  return value === 0n ? 0 : 32 - Number(zeros ?? 0n);
}

const padded = (host: string, mask: string): string | undefined =>
  /^\d{1,3}(\.\d{1,3}){0,2}$/.test(host) && /^\d+$/.test(mask)
    ? parseCidr(`${[...host.split("."), "0", "0", "0"].slice(0, 4).join(".")}/${mask}`)?.canonical
    : undefined;
