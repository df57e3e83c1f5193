import { at, pairOf } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { isGiven, mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "volume/sub-path",
  fields: ["subPath", "subPathExpr"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Path that leads out of its volume", vi: "Đường dẫn ra ngoài volume" },
    why: {
      en: "`subPath` counts from the volume's own root, so it is relative and never goes up. It excludes `subPathExpr`, its form with variables.",
      vi: "`subPath` tính từ gốc của volume nên là đường dẫn tương đối và không đi ngược lên. Nó loại trừ `subPathExpr`, dạng có biến của nó.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath"],
  },
  bad: [
    {
      title: { en: "A slash at the start", vi: "Dấu gạch chéo ở đầu" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            volumeMounts:
              - name: du-lieu
                mountPath: /du-lieu
                subPath: /web #! @/web
        volumes:
          - name: du-lieu
            emptyDir: {}
      `),
      fixed: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            volumeMounts:
              - name: du-lieu
                mountPath: /du-lieu
                subPath: web
        volumes:
          - name: du-lieu
            emptyDir: {}
      `),
    },
  ],
  good: [
    {
      title: { en: "A folder in the volume", vi: "Thư mục trong volume" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            volumeMounts:
              - name: du-lieu
                mountPath: /du-lieu
                subPath: web/anh
        volumes:
          - name: du-lieu
            emptyDir: {}
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    for (const mount of mapsIn(at(map, "volumeMounts"))) {
      const [plain, withVariables] = ["subPath", "subPathExpr"].map((field) => pairOf(mount, field));
      if (plain && withVariables && isGiven(plain.value) && isGiven(withVariables.value))
        yield {
          span: spanOf(withVariables.key),
          message: {
            en: "`subPath` and `subPathExpr` exclude each other.",
            vi: "`subPath` và `subPathExpr` loại trừ nhau.",
          },
          fixes: () => [remove(doc, mount, plain), remove(doc, mount, withVariables, { preferred: false })],
        };
      for (const field of ["subPath", "subPathExpr"]) {
        const node = scalarAt(mount, field);
        const path = textAt(mount, field);
        if (!node || path === undefined) continue;
        const climbs = path.split("/").includes("..");
        if (!path.startsWith("/") && !climbs) continue;
        const inside = path.replace(/^\/+/, "");
        yield {
          span: spanOf(node),
          message: climbs
            ? {
                en: `${quoted(path)} leads out of the volume: \`..\` is refused.`,
                vi: `${quoted(path)} ra ngoài volume: \`..\` bị từ chối.`,
              }
            : {
                en: `${quoted(path)} must not begin with a slash: it counts from the volume's root.`,
                vi: `${quoted(path)} không được bắt đầu bằng dấu gạch chéo: nó tính từ gốc của volume.`,
              },
          ...(climbs || inside === "" ? {} : { fixes: () => [change(doc, node, inside)] }),
        };
      }
    }
  },
});
