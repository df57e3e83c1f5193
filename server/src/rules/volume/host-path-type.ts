import { at, pairOf } from "../../yaml/node.ts";
import { add } from "../fixes.ts";
import { lacks, mapAt, mapsIn, scalarAt, spanOf } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";

const hostPath = (type: string): string =>
  podOnly(`
    containers:
      - name: web
        image: nginx:1.27
        volumeMounts:
          - name: log
            mountPath: /log
    volumes:
      - name: log
        hostPath:
          path: /var/log${type}
  `);

export default podRule({
  id: "volume/host-path-type",
  fields: ["hostPath"],
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  docs: {
    title: { en: "Path of the node that nobody checks", vi: "Đường dẫn trên node không được kiểm tra" },
    why: {
      en: "Without a `type` a path that does not exist is made as an empty folder of root by the runtime, and mistakes go unnoticed. `Directory` or `File` asks for what must be there; `DirectoryOrCreate` makes a folder of root, mode 0755.",
      vi: "Thiếu `type`, đường dẫn không tồn tại sẽ được runtime tạo thành thư mục rỗng của root, và sai sót không ai thấy. `Directory` hay `File` yêu cầu thứ phải có sẵn; `DirectoryOrCreate` tạo thư mục của root với quyền 0755.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath-volume-types"],
  },
  bad: [
    {
      title: { en: "No type", vi: "Thiếu type" },
      manifest: hostPath("").replace("hostPath:", "hostPath: #! @hostPath"),
      fixed: hostPath("\n          type: Directory"),
    },
  ],
  good: [{ title: { en: "A folder", vi: "Thư mục" }, manifest: hostPath("\n          type: Directory") }],
  *checkPod({ spec }, { doc }) {
    for (const volume of mapsIn(at(spec, "volumes"))) {
      const pair = pairOf(volume, "hostPath");
      const map = mapAt(volume, "hostPath");
      if (!pair || !map || !scalarAt(map, "path") || !lacks(map, "type")) continue;
      yield {
        span: spanOf(pair.key),
        message: {
          en: "Nobody checks that this path exists, and of what type it is.",
          vi: "Không ai kiểm tra đường dẫn này có tồn tại hay thuộc loại gì.",
        },
        fixes: () =>
          ["Directory", "File", "DirectoryOrCreate"].map((type, index) =>
            add(doc, map, "type", type, { preferred: index === 0 }),
          ),
      };
    }
  },
});
