import { insertEntry } from "../../yaml/edit.ts";
import { at, pairOf } from "../../yaml/node.ts";
import { add } from "../fixes.ts";
import { lacks, mapAt, mapsIn, spanOf, textAt } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import type { Draft } from "../rule.ts";

const emptyDir = (fields: string): string =>
  podOnly(`
    containers:
      - name: web
        image: nginx:1.27
        volumeMounts:
          - name: tam
            mountPath: /tam
    volumes:
      - name: tam
        emptyDir:${fields}
  `);

export default podRule({
  id: "volume/no-size-limit",
  fields: ["emptyDir"],
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  docs: {
    title: { en: "Empty folder without a limit", vi: "Thư mục tạm không giới hạn dung lượng" },
    why: {
      en: "What is written to an `emptyDir` fills the disk of the node, and with `medium: Memory` the memory of the container. A `sizeLimit` evicts the one Pod that writes too much, instead of all the others.",
      vi: "Dữ liệu ghi vào `emptyDir` chiếm đĩa của node, còn với `medium: Memory` thì chiếm bộ nhớ của container. `sizeLimit` chỉ thu hồi Pod ghi quá nhiều, thay vì mọi Pod khác.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#emptydir"],
  },
  bad: [
    {
      title: { en: "In memory", vi: "Trong bộ nhớ" },
      manifest: emptyDir("\n          medium: Memory").replace("emptyDir:", "emptyDir: #! @emptyDir"),
      fixed: emptyDir("\n          medium: Memory\n          sizeLimit: 64Mi"),
    },
    {
      title: { en: "On the node's disk", vi: "Trên đĩa của node" },
      manifest: emptyDir(" {} #! @emptyDir"),
      fixed: emptyDir(" { sizeLimit: 1Gi }"),
    },
  ],
  good: [{ title: { en: "A limit", vi: "Có giới hạn" }, manifest: emptyDir(" { sizeLimit: 1Gi }") }],
  *checkPod({ spec }, { doc }): Iterable<Draft> {
    for (const volume of mapsIn(at(spec, "volumes"))) {
      const pair = pairOf(volume, "emptyDir");
      const map = mapAt(volume, "emptyDir");
      if (!pair || !map || !lacks(map, "sizeLimit")) continue;
      const isMemory = textAt(map, "medium") === "Memory";
      const size = isMemory ? "64Mi" : "1Gi";
      yield {
        span: spanOf(pair.key),
        message: isMemory
          ? {
              en: "This folder counts as memory of the container, and has no limit of its own.",
              vi: "Thư mục này tính vào bộ nhớ của container mà không có giới hạn riêng.",
            }
          : {
              en: "This folder may fill the disk of the node.",
              vi: "Thư mục này có thể chiếm đầy đĩa của node.",
            },
        fixes: () => [
          map.entries.length === 0
            ? {
                title: { en: `Limit it to ${size}`, vi: `Giới hạn ở ${size}` },
                preferred: true,
                safe: false,
                edits: [{ span: spanOf(map), text: `{ sizeLimit: ${size} }` }],
              }
            : { ...add(doc, map, "sizeLimit", size), edits: insertEntry(doc, map, "sizeLimit", size) },
        ],
      };
    }
  },
});
