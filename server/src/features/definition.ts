import type { Span } from "../base/span.ts";
import type { DocumentContext } from "../workspace/context.ts";
import type { WorkspaceView } from "../workspace/view.ts";
import { listedFileAt } from "./listed-files.ts";
import { type Location, locationOf, sightingAt } from "./symbol-at.ts";

export interface Definition {
  /** The mention, in the document itself. */
  readonly origin: Span;
  readonly targets: readonly Location[];
}

/**
 * Where the object or part stands that is mentioned at `offset`: of a selector the objects selected, of a key or port
 * the key or port itself. A name at its own place leads to itself, so that editors offer its references instead. A path
 * in a kustomization leads to the start of the file.
 */
export function definition(view: WorkspaceView, context: DocumentContext, offset: number): Definition | undefined {
  const listed = listedFileAt(view, context, offset);
  if (listed) return { origin: listed.span, targets: [{ file: listed.file, document: 0, span: { start: 0, end: 0 } }] };
  const sighting = sightingAt(view, context, offset);
  if (!sighting) return undefined;
  const targets = sighting.things.flatMap((thing) => locationOf(view, thing) ?? []);
  return targets.length === 0 ? undefined : { origin: sighting.span, targets };
}
