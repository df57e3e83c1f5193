import type { YDocument } from "../../yaml/document.ts";
import { quoteIfNeeded } from "../../yaml/edit.ts";
import { columnOf } from "../../yaml/layout.ts";
import { at, deref, type YScalar, type YSeq } from "../../yaml/node.ts";
import { scalarAt, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import type { Fix } from "../rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "container/command-in-one-string",
  fields: ["command"],
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Program and arguments in one string", vi: "Chương trình và tham số trong một chuỗi" },
    why: {
      en: "The first item of `command` is the program's file, blanks and all: there is no shell that would split it. The container fails with `executable file not found`.",
      vi: "Mục đầu của `command` là tên tệp chương trình, gồm cả dấu cách: không có shell nào tách ra. Container lỗi `executable file not found`.",
    },
    links: ["https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/"],
  },
  bad: [
    {
      title: { en: "A program with its argument", vi: "Chương trình kèm tham số" },
      manifest: containerWith(`
        command: ["sleep 3600"] #! @'"sleep 3600"'
      `),
      fixed: containerWith(`
        command: ["sleep", "3600"]
      `),
    },
    {
      title: { en: "A line for a shell", vi: "Dòng lệnh dành cho shell" },
      manifest: containerWith(`
        command:
          - echo "xin chào" && sleep 10 #! @'echo "xin chào" && sleep 10'
      `),
      fixed: containerWith(`
        command:
          - sh
          - -c
          - echo "xin chào" && sleep 10
      `),
    },
  ],
  good: [
    {
      title: { en: "One item for each word", vi: "Mỗi từ một mục" },
      manifest: containerWith(`
        command: [sh, -c, "sleep 3600"]
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    const list = deref(at(map, "command"));
    const only = list?.type === "seq" && list.items.length === 1 ? scalarAt(list.items[0]?.value) : undefined;
    if (list?.type !== "seq" || !only || !/\S\s+\S/.test(only.text) || only.text.includes("\\")) return;
    yield {
      span: spanOf(only),
      message: {
        en: `There is no program named ${quoted(only.text)}: give each word an item of its own.`,
        vi: `Không có chương trình tên ${quoted(only.text)}: mỗi từ ghi thành một mục riêng.`,
      },
      fixes: () => [split(doc, list, only)],
    };
  },
});

/** Only a shell knows what these are for. */
const FOR_A_SHELL = /[|&;<>$`"'*?~#(){}\n]/;

function split(doc: YDocument, list: YSeq, only: YScalar): Fix {
  const text = only.text.trim();
  const words = FOR_A_SHELL.test(text) ? ["sh", "-c", only.text] : text.split(/\s+/);
  const [program = ""] = words;
  const shown = list.flow ? words.map((word) => JSON.stringify(word)).join(", ") : lines(doc, list, only, words);
  return {
    title: {
      en: `Run ${quoted(program)} with ${words.length - 1} arguments`,
      vi: `Chạy ${quoted(program)} với ${words.length - 1} tham số`,
    },
    preferred: true,
    safe: false,
    edits: [{ span: spanOf(only), text: shown }],
  };
}

/** The last word of a script keeps the way it was written. */
function lines(doc: YDocument, list: YSeq, only: YScalar, words: readonly string[]): string {
  const dash = `\n${" ".repeat(columnOf(doc.text, list.start))}- `;
  const written = doc.text.slice(only.start, only.end);
  return words.map((word) => (word === only.text ? written : quoteIfNeeded(word))).join(dash);
}
