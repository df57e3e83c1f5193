/** An IP address as a number. */
export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
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

/** `netutils.ParseIPSloppy`: leading zeros in IPv4 are decimal digits like any other. */
export function parseAddress(text: string): Address | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return fourParts(text.split(".").map(Number));
  return text.includes(":") ? sixteenBytes(text) : undefined;
}

export function parseCidr(text: string): Cidr | undefined {
  const [, host = "", length = ""] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const address = parseAddress(host);
  const prefix = Number(length);
  if (!address || prefix > address.bits) return undefined;
  const behind = BigInt(address.bits - prefix);
  const network = written((address.value >> behind) << behind, address.bits);
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

function fourParts(parts: readonly number[]): Address | undefined {
  if (parts.some((part) => part > 255)) return undefined;
  const value = parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  return { bits: 32, value, canonical: parts.join(".") };
}

/** The URL standard reads and writes IPv6 addresses as RFC 5952 wants them. */
function sixteenBytes(text: string): Address | undefined {
  if (!/^[0-9a-fA-F:.]+$/.test(text) || !URL.canParse(`http://[${text}]`)) return undefined;
  const canonical = new URL(`http://[${text}]`).hostname.slice(1, -1);
  const [left = "", right = ""] = canonical.split("::");
  const [before, after] = [left, right].map((half) => (half === "" ? [] : half.split(":")));
  const groups = [
    ...(before ?? []),
    ...Array(8 - (before ?? []).length - (after ?? []).length).fill("0"),
    ...(after ?? []),
  ];
  const value = groups.reduce((sum: bigint, group: string) => sum * 65536n + BigInt(`0x${group}`), 0n);
  return { bits: 128, value, canonical };
}

function written(value: bigint, bits: 32 | 128): string {
  const size = bits === 32 ? 8n : 16n;
  const parts = Array.from(
    { length: bits / Number(size) },
    (_, index) => (value >> (BigInt(bits) - size * BigInt(index + 1))) & ((1n << size) - 1n),
  );
  if (bits === 32) return parts.join(".");
  return new URL(`http://[${parts.map((part) => part.toString(16)).join(":")}]`).hostname.slice(1, -1);
}
