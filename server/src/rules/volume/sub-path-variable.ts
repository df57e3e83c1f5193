import { nearest } from "../../base/nearest.ts";
import { at } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { isGiven, mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

const mounted = (path: string): string =>
  podOnly(`
    containers:
      - name: web
        image: nginx:1.27
        env:
          - name: POD_NAME
            valueFrom: { fieldRef: { fieldPath: metadata.name } }
        volumeMounts:
          - name: log
            mountPath: /log
            subPathExpr: ${path}
    volumes:
      - name: log
        emptyDir: {}
  `);

export default containerRule({
  id: "volume/sub-path-variable",
  fields: ["subPathExpr"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Variable in a path that is not set", vi: "Biến trong đường dẫn chưa được đặt" },
    why: {
      en: "`subPathExpr` knows the variables of its own container. With one that is not set the container never starts.",
      vi: "`subPathExpr` chỉ biết các biến của chính container đó. Gặp biến chưa đặt thì container không bao giờ khởi động.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath-expanded-environment"],
  },
  bad: [
    {
      title: { en: "A slip in the name", vi: "Gõ nhầm tên" },
      manifest: mounted("$(POD_NAM) #! @$(POD_NAM)"),
      fixed: mounted("$(POD_NAME)"),
    },
  ],
  good: [{ title: { en: "A variable that is set", vi: "Biến đã đặt" }, manifest: mounted("$(POD_NAME)") }],
  *checkContainer({ map }, _pod, { doc }) {
    // What comes from other objects cannot be seen.
    if (isGiven(at(map, "envFrom"))) return;
    const known = mapsIn(at(map, "env")).flatMap((entry) => textAt(entry, "name") ?? []);
    for (const mount of mapsIn(at(map, "volumeMounts"))) {
      const node = scalarAt(mount, "subPathExpr");
      if (!node) continue;
      const used = [...node.text.matchAll(/\$*\$\(([-._A-Za-z0-9]+)\)/g)];
      const missing = used.find(([whole, name = ""]) => !whole.startsWith("$$") && !known.includes(name))?.[1];
      if (missing === undefined) continue;
      const [meant] = nearest(missing, known);
      yield {
        span: spanOf(node),
        message: {
          en: `The container has no variable ${quoted(missing)}, so it never starts.`,
          vi: `Container không có biến ${quoted(missing)} nên không bao giờ khởi động.`,
        },
        fixes: () =>
          meant === undefined ? [] : [change(doc, node, node.text.replaceAll(`$(${missing})`, `$(${meant})`))],
      };
    }
  },
});
