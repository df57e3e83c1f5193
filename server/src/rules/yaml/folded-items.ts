import type { YDocument } from "../../yaml/document.ts";
import { columnOf, lineStart } from "../../yaml/layout.ts";
import type { YScalar } from "../../yaml/node.ts";
import { type Draft, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { freeTexts } from "./text/free-text.ts";

export default objectRule({
  id: "yaml/folded-items",
  fields: ["command", "args"],
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Lines that become one argument", vi: "Nhiều dòng gộp thành một tham số" },
    why: {
      en: "A line below a list item that has no dash goes on with the item's text. The program gets one argument with a space in it instead of two.",
      vi: "Dòng dưới một phần tử danh sách mà không có dấu gạch thì nối tiếp văn bản của phần tử đó. Chương trình nhận một tham số có dấu cách thay vì hai tham số.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A dash was forgotten", vi: "Quên dấu gạch" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              args:
                - --port=80
                  --verbose #! @--verbose
      `,
      fixed: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              args:
                - --port=80
                - --verbose
      `,
    },
  ],
  good: [
    {
      title: { en: "A command over several lines", vi: "Lệnh viết trên nhiều dòng" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              command:
                - sh
                - -c
                - while true;
                  do date;
                  sleep 1; done
      `,
    },
  ],
  *check(_resource, { root }, { doc }): Iterable<Draft> {
    for (const { scalar, isArgument } of freeTexts(root)) {
      if (!isArgument || scalar.style !== "plain") continue;
      for (const start of words(doc, scalar)) {
        const dash = columnOf(doc.text, scalar.start) - 2;
        const end = start + (/^\S*/.exec(doc.text.slice(start, scalar.end))?.[0].length ?? 0);
        const word = quoted(doc.text.slice(start, end));
        const indent = { start: lineStart(doc.text, start), end: start };
        yield {
          span: { start, end },
          message: {
            en: `${word} has no dash, so it is part of the argument above it.`,
            vi: `${word} không có dấu gạch nên bị nối vào tham số phía trên.`,
          },
          fixes: () => [
            {
              title: { en: `Add the dash before ${word}`, vi: `Thêm dấu gạch trước ${word}` },
              preferred: true,
              safe: false,
              edits: dash < 0 ? [] : [{ span: indent, text: `${" ".repeat(dash)}- ` }],
            },
          ],
        };
      }
    }
  },
});

/**
 * Starts of the lines that go on with an item, where every line is one word or an option: prose and shell are neither. What
 * follows `-c` is a script of its own.
 */
function words({ text }: YDocument, { start, end }: YScalar): readonly number[] {
  const source = text.slice(start, end);
  const found = [...source.matchAll(/\n[ \t]*(?=\S)/g)].map(({ index, 0: gap }) => start + index + gap.length);
  if (found.length === 0) return [];
  if (/^-[a-z]*c[ \t]*\n/.test(source)) return found.slice(0, 1);
  const isList = !/\S[ \t]+\S/.test(source) || source.split("\n").every((line) => /^\s*--?[A-Za-z]/.test(line));
  return isList ? found : [];
}
