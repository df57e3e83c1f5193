import type { YDocument } from "../../yaml/document.ts";
import type { YScalar } from "../../yaml/node.ts";
import { at } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import type { Draft } from "../rule.ts";
import { quoted } from "../wording.ts";

/** What the mounts of the examples lead to. */
const VOLUMES = `  volumes:
    - name: cau-hinh
      configMap:
        name: gio-hang
    - name: du-lieu
      emptyDir: {}
`;

export default containerRule({
  id: "volume/mount-path",
  fields: ["volumeMounts"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Mount path that cannot be used", vi: "Đường dẫn mount không dùng được" },
    why: {
      en: "Each path of a container takes one mount; the API server rejects a second one. A volume on `/` hides the whole image, and a colon ends the path.",
      vi: "Mỗi đường dẫn trong container chỉ nhận một mount; API server từ chối mount thứ hai. Volume đặt ở `/` che toàn bộ image, còn dấu hai chấm làm đứt đường dẫn.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#background"],
  },
  bad: [
    {
      title: { en: "Two volumes on one path", vi: "Hai volume trên một đường dẫn" },
      manifest: `${containerWith(`
        volumeMounts:
          - name: cau-hinh
            mountPath: /etc/gio-hang
          - name: du-lieu
            mountPath: /etc/gio-hang #! @/etc/gio-hang
      `)}${VOLUMES}`,
    },
    {
      title: { en: "No slash at the start", vi: "Thiếu dấu gạch chéo ở đầu" },
      manifest: `${containerWith(`
        volumeMounts:
          - name: du-lieu
            mountPath: var/lib/gio-hang #! @var/lib/gio-hang
      `)}${VOLUMES}`,
      fixed: `${containerWith(`
        volumeMounts:
          - name: du-lieu
            mountPath: /var/lib/gio-hang
      `)}${VOLUMES}`,
    },
  ],
  good: [
    {
      title: { en: "Two paths", vi: "Hai đường dẫn" },
      manifest: `${containerWith(`
        volumeMounts:
          - name: cau-hinh
            mountPath: /etc/gio-hang
          - name: du-lieu
            mountPath: /var/lib/gio-hang
      `)}${VOLUMES}`,
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    const seen = new Set<string>();
    for (const mount of mapsIn(at(map, "volumeMounts"))) {
      const node = scalarAt(mount, "mountPath");
      const path = textAt(mount, "mountPath");
      if (!node || path === undefined) continue;
      if (seen.has(path))
        yield {
          span: spanOf(node),
          message: {
            en: `Another volume is mounted at ${quoted(path)} already.`,
            vi: `Đã có volume khác mount ở ${quoted(path)}.`,
          },
        };
      else yield* shape(node, path, doc);
      seen.add(path);
    }
  },
});

const WINDOWS = /^[A-Za-z]:|\\/;

function* shape(node: YScalar, path: string, doc: YDocument): Iterable<Draft> {
  // `$(VAR)` and `<folder>` are placeholders.
  if (WINDOWS.test(path) || /[$<]/.test(path)) return;
  const span = spanOf(node);
  if (path === "/")
    yield {
      span,
      severity: "warning",
      message: {
        en: "A volume on `/` hides the program that the image brings.",
        vi: "Volume đặt ở `/` che mất chương trình có trong image.",
      },
    };
  else if (path.includes(":"))
    yield {
      span,
      severity: "warning",
      message: {
        en: `A colon in ${quoted(path)} is not part of a path here.`,
        vi: `Dấu hai chấm trong ${quoted(path)} không thuộc đường dẫn.`,
      },
    };
  else if (!path.startsWith("/"))
    yield {
      span,
      severity: "warning",
      message: {
        en: `A mount path begins with a slash: ${quoted(`/${path}`)}.`,
        vi: `Đường dẫn mount bắt đầu bằng dấu gạch chéo: ${quoted(`/${path}`)}.`,
      },
      fixes: () => [change(doc, node, `/${path.replace(/^\.\//, "")}`, { safe: true })],
    };
}
