import { at } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { mapsIn, spanOf } from "../given.ts";
import { podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { all } from "../wording.ts";
import { sourcesOf } from "./sources.ts";

export default podRule({
  id: "volume/two-sources",
  fields: ["volumes"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Volume with two sources", vi: "Volume có hai nguồn" },
    why: {
      en: "The content of a volume comes from one place. To put several together, list them under `projected.sources`.",
      vi: "Nội dung của volume đến từ một nơi. Muốn gộp nhiều nguồn, liệt kê trong `projected.sources`.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/projected-volumes/"],
  },
  bad: [
    {
      title: { en: "A folder and a claim", vi: "Vừa thư mục vừa claim" },
      manifest: podWith(`
        volumes:
          - name: du-lieu
            emptyDir: {}
            persistentVolumeClaim: #! @persistentVolumeClaim
              claimName: du-lieu
      `),
      fixed: podWith(`
        volumes:
          - name: du-lieu
            persistentVolumeClaim:
              claimName: du-lieu
      `),
    },
  ],
  good: [
    {
      title: { en: "Two sources in one folder", vi: "Hai nguồn trong một thư mục" },
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
  *checkPod({ spec }, context) {
    const { doc } = context;
    for (const volume of mapsIn(at(spec, "volumes"))) {
      const sources = sourcesOf(volume, context);
      const [, second] = sources;
      if (!second) continue;
      const names = all(sources.map(({ key }) => key.text));
      // An emptyDir is what people start with.
      const stray = sources.find(({ key }) => key.text === "emptyDir") ?? second;
      yield {
        span: spanOf(second.key),
        message: {
          en: `A volume has one source; here are ${names.en}.`,
          vi: `Volume chỉ có một nguồn; ở đây có ${names.vi}.`,
        },
        fixes: () =>
          [stray, ...sources.filter((each) => each !== stray)].map((each, index) =>
            remove(doc, volume, each, { preferred: index === 0 }),
          ),
      };
    }
  },
});
