import type { YDocument } from "../../yaml/document.ts";
import { removeEntry } from "../../yaml/edit.ts";
import { type Fix, syntaxRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { entryAt } from "./text/entry-at.ts";

export default syntaxRule({
  id: "yaml/duplicate-key",
  severity: "error",
  since: "0.1.0",
  codes: ["duplicate-key"],
  docs: {
    title: { en: "Key written twice", vi: "Khóa ghi hai lần" },
    why: {
      en: "An object cannot hold a key twice. kubectl refuses it; tools that do not would silently keep only the last value.",
      vi: "Một đối tượng không thể có hai khóa trùng nhau. kubectl từ chối; công cụ không kiểm tra thì lặng lẽ chỉ giữ giá trị cuối.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "The same field with the same value", vi: "Cùng trường, cùng giá trị" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              image: nginx:1.27 #! @image
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
      `,
    },
  ],
  good: [
    {
      title: { en: "A Pod as it should be", vi: "Pod viết đúng" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  finding(problem, context) {
    const { doc } = context;
    const [name = ""] = problem.args;
    const key = quoted(name);
    const { related: first } = problem;
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `${key} is here a second time; an object holds a key once.`,
        vi: `${key} bị lặp lại; mỗi khóa chỉ được ghi một lần trong một đối tượng.`,
      },
      ...(first && {
        related: [{ span: first, message: { en: `${key} is first here`, vi: `${key} ghi lần đầu ở đây` } }],
      }),
      fixes: () => removals(doc, problem.start, first?.start, key),
    };
  },
});

/** Which of two different values is meant nobody knows; of two equal ones the second goes. */
function removals(doc: YDocument, second: number, first: number | undefined, key: string): readonly Fix[] {
  const later = entryAt(doc, second);
  const earlier = first === undefined ? undefined : entryAt(doc, first);
  if (!later) return [];
  const text = (place: typeof later): string => doc.text.slice(place.pair.start, place.pair.end);
  const equal = earlier !== undefined && text(earlier) === text(later);
  const remove = (place: typeof later, title: Fix["title"], preferred: boolean): Fix => ({
    title,
    preferred,
    safe: equal,
    edits: removeEntry(doc, place.map, place.pair),
  });
  const fixes = [remove(later, { en: `Remove this ${key}`, vi: `Xóa ${key} ở đây` }, equal)];
  if (earlier && !equal)
    fixes.push(remove(earlier, { en: `Remove the first ${key}`, vi: `Xóa ${key} ghi trước` }, false));
  return fixes;
}
