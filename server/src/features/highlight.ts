import type { Span } from "../base/span.ts";
import type { DocumentContext } from "../workspace/context.ts";
import type { WorkspaceView } from "../workspace/view.ts";
import { mentionsOf } from "./references.ts";
import { type Location, locationOf, sightingAt } from "./symbol-at.ts";

export interface Highlight {
  /** Number of the document in the file, from 0. */
  readonly document: number;
  readonly span: Span;
  /** The place where the thing is named, or one that mentions it. */
  readonly kind: "name" | "mention";
}

/** Every place of the same file that means what stands at `offset`. */
export function highlight(view: WorkspaceView, context: DocumentContext, offset: number): readonly Highlight[] {
  const things = sightingAt(view, context, offset)?.things ?? [];
  const found = things.flatMap((thing): readonly Highlight[] => {
    const own = locationOf(view, thing);
    const mentions = mentionsOf(view, thing).filter(({ entry }) => entry.file === view.file);
    return [
      ...(own && own.file === view.file ? [highlighted(own, "name")] : []),
      ...mentions.map(({ entry, reference }) => ({
        document: Math.max(0, view.documentOf(entry)),
        span: { start: reference.start, end: reference.end },
        kind: "mention" as const,
      })),
    ];
  });
  const unique = new Map(found.map((each) => [`${each.document}:${each.span.start}`, each]));
  return [...unique.values()].sort((a, b) => a.document - b.document || a.span.start - b.span.start);
}

const highlighted = ({ document, span }: Location, kind: Highlight["kind"]): Highlight => ({ document, span, kind });
