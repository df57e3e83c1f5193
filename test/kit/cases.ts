import { type Mark, readMarks } from "./marks.ts";

/**
 * A case file is Markdown: prose explains, headings name cases, fences are files and questions.
 *
 *     # A typo in a selector
 *     ```yaml web.yaml               a file of the workspace; `$0` is the cursor, `#! rule @text` marks a finding
 *     ```hover vi                    a question; its body is the answer, rewritten by UPDATE=1
 *
 * Fences that hold fences themselves are opened with four backticks.
 */
export interface Case {
  readonly name: string;
  readonly files: readonly CaseFile[];
  readonly questions: readonly Question[];
}

export interface CaseFile {
  readonly name: string;
  readonly text: string;
  readonly cursor: number | undefined;
  readonly marks: readonly Mark[];
}

export interface Question {
  /** The first word after the backticks. */
  readonly name: string;
  readonly argument: string;
  readonly answer: string;
  /** Where the answer stands in the Markdown. */
  readonly start: number;
  readonly end: number;
}

const FILE = /^(?:yaml|json|helm) (\S+)$/;

export function readCases(markdown: string): readonly Case[] {
  const fences = [...markdown.matchAll(/^(`{3,})(\S[^\n]*)\n([\s\S]*?)^\1$/gm)].map((match) => {
    const [, ticks = "", info = "", body = ""] = match;
    const start = match.index + ticks.length + info.length + 1;
    return { info, body, start, end: start + body.length };
  });
  const isInFence = (offset: number): boolean => fences.some(({ start, end }) => start <= offset && offset < end);
  const heads = [...markdown.matchAll(/^# (.+)$/gm)].filter(({ index }) => !isInFence(index));
  return heads.map((head, number) => {
    const end = heads[number + 1]?.index ?? markdown.length;
    const own = fences.filter((fence) => head.index < fence.start && fence.start < end);
    return {
      name: head[1] ?? "",
      files: own.flatMap(({ info, body }) => {
        const name = FILE.exec(info)?.[1];
        return name === undefined ? [] : [readFile(name, body)];
      }),
      questions: own.flatMap(({ info, body, start, end: until }) => {
        const [name = "", ...rest] = info.split(" ");
        return FILE.test(info) ? [] : [{ name, argument: rest.join(" "), answer: body, start, end: until }];
      }),
    };
  });
}

function readFile(name: string, body: string): CaseFile {
  const { text, marks } = readMarks(body);
  const cursor = text.indexOf("$0");
  if (cursor < 0) return { name, text, marks, cursor: undefined };
  const moved = marks.map((mark) => ({
    ...mark,
    ...(mark.start > cursor ? { start: mark.start - 2, end: mark.end - 2 } : {}),
  }));
  return { name, text: text.slice(0, cursor) + text.slice(cursor + 2), marks: moved, cursor };
}

/** Puts new answers in place; the rest of the file, prose included, stays byte for byte. */
export function rewrite(markdown: string, answers: ReadonlyMap<Question, string>): string {
  const ordered = [...answers].sort(([a], [b]) => b.start - a.start);
  return ordered.reduce((text, [{ start, end }, answer]) => text.slice(0, start) + answer + text.slice(end), markdown);
}
