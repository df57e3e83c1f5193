import { at } from "../../yaml/node.ts";
import { change, choices } from "../fixes.ts";
import { mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { formFault, LABEL, reformed } from "../metadata/forms.ts";
import { podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import type { Pod } from "../pod/pods.ts";
import { quoted } from "../wording.ts";

export default podRule({
  id: "volume/invalid-name",
  fields: ["volumes"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Volume name that the API server refuses", vi: "Tên volume mà API server từ chối" },
    why: {
      en: "A volume is named by at most 63 lower-case letters, digits and `-`, and no two volumes of a Pod share a name.",
      vi: "Tên volume gồm tối đa 63 ký tự: chữ thường, chữ số và `-`; trong một Pod, hai volume không được trùng tên.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/"],
  },
  bad: [
    {
      title: { en: "A dot", vi: "Dấu chấm" },
      manifest: podWith(`
        volumes:
          - name: bo.nho #! @bo.nho
            emptyDir: {}
      `),
      fixed: podWith(`
        volumes:
          - name: bo-nho
            emptyDir: {}
      `),
    },
    {
      title: { en: "One name twice", vi: "Trùng tên" },
      manifest: podWith(`
        volumes:
          - name: bo-nho
            emptyDir: {}
          - name: bo-nho #! @bo-nho "already"
            configMap:
              name: gio-hang
      `),
    },
  ],
  good: [
    {
      title: { en: "Two names", vi: "Hai tên" },
      manifest: podWith(`
        volumes:
          - name: bo-nho
            emptyDir: {}
          - name: cau-hinh
            configMap:
              name: gio-hang
      `),
    },
  ],
  *checkPod(pod, { doc }) {
    const { spec } = pod;
    const seen = new Set<string>();
    for (const volume of mapsIn(at(spec, "volumes"))) {
      const node = scalarAt(volume, "name");
      const text = textAt(volume, "name");
      if (!node || text === undefined) continue;
      const fault = formFault(text, LABEL);
      const meant = fault && reformed(text, LABEL);
      if (fault)
        yield {
          span: spanOf(node),
          message: {
            en: `The volume name ${quoted(text)} ${fault.en}.`,
            vi: `Tên volume ${quoted(text)} ${fault.vi}.`,
          },
          ...(meant === undefined ? {} : { fixes: () => [change(doc, node, meant)] }),
        };
      else if (seen.has(text))
        yield {
          span: spanOf(node),
          message: {
            en: `Another volume of this Pod is named ${quoted(text)} already.`,
            vi: `Trong Pod này đã có volume tên ${quoted(text)}.`,
          },
          fixes: () => choices(doc, node, astray(pod)),
        };
      seen.add(text);
    }
  },
});

/** What containers mount and no volume is named: one of two twins may be meant. */
function astray({ spec, containers }: Pod): readonly string[] {
  const named = new Set(mapsIn(at(spec, "volumes")).map((volume) => textAt(volume, "name")));
  const mounted = containers.flatMap(({ map }) =>
    mapsIn(at(map, "volumeMounts")).map((mount) => textAt(mount, "name")),
  );
  return [...new Set(mounted)].flatMap((name) => (name === undefined || named.has(name) ? [] : [name]));
}
