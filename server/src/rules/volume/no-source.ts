import { at, pairOf } from "../../yaml/node.ts";
import { isMergeKey } from "../../yaml/scalar.ts";
import { add } from "../fixes.ts";
import { mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { hasOnlyKnownFields } from "../pod/sound.ts";
import { quoted } from "../wording.ts";
import { sourcesOf } from "./sources.ts";

export default podRule({
  id: "volume/no-source",
  fields: ["volumes"],
  severity: "warning",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Volume without a source", vi: "Volume không có nguồn" },
    why: {
      en: "A volume that names no claim, ConfigMap or other source is silently an `emptyDir`: an empty folder that is lost with the Pod.",
      vi: "Volume không ghi claim, ConfigMap hay nguồn nào khác thì ngầm là `emptyDir`: một thư mục rỗng, mất cùng với Pod.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#emptydir"],
  },
  bad: [
    {
      title: { en: "Only a name", vi: "Chỉ có tên" },
      manifest: podWith(`
        volumes:
          - name: du-lieu #! @du-lieu
      `),
      fixed: podWith(`
        volumes:
          - name: du-lieu
            emptyDir: {}
      `),
    },
  ],
  good: [
    {
      title: { en: "An empty folder on purpose", vi: "Cố ý dùng thư mục rỗng" },
      manifest: podWith(`
        volumes:
          - name: du-lieu
            emptyDir: {}
      `),
    },
  ],
  *checkPod({ spec }, context) {
    const { doc } = context;
    if (doc.problems.length > 0) return;
    for (const volume of mapsIn(at(spec, "volumes"))) {
      const node = scalarAt(volume, "name");
      const name = textAt(volume, "name");
      if (!node || name === undefined || sourcesOf(volume, context).length > 0) continue;
      // `emptyDir:` says it, if shortly; a misspelt source is one all the same.
      const isSaid = pairOf(volume, "emptyDir") !== undefined || volume.entries.some(({ key }) => isMergeKey(key));
      if (isSaid || !hasOnlyKnownFields(volume, "Volume", context)) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `The volume ${quoted(name)} has no source, so it is an \`emptyDir\` that is lost with the Pod.`,
          vi: `Volume ${quoted(name)} không có nguồn nên là một \`emptyDir\`, mất cùng với Pod.`,
        },
        ...(volume.entries.length === 1 ? { fixes: () => [add(doc, volume, "emptyDir", "{}", { safe: true })] } : {}),
      };
    }
  },
});
