import type { Span } from "../../base/span.ts";
import type { Entry } from "../../workspace/view.ts";
import { deref, type YNode } from "../../yaml/node.ts";
import { spanOf } from "../given.ts";
import { quoted } from "../wording.ts";

/** Where an item of a list begins: its first key, or all of it. */
export function firstKeySpan(item: YNode): Span {
  const node = deref(item);
  const key = node?.type === "map" ? node.entries[0]?.key : undefined;
  return spanOf(key ?? item);
}

/** `Deployment web`, for sentences. */
export const nameOf = ({ facts }: Entry): string => `${facts.gvk.kind} ${quoted(facts.name)}`;
