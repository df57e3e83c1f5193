import { at } from "../../yaml/node.ts";
import { isGiven, mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";

const mounted = (subPath: string): string =>
  podOnly(`
    containers:
      - name: web
        image: nginx:1.27
        volumeMounts:
          - name: cau-hinh
            mountPath: /etc/gio-hang${subPath}
    volumes:
      - name: cau-hinh
        configMap:
          name: gio-hang
  `);

export default containerRule({
  id: "volume/frozen-file",
  fields: ["subPath", "subPathExpr"],
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  docs: {
    title: { en: "File that is never refreshed", vi: "Tệp không bao giờ được cập nhật" },
    why: {
      en: "Folders of ConfigMaps and Secrets follow their objects after a while. A single file, mounted with `subPath`, stays as it was when the container started.",
      vi: "Thư mục của ConfigMap và Secret được cập nhật theo đối tượng sau một lúc. Còn một tệp lẻ mount bằng `subPath` thì giữ nguyên như lúc container khởi động.",
    },
    links: [
      "https://kubernetes.io/docs/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically",
    ],
  },
  bad: [
    {
      title: { en: "One file", vi: "Một tệp" },
      manifest: mounted("/app.conf\n            subPath: app.conf #! @app.conf"),
    },
  ],
  good: [{ title: { en: "The folder", vi: "Cả thư mục" }, manifest: mounted("") }],
  *checkContainer({ map }, { spec }) {
    for (const mount of mapsIn(at(map, "volumeMounts"))) {
      const node = scalarAt(mount, "subPath") ?? scalarAt(mount, "subPathExpr");
      const volume = mapsIn(at(spec, "volumes")).find((each) => textAt(each, "name") === textAt(mount, "name"));
      const isObject = ["configMap", "secret", "downwardAPI", "projected"].some((field) => isGiven(at(volume, field)));
      if (!node || !isObject) continue;
      yield {
        span: spanOf(node),
        message: {
          en: "A file mounted with `subPath` does not follow changes of the object until the Pod is replaced.",
          vi: "Tệp mount bằng `subPath` không cập nhật theo đối tượng cho đến khi Pod được thay.",
        },
      };
    }
  },
});
