import type { YScalar } from "../../server/src/yaml/node.ts";
import type { Host } from "./hosts.ts";
import { type Generator, type Mistake, replaced } from "./mistake.ts";
import { raw } from "./places.ts";
import type { Random } from "./random.ts";

/** Scalars of a document that may be changed. */
export type Scalars = (host: Host) => readonly {
  readonly value: YScalar;
  readonly path: readonly (string | number)[];
}[];

export function kindOf({ root }: Host): string {
  const kind = root.type === "map" ? root.entries.find(({ key }) => key.text === "kind")?.value : undefined;
  return kind?.type === "scalar" ? kind.text : "";
}

/** Another text for a scalar, where `change` knows one. */
export function changed(
  find: Scalars,
  change: (text: string, random: Random) => string | undefined,
): Generator["mistakes"] {
  return (host, random) =>
    find(host).flatMap(({ value }) => {
      const text = change(value.text, random);
      return text === undefined || text === value.text ? [] : [rewritten(host, value, text)];
    });
}

/** Another text within the same quotes, or without any. */
export function rewritten(host: Host, value: YScalar, text: string): Mistake {
  const quote = /^["']/.exec(raw(host, value))?.[0] ?? "";
  return replaced(host, value, `${quote}${text}${quote}`);
}

/** The quotes that more of the document's values begin with. */
export const quoteOf = ({ text }: Host): string => {
  const count = (mark: string): number =>
    text.split("\n").filter((line) => line.match(/[:-] (["'])/)?.[1] === mark).length;
  return count("'") > count('"') ? "'" : '"';
};
