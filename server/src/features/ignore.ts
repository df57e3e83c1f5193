import { RULES } from "../rules/index.ts";
import type { Finding, Fix } from "../rules/rule.ts";
import { isInText, NO_REASON, suppressionsOf } from "../rules/suppression/comment.ts";
import type { DocumentContext } from "../workspace/context.ts";
import { lineBreakOf } from "../yaml/layout.ts";

/**
 * A comment above the finding's line that ignores its rule there; undefined where no comment can stand, and for faults
 * of the text itself, which no cluster would ignore.
 */
export function ignoreFix(
  { doc }: DocumentContext,
  { rule, span: shown, home: span = shown }: Finding,
): Fix | undefined {
  const reads = RULES.find(({ id }) => id === rule)?.reads;
  if (reads === undefined || NEVER.includes(reads) || /^\s*[[{]/.test(doc.text)) return undefined;
  const { line } = doc.lines.positionAt(span.start);
  const start = doc.lines.startOf(line);
  if (isInText(doc.root, start)) return undefined;
  const there = suppressionsOf(doc).find((comment) => comment.scope === "line" && comment.line === line);
  const last = there?.names.at(-1)?.end;
  const indent = /^[ \t]*/.exec(doc.text.slice(start, span.start))?.[0] ?? "";
  const comment = `${indent}# kubernetes-authoring: ignore ${rule} because ${NO_REASON}${lineBreakOf(doc.text)}`;
  return {
    title: { en: `Ignore \`${rule}\` on this line…`, vi: `Bỏ qua \`${rule}\` ở dòng này…` },
    preferred: false,
    safe: false,
    ...(last === undefined
      ? { edits: [{ span: { start, end: start }, text: comment }], blank: NO_REASON }
      : { edits: [{ span: { start: last, end: last }, text: `, ${rule}` }] }),
  };
}

const NEVER: readonly string[] = ["syntax", "repair", "suppression"];
