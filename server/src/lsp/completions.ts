import {
  type Command,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
} from "vscode-languageserver";
import type { LanguageChoice } from "../base/localized.ts";
import type { Completion, CompletionKind } from "../features/completion/completion.ts";
import { type Cursor, rangeAt } from "../features/places.ts";
import { inLeading } from "./words.ts";

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  kind: CompletionItemKind.Class,
  snippet: CompletionItemKind.Snippet,
  label: CompletionItemKind.Property,
  reference: CompletionItemKind.Reference,
};

/** VS Code's own command; other editors ignore it and ask again at the next key. */
const ASK_AGAIN: Command = { title: "…", command: "editor.action.triggerSuggest" };

interface CompletionClient {
  readonly languages: LanguageChoice;
  readonly snippets: boolean;
  readonly labelDetails: boolean;
}

/** `id` finds the completion again when its documentation is asked for. */
export function toCompletionItem(
  completion: Completion,
  cursor: Cursor,
  id: number,
  client: CompletionClient,
): CompletionItem {
  const detail = inLeading(completion.detail, client.languages);
  const item: CompletionItem = {
    label: completion.label,
    kind: KINDS[completion.kind],
    // Beside the label it stands in every row, not only in the chosen one.
    ...(client.labelDetails ? { labelDetails: { description: detail } } : { detail }),
    sortText: completion.sortKey,
    insertTextFormat: client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // The snippet has all the indentation it needs.
    insertTextMode: InsertTextMode.asIs,
    textEdit: {
      range: rangeAt(cursor, completion.edit.span),
      newText: client.snippets ? completion.edit.snippet : withoutStops(completion.edit.snippet),
    },
    data: id,
  };
  if (completion.filterText !== undefined) item.filterText = completion.filterText;
  if (completion.preselect) item.preselect = true;
  if (completion.deprecated) item.tags = [CompletionItemTag.Deprecated];
  if (completion.retrigger) item.command = ASK_AGAIN;
  if (completion.additionalEdits.length > 0) {
    item.additionalTextEdits = completion.additionalEdits.map(({ span, text }) => ({
      range: rangeAt(cursor, span),
      newText: text,
    }));
  }
  return item;
}

/** A snippet as plain text: `$1` is nothing, `${1:name}` its placeholder, `${1|a,b|}` its first choice. */
export const withoutStops = (snippet: string): string =>
  snippet
    .replace(/(?<!\\)\$(?:\d+|\{\d+\})/g, "")
    .replace(/(?<!\\)\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/(?<!\\)\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
    .replace(/\\([\\$}])/g, "$1");
