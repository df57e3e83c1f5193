import type { Resource } from "../../model/resource.ts";
import { isOpaque } from "../../schema/validate.ts";
import { entriesOf, pairOf, type YPair } from "../../yaml/node.ts";
import { isA } from "../given.ts";

/** Entries of a map of a ConfigMap or Secret whose keys are known. */
export const entriesIn = (resource: Resource, field: string): readonly YPair[] =>
  entriesOf(pairOf(resource.root, field)?.value).filter(({ key }) => key.text !== "<<" && !isOpaque(key.text));

export const isConfig = (resource: Resource): boolean => isA(resource, "", "ConfigMap", "Secret");

/** The text that base64 stands for; undefined when it stands for something else, such as a picture. */
export function decoded(base64: string): string | undefined {
  const compact = base64.replace(/[\r\n]/g, "");
  if (compact === "" || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(compact), (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function encoded(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
