import { at } from "../../yaml/node.ts";
import { add } from "../fixes.ts";
import { isGiven, mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "volume/mount-over-folder",
  fields: ["mountPath"],
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "File path that becomes a folder", vi: "Đường dẫn tệp trở thành thư mục" },
    why: {
      en: "A ConfigMap or Secret is mounted as a folder of files. At `/etc/app/app.conf` the program finds a folder; `subPath` mounts the one file.",
      vi: "ConfigMap hay Secret được mount thành thư mục chứa tệp. Ở `/etc/app/app.conf`, chương trình thấy một thư mục; `subPath` mới mount đúng một tệp.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath"],
  },
  bad: [
    {
      title: { en: "A file of settings", vi: "Tệp cấu hình" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            volumeMounts:
              - name: cau-hinh
                mountPath: /etc/nginx/nginx.conf #! @/etc/nginx/nginx.conf
        volumes:
          - name: cau-hinh
            configMap:
              name: gio-hang
      `),
      fixed: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            volumeMounts:
              - name: cau-hinh
                mountPath: /etc/nginx/nginx.conf
                subPath: nginx.conf
        volumes:
          - name: cau-hinh
            configMap:
              name: gio-hang
      `),
    },
  ],
  good: [
    {
      title: { en: "A folder of settings", vi: "Thư mục cấu hình" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            volumeMounts:
              - name: cau-hinh
                mountPath: /etc/nginx/conf.d
        volumes:
          - name: cau-hinh
            configMap:
              name: gio-hang
      `),
    },
  ],
  *checkContainer({ map }, { spec }, { doc }) {
    for (const mount of mapsIn(at(map, "volumeMounts"))) {
      const node = scalarAt(mount, "mountPath");
      const file = /\/([^/]+\.(?:conf|ya?ml|json|properties|xml|toml|ini|cfg|env|crt|pem|key|sh|cnf))$/.exec(
        textAt(mount, "mountPath") ?? "",
      )?.[1];
      if (!node || file === undefined || isGiven(at(mount, "subPath")) || isGiven(at(mount, "subPathExpr"))) continue;
      const name = textAt(mount, "name");
      const volume = mapsIn(at(spec, "volumes")).find((each) => textAt(each, "name") === name);
      if (!volume || !(isGiven(at(volume, "configMap")) || isGiven(at(volume, "secret")))) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `Without \`subPath\` ${quoted(file)} becomes a folder.`,
          vi: `Không có \`subPath\`, ${quoted(file)} trở thành thư mục.`,
        },
        fixes: () => [add(doc, mount, "subPath", file)],
      };
    }
  },
});
