import type { Span } from "../../server/src/base/span.ts";

/** A finding that a manifest announces. */
export interface Mark extends Span {
  /** Rule id; undefined for "the rule whose example this is". */
  readonly rule: string | undefined;
  /** Part of its message, in either language. */
  readonly part: string | undefined;
}

/**
 * Takes the marks out of a manifest:
 *
 *     image: nginx #! @nginx                         a finding spans exactly `nginx` on this line
 *     image: nginx #! schema/unknown-field @image    …of another rule
 *     image: nginx #! @'ima ge' "part of message"    quotes for text with blanks, `\t` and `\u0007` for what nobody sees
 *     #! @image                                      on a line alone: the mark belongs to the next line
 */
export function readMarks(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  const lines: string[] = [];
  let offset = 0;
  let waiting: string[] = [];
  for (const line of marked.split("\n")) {
    const [, clean = line, mark] = /^(.*?)\s*#! (.*)$/.exec(line) ?? [];
    if (mark !== undefined && clean.trim() === "") {
      waiting.push(mark);
      continue;
    }
    for (const each of mark === undefined ? waiting : [...waiting, mark]) marks.push(place(each, clean, offset));
    waiting = [];
    lines.push(clean);
    offset += clean.length + 1;
  }
  if (waiting.length > 0) throw new Error(`mark without a line: ${waiting.join(", ")}`);
  return { text: lines.join("\n"), marks };
}

function place(mark: string, line: string, offset: number): Mark {
  const [, rule, quoted, bare, part] = /^(?:([a-z]+\/[a-z-]+) )?@(?:'([^']*)'|(\S+))(?: "(.*)")?$/.exec(mark) ?? [];
  const wanted = quoted === undefined ? bare : unescaped(quoted);
  if (wanted === undefined) throw new Error(`not a mark: ${mark}`);
  const at = line.lastIndexOf(wanted);
  if (at < 0) throw new Error(`no ${JSON.stringify(wanted)} in ${JSON.stringify(line)}`);
  return { rule, part, start: offset + at, end: offset + at + wanted.length };
}

const unescaped = (text: string): string =>
  text.replace(/\\t|\\u([0-9a-f]{4})/gi, (_, hex: string | undefined) =>
    hex === undefined ? "\t" : String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** A manifest written into code: without its first line break and the indentation that all of its lines share. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^\n/, "")
    .replace(/\n[ ]*$/, "\n")
    .split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(Math.min(shared, line.length))).join("\n");
}
