import { applyEdits } from "../../server/src/base/span.ts";
import type { Completion } from "../../server/src/features/completion/completion.ts";

/** The text after accepting an item, and where its first tab stop leaves the cursor. */
export function accept(text: string, item: Completion): { readonly text: string; readonly cursor: number } {
  const expanded = expand(item.edit.snippet);
  const edits = [...item.additionalEdits, { span: item.edit.span, text: expanded.text }];
  const earlier = item.additionalEdits.filter(({ span }) => span.start <= item.edit.span.start);
  const moved = earlier.reduce((sum, { span, text: added }) => sum + added.length - (span.end - span.start), 0);
  return { text: applyEdits(text, edits), cursor: item.edit.span.start + moved + expanded.cursor };
}

/** What an editor makes of a snippet: defaults and first choices filled in, stops of one number alike. */
export function expand(snippet: string): { readonly text: string; readonly cursor: number } {
  const defaults = new Map<string, string>();
  for (const [, stop, value] of snippet.matchAll(/\$\{(\d+):((?:\\.|[^}\\])*)\}/g))
    defaults.set(stop ?? "", value ?? "");
  let text = "";
  const stops = new Map<number, number>();
  const put = (stop: string, value: string): void => {
    if (!stops.has(Number(stop))) stops.set(Number(stop), text.length);
    text += value;
  };
  const token = /\\(.)|\$\{(\d+)\|((?:\\.|[^|\\])*)\|\}|\$\{(\d+):((?:\\.|[^}\\])*)\}|\$(\d+)|([\s\S])/g;
  for (const [, escaped, choice, values, stop, value, mirror, plain] of snippet.matchAll(token)) {
    if (choice !== undefined) put(choice, unescaped((values ?? "").split(/(?<!\\),/, 1)[0] ?? ""));
    else if (stop !== undefined) put(stop, filled(value ?? "", defaults));
    else if (mirror !== undefined) put(mirror, filled(defaults.get(mirror) ?? "", defaults));
    else text += escaped ?? plain ?? "";
  }
  const numbers = [...stops.keys()].filter((number) => number > 0).sort((a, b) => a - b);
  return { text, cursor: stops.get(numbers[0] ?? 0) ?? text.length };
}

const filled = (value: string, defaults: ReadonlyMap<string, string>): string =>
  unescaped(value.replace(/\$(\d+)/g, (_, stop: string) => defaults.get(stop) ?? ""));

const unescaped = (text: string): string => text.replace(/\\(.)/g, "$1");
