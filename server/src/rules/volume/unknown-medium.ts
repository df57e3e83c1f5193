import { nearest } from "../../base/nearest.ts";
import { at } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default podRule({
  id: "volume/unknown-medium",
  fields: ["medium"],
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Empty folder on an unknown medium", vi: "Thư mục rỗng nằm trên loại bộ nhớ không biết" },
    why: {
      en: "An `emptyDir` lies on the node's disk, or in `Memory`, or in `HugePages`. With any other word the kubelet cannot mount it and the Pod never starts.",
      vi: "`emptyDir` nằm trên đĩa của node, trong `Memory` hoặc trong `HugePages`. Với từ khác, kubelet không mount được và Pod không khởi động.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#emptydir"],
  },
  bad: [
    {
      title: { en: "A small letter", vi: "Chữ thường" },
      manifest: podWith(`
        volumes:
          - name: bo-nho
            emptyDir:
              medium: memory #! @memory
      `),
      fixed: podWith(`
        volumes:
          - name: bo-nho
            emptyDir:
              medium: Memory
      `),
    },
  ],
  good: [
    {
      title: { en: "In memory", vi: "Trong bộ nhớ" },
      manifest: podWith(`
        volumes:
          - name: bo-nho
            emptyDir:
              medium: Memory
              sizeLimit: 64Mi
      `),
    },
  ],
  *checkPod({ spec }, { doc }) {
    for (const volume of mapsIn(at(spec, "volumes"))) {
      const node = scalarAt(at(volume, "emptyDir", "medium"));
      const text = textAt(at(volume, "emptyDir", "medium"));
      if (!node || text === undefined || text === "Memory" || /^HugePages(?:-\d+[KMG]i)?$/.test(text)) continue;
      const meant = /^ram|tmpfs$/i.test(text) ? "Memory" : nearest(text, ["Memory", "HugePages"])[0];
      yield {
        span: spanOf(node),
        message: {
          en: `${quoted(text)} is no medium of an \`emptyDir\`.`,
          vi: `\`emptyDir\` không có loại ${quoted(text)}.`,
        },
        ...(meant === undefined ? {} : { fixes: () => [change(doc, node, meant)] }),
      };
    }
  },
});
