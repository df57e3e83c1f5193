import { change } from "../fixes.ts";
import { scalarAt, spanOf, textAt } from "../given.ts";
import { podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";
import { fileSourcesOf } from "./files.ts";

export default podRule({
  id: "volume/invalid-item-path",
  fields: ["items"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "File outside its volume, or in the place of another", vi: "Tệp nằm ngoài volume, hoặc đè tệp khác" },
    why: {
      en: "The `path` of an item counts from the volume's root: it neither begins with a slash nor goes up, and each file has a path of its own.",
      vi: "`path` của mỗi mục tính từ gốc volume: không bắt đầu bằng dấu gạch chéo, không đi ngược lên, và mỗi tệp một đường dẫn.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/projected-volumes/"],
  },
  bad: [
    {
      title: { en: "A slash at the start", vi: "Dấu gạch chéo ở đầu" },
      manifest: podWith(`
        volumes:
          - name: cau-hinh
            configMap:
              name: gio-hang
              items:
                - key: app.conf
                  path: /app.conf #! @/app.conf
      `),
      fixed: podWith(`
        volumes:
          - name: cau-hinh
            configMap:
              name: gio-hang
              items:
                - key: app.conf
                  path: app.conf
      `),
    },
    {
      title: { en: "Two files in one place", vi: "Hai tệp một chỗ" },
      manifest: podWith(`
        volumes:
          - name: cau-hinh
            projected:
              sources:
                - configMap:
                    name: gio-hang
                    items:
                      - { key: app.conf, path: app.conf }
                - secret:
                    name: gio-hang
                    items:
                      - { key: khoa, path: app.conf } #! @app.conf
      `),
    },
  ],
  good: [
    {
      title: { en: "A folder in the volume", vi: "Thư mục trong volume" },
      manifest: podWith(`
        volumes:
          - name: cau-hinh
            configMap:
              name: gio-hang
              items:
                - key: app.conf
                  path: conf.d/app.conf
      `),
    },
  ],
  *checkPod(pod, { doc }) {
    for (const sources of fileSourcesOf(pod)) {
      const isShared = sources.length > 1;
      const seen = new Set<string>();
      for (const item of sources.flatMap(({ items }) => items)) {
        const node = scalarAt(item, "path");
        const path = textAt(item, "path");
        if (!node || path === undefined) continue;
        const climbs = path.split("/").includes("..") || path.startsWith("..");
        const inside = path.replace(/^\/+/, "");
        const isTaken = isShared && seen.has(path);
        seen.add(path);
        if (!path.startsWith("/") && !climbs && !isTaken) continue;
        yield {
          span: spanOf(node),
          message: climbs
            ? {
                en: `${quoted(path)} must not go up with \`..\`.`,
                vi: `${quoted(path)} không được đi lên bằng \`..\`.`,
              }
            : isTaken
              ? {
                  en: `Another source of this volume writes ${quoted(path)} already.`,
                  vi: `Một nguồn khác của volume này đã ghi ${quoted(path)}.`,
                }
              : {
                  en: `${quoted(path)} must not begin with a slash.`,
                  vi: `${quoted(path)} không được bắt đầu bằng dấu gạch chéo.`,
                },
          ...(climbs || isTaken || inside === "" ? {} : { fixes: () => [change(doc, node, inside)] }),
        };
      }
    }
  },
});
