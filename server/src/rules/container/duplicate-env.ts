import type { YDocument } from "../../yaml/document.ts";
import { removeItem } from "../../yaml/edit.ts";
import { at, deref, textOf, type YItem, type YSeq } from "../../yaml/node.ts";
import { isGiven, mapAt, scalarAt, spanOf, textAt } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import type { Fix } from "../rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "container/duplicate-env",
  fields: ["env"],
  severity: "warning",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Variable that is set twice", vi: "Biến được đặt hai lần" },
    why: {
      en: "The later entry wins and hides the earlier one, and `kubectl apply` may drop either of them when the list changes.",
      vi: "Mục sau thắng và che mục trước; khi danh sách thay đổi, `kubectl apply` có thể làm mất một trong hai.",
    },
    links: ["https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/"],
  },
  bad: [
    {
      title: { en: "Two values", vi: "Hai giá trị" },
      manifest: containerWith(`
        env:
          - name: CHE_DO
            value: dev
          - name: CONG
            value: "8080"
          - name: CHE_DO #! @CHE_DO
            value: prod
      `),
      fixed: containerWith(`
        env:
          - name: CONG
            value: "8080"
          - name: CHE_DO
            value: prod
      `),
    },
  ],
  good: [
    {
      title: { en: "The second one extends the first", vi: "Mục sau nối tiếp mục trước" },
      manifest: containerWith(`
        env:
          - name: DUONG_DAN
            value: /usr/bin
          - name: DUONG_DAN
            value: $(DUONG_DAN):/opt/bin
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    const list = deref(at(map, "env"));
    if (list?.type !== "seq") return;
    const seen = new Map<string, YItem>();
    for (const item of list.items) {
      const entry = mapAt(item.value);
      const node = scalarAt(entry, "name");
      const name = textAt(entry, "name");
      if (!node || name === undefined) continue;
      const before = seen.get(name);
      seen.set(name, item);
      const extendsIt =
        !isGiven(at(entry, "valueFrom")) &&
        textOf(at(entry, "value"))?.includes(`$(${name})`) &&
        textOf(at(entry, "value")) !== `$(${name})`;
      if (!before || extendsIt) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `${quoted(name)} is set above already; this entry hides that one.`,
          vi: `${quoted(name)} đã được đặt ở trên; mục này che mục đó.`,
        },
        fixes: () => fixes(doc, list, before, item),
      };
    }
  },
});

function fixes(doc: YDocument, list: YSeq, before: YItem, item: YItem): readonly Fix[] {
  const later = { title: { en: "Remove this entry", vi: "Xóa mục này" }, edits: removeItem(doc, list, item) };
  const same = contentOf(doc, before) === contentOf(doc, item);
  if (same) return [{ ...later, preferred: true, safe: true }];
  const earlier = {
    title: { en: "Remove the hidden entry", vi: "Xóa mục bị che" },
    edits: removeItem(doc, list, before),
  };
  return [
    { ...earlier, preferred: true, safe: true },
    { ...later, preferred: false, safe: false },
  ];
}

const contentOf = (doc: YDocument, { start, end }: YItem): string => doc.text.slice(start, end).replace(/\s+/g, " ");
