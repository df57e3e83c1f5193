import type { Localized } from "../../base/localized.ts";
import type { Edit, Span } from "../../base/span.ts";
import type { Texts } from "../../schema/texts.ts";
import type { Block } from "../describe/block.ts";

export type CompletionKind = "field" | "value" | "kind" | "snippet" | "label" | "reference";

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Beside the label: the type of a field, the API version of a kind. */
  readonly detail: Localized;
  /** Order in the list, by plain string comparison. */
  readonly sortKey: string;
  /** What the typed text is compared with, where that is not the label. */
  readonly filterText?: string;
  readonly preselect: boolean;
  readonly deprecated: boolean;
  /** The cursor ends where there is more to choose from: the editor should ask again. */
  readonly retrigger: boolean;
  /**
   * The span lies on one line and holds the cursor. The snippet has LSP tab stops and all the indentation it needs:
   * clients must insert it as it is.
   */
  readonly edit: { readonly span: Span; readonly snippet: string };
  readonly additionalEdits: readonly Edit[];
  /** Computed when the reader looks at the item. */
  readonly documentation?: (texts: Texts) => readonly Block[];
}

/** Literal text within a snippet. */
export const snippetText = (text: string): string => text.replace(/[\\$}]/g, "\\$&");

/** A text with code spans as it stands beside a label, where nothing renders them. */
export const withoutCode = ({ en, vi }: Localized): Localized => ({
  en: en.replaceAll("`", ""),
  vi: vi.replaceAll("`", ""),
});

export const plainDetail = (text: string): Localized => ({ en: text, vi: text });

/** Ranks sort as numbers do. */
export const rankKey = (rank: number): string => String(Math.min(rank, 9999)).padStart(4, "0");
