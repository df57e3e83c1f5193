import type { LanguageChoice } from "../base/localized.ts";
import type { Span } from "../base/span.ts";
import type { Texts } from "../schema/texts.ts";
import { configurationText } from "../workspace/configuration.ts";
import type { DocumentContext } from "../workspace/context.ts";
import type { WorkspaceView } from "../workspace/view.ts";
import type { Block } from "./describe/block.ts";
import { describeField, describeKind, describeValue } from "./describe/field.ts";
import { type RenderOptions, render } from "./describe/render.ts";
import { type Spot, spotAt } from "./spot.ts";
import { describeStorage } from "./storage/hover.ts";
import { describeInTree } from "./storage/in-tree.ts";

export interface HoverContent {
  /** The key or value that the content is about. */
  readonly span: Span;
  readonly blocks: readonly Block[];
}

/**
 * What the key or value under the cursor is. Nothing for unknown fields: a diagnostic speaks of those. Where `viewOf`
 * is given, names of claims and volumes say what becomes of them. `reach` is what there is to say of a workload whose
 * name or kind this is.
 */
export function hover(
  context: DocumentContext,
  offset: number,
  texts: Texts,
  viewOf?: () => WorkspaceView,
  reach: readonly Block[] = [],
): HoverContent | undefined {
  const spot = spotAt(context, offset);
  if (!spot) return undefined;
  const field = kindBlocks(spot, context, texts) ?? fieldBlocks(spot, context, texts);
  const storage = viewOf ? describeStorage(spot, viewOf) : [];
  const isName = reach.length > 0 && spot.path.at(-1) === "name";
  const blocks = [
    ...(isName ? reach : storage.length > 0 ? storage : [...field, ...reach]),
    ...describeInTree(spot, context),
  ];
  return blocks.length > 0 ? { span: { start: spot.node.start, end: spot.node.end }, blocks } : undefined;
}

export const renderHover = (content: HoverContent, languages: LanguageChoice, options: RenderOptions): string =>
  render(content.blocks, languages, options);

/** On the value of `kind`, and of `apiVersion` beside a known kind, the kind itself is what one asks about. */
function kindBlocks(spot: Spot, context: DocumentContext, texts: Texts): readonly Block[] | undefined {
  const { resource } = spot.subject;
  if (spot.part !== "value" || spot.path.length !== 1 || !resource) return undefined;
  if (spot.path[0] !== "kind" && spot.path[0] !== "apiVersion") return undefined;
  const entry = context.catalog.kind(resource.gvk);
  return entry && describeKind(entry, context.catalog, texts);
}

function fieldBlocks(spot: Spot, context: DocumentContext, texts: Texts): readonly Block[] {
  const { cursor, path } = spot;
  if (!cursor) return [];
  const own = context.role === "configuration" ? configurationText(path) : undefined;
  const place = { cursor, path, gvk: spot.subject.resource?.gvk, own };
  const [title, ...rest] = describeField(place, context.catalog, texts);
  const meaning = spot.part === "value" ? describeValue(place, spot.node.text, texts) : [];
  if (!title) return [];
  if (meaning.length === 0) return [title, ...rest];
  // Beside the meaning of a value, the field's own long text would drown it.
  const isLinked = meaning.some(({ kind }) => kind === "link");
  return [title, ...meaning, ...rest.filter(({ kind }) => kind === "fact" || (kind === "link" && !isLinked))];
}
