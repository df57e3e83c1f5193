import type { Fix } from "./rule.ts";

/** Further text as a document of its own, below the line on which an object ends. */
export function documentAfter(text: string, end: number, lines: readonly string[]): Fix["edits"][number] {
  const after = text.indexOf("\n", end);
  const at = after < 0 ? text.length : after;
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const place = at > 0 && text[at - 1] === "\r" ? at - 1 : at;
  return { span: { start: place, end: place }, text: lineBreak + ["---", ...lines].join(lineBreak) };
}
