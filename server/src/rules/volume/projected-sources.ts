import { at } from "../../yaml/node.ts";
import { isGiven, mapsIn, spanOf } from "../given.ts";
import { podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { all } from "../wording.ts";

export default podRule({
  id: "volume/projected-sources",
  fields: ["projected"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Two sources in one entry", vi: "Hai nguồn trong một mục" },
    why: {
      en: "Each entry under `projected.sources` names one source. A second one needs a dash of its own.",
      vi: "Mỗi mục trong `projected.sources` ghi một nguồn. Nguồn thứ hai cần dấu gạch ngang riêng.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/projected-volumes/"],
  },
  bad: [
    {
      title: { en: "A dash is missing", vi: "Thiếu dấu gạch ngang" },
      manifest: podWith(`
        volumes:
          - name: cau-hinh
            projected:
              sources:
                - configMap:
                    name: gio-hang
                  secret: #! @secret
                    name: gio-hang
      `),
      fixed: podWith(`
        volumes:
          - name: cau-hinh
            projected:
              sources:
                - configMap:
                    name: gio-hang
                - secret:
                    name: gio-hang
      `),
    },
  ],
  good: [
    {
      title: { en: "An entry for each", vi: "Mỗi nguồn một mục" },
      manifest: podWith(`
        volumes:
          - name: cau-hinh
            projected:
              sources:
                - configMap:
                    name: gio-hang
                - secret:
                    name: gio-hang
      `),
    },
  ],
  *checkPod({ spec }, { doc }) {
    for (const volume of mapsIn(at(spec, "volumes")))
      for (const source of mapsIn(at(volume, "projected", "sources"))) {
        const given = source.entries.filter(({ value }) => isGiven(value));
        const [, second] = given;
        if (!second) continue;
        const names = all(given.map(({ key }) => key.text));
        // The dash takes the place of the two blanks before the key.
        const before = { start: second.key.start - 2, end: second.key.start };
        const canSplit = !source.flow && doc.text.slice(before.start, before.end) === "  ";
        yield {
          span: spanOf(second.key),
          message: {
            en: `${names.en} need entries of their own.`,
            vi: `${names.vi} cần các mục riêng.`,
          },
          ...(canSplit
            ? {
                fixes: () => [
                  {
                    title: { en: "Make it an entry of its own", vi: "Tách thành một mục riêng" },
                    preferred: true,
                    safe: false,
                    edits: [{ span: before, text: "- " }],
                  },
                ],
              }
            : {}),
        };
      }
  },
});
