import { at } from "../../yaml/node.ts";
import { mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default podRule({
  id: "volume/host-path",
  fields: ["hostPath"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Path of the node that goes up", vi: "Đường dẫn trên node đi ngược lên" },
    why: {
      en: "The API server refuses `..` in `hostPath`: it hides where on the node the volume really is.",
      vi: "API server từ chối `..` trong `hostPath`: nó che giấu vị trí thật của volume trên node.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],
  },
  bad: [
    {
      title: { en: "One folder up", vi: "Lên một thư mục" },
      manifest: podWith(`
        volumes:
          - name: log
            hostPath:
              path: /var/log/../lib #! @/var/log/../lib
      `),
    },
  ],
  good: [
    {
      title: { en: "A plain path", vi: "Đường dẫn thường" },
      manifest: podWith(`
        volumes:
          - name: log
            hostPath:
              path: /var/log
              type: Directory
      `),
    },
  ],
  *checkPod({ spec }) {
    for (const volume of mapsIn(at(spec, "volumes"))) {
      const node = scalarAt(at(volume, "hostPath", "path"));
      const path = textAt(at(volume, "hostPath", "path"));
      if (!node || path === undefined || !path.split("/").includes("..")) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `${quoted(path)} must not hold \`..\`.`,
          vi: `${quoted(path)} không được có \`..\`.`,
        },
      };
    }
  },
});
