import type { YDocument } from "../../yaml/document.ts";
import { at, entriesOf, pairOf, textOf, type YMap } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isGiven, lacks, mapAt, mapsIn, scalarAt, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import type { Draft } from "../rule.ts";
import { all, quoted } from "../wording.ts";

export default containerRule({
  id: "container/env-sources",
  fields: ["valueFrom", "envFrom"],
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Variable with two sources, or none", vi: "Biến có hai nguồn, hoặc không có nguồn" },
    why: {
      en: "A variable has a `value` or comes from one source under `valueFrom`; each entry of `envFrom` names one ConfigMap or one Secret.",
      vi: "Biến có `value` hoặc lấy từ đúng một nguồn trong `valueFrom`; mỗi mục của `envFrom` ghi một ConfigMap hoặc một Secret.",
    },
    links: ["https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/"],
  },
  bad: [
    {
      title: { en: "A value and a Secret", vi: "Vừa có giá trị vừa có Secret" },
      manifest: containerWith(`
        env:
          - name: MAT_KHAU
            value: "123456" #! @value
            valueFrom:
              secretKeyRef:
                name: gio-hang
                key: mat-khau
      `),
      fixed: containerWith(`
        env:
          - name: MAT_KHAU
            valueFrom:
              secretKeyRef:
                name: gio-hang
                key: mat-khau
      `),
    },
    {
      title: { en: "Nothing to take all variables from", vi: "Không có nơi để lấy các biến" },
      manifest: containerWith(`
        envFrom:
          - prefix: KHO_ #! @prefix
      `),
    },
  ],
  good: [
    {
      title: { en: "One source each", vi: "Mỗi biến một nguồn" },
      manifest: containerWith(`
        env:
          - name: CHE_DO
            value: prod
          - name: MAT_KHAU
            valueFrom:
              secretKeyRef:
                name: gio-hang
                key: mat-khau
        envFrom:
          - configMapRef:
              name: gio-hang
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    for (const entry of mapsIn(at(map, "env"))) yield* variable(entry, doc);
    for (const entry of mapsIn(at(map, "envFrom"))) yield* sources(entry, entry, FROM, doc);
  },
});

const SOURCES = ["configMapKeyRef", "secretKeyRef", "fieldRef", "resourceFieldRef", "fileKeyRef"];
const FROM = ["configMapRef", "secretRef"];

function* variable(entry: YMap, doc: YDocument): Iterable<Draft> {
  const from = pairOf(entry, "valueFrom");
  const source = mapAt(from?.value);
  if (!from || !source) return;
  const value = pairOf(entry, "value");
  if (value && isGiven(value.value) && textOf(value.value) !== "") {
    yield {
      span: spanOf(value.key),
      message: {
        en: "`value` and `valueFrom` exclude each other.",
        vi: "`value` và `valueFrom` loại trừ nhau.",
      },
      fixes: () => [remove(doc, entry, value), remove(doc, entry, from, { preferred: false })],
    };
    return;
  }
  yield* sources(source, entry, SOURCES, doc);
}

function* sources(map: YMap, entry: YMap, names: readonly string[], doc: YDocument): Iterable<Draft> {
  const given = entriesOf(map).filter(({ key, value }) => names.includes(key.text) && isGiven(value));
  const second = given[1];
  if (second)
    yield {
      span: spanOf(second.key),
      message: {
        en: `${all(given.map(({ key }) => key.text)).en} exclude each other.`,
        vi: `${all(given.map(({ key }) => key.text)).vi} loại trừ nhau.`,
      },
      fixes: () => [remove(doc, map, second)],
    };
  const isKnown = map.entries.every(({ key }) => names.includes(key.text) || key.text === "prefix");
  if (given.length > 0 || !isKnown || !names.every((name) => lacks(map, name)) || doc.problems.length > 0) return;
  const place = scalarAt(entry, "name") ?? entry.entries[0]?.key ?? entry;
  const shown = names.slice(0, 4).map(quoted).join(", ");
  yield {
    span: spanOf(place),
    message: { en: `No source is given: one of ${shown}.`, vi: `Chưa có nguồn nào: một trong ${shown}.` },
  };
}
