import { isDnsSubdomain } from "../base/names.ts";

/** `*.` before a subdomain. */
export const isWildcardSubdomain = (text: string): boolean => text.startsWith("*.") && isDnsSubdomain(text.slice(2));

/** IsValidPortName: what the IANA calls a service name. */
export const isPortName = (text: string): boolean =>
  text.length <= 15 && /^[-a-z0-9]+$/.test(text) && /[a-z]/.test(text) && !/--|^-|-$/.test(text);

/** `text` as a DNS label: small letters, dashes for all else. */
export function asDnsLabel(text: string): string {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 63)
    .replace(/^-+|-+$/g, "");
}

/** The same in the 15 characters of a port's name. */
export const asPortName = (text: string): string => {
  const label = asDnsLabel(text);
  const short = label.slice(0, 15).replace(/-+$/, "");
  return /[a-z]/.test(short) ? short : "";
};
