import { change } from "../fixes.ts";
import { scalarAt, spanOf, textAt } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";
import { parseImage, repairedImage } from "./image-reference.ts";

export default containerRule({
  id: "container/invalid-image",
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Image that no registry can have", vi: "Image không registry nào có được" },
    why: {
      en: "Repositories are written in small letters, with at most one tag after a colon and no blanks. The Pod is created but never starts: `InvalidImageName`.",
      vi: "Repository viết bằng chữ thường, sau dấu hai chấm là tối đa một tag, không có dấu cách. Pod được tạo nhưng không bao giờ khởi động: `InvalidImageName`.",
    },
    links: ["https://kubernetes.io/docs/concepts/containers/images/#image-names"],
  },
  bad: [
    {
      title: { en: "A capital letter", vi: "Chữ hoa" },
      manifest: podOnly(`
        containers:
          - name: web
            image: Nginx:1.27 #! @Nginx:1.27
      `),
      fixed: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
      `),
    },
    {
      title: { en: "Two colons", vi: "Hai dấu hai chấm" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx::1.27 #! @nginx::1.27
      `),
      fixed: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
      `),
    },
  ],
  good: [
    {
      title: { en: "A registry with a port, a tag and a digest", vi: "Registry có cổng, tag và digest" },
      manifest: podOnly(`
        containers:
          - name: web
            image: kho.cua-hang.vn:5000/web/gio-hang:1.2@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
      `),
    },
  ],
  *checkContainer({ map }, { isTemplate }, { doc }) {
    const node = scalarAt(map, "image");
    const text = textAt(map, "image");
    if (!node || text === undefined || PLACEHOLDER.test(text)) return;
    const parsed = parseImage(text);
    // `Bitnami/redis` names a registry `Bitnami`.
    if (parsed && text === text.trim()) return;
    const meant = repairedImage(text);
    yield {
      span: spanOf(node),
      ...(text !== text.trim() && !isTemplate ? { severity: "error" as const } : {}),
      message: {
        en: `${quoted(text)} is no name of an image.`,
        vi: `${quoted(text)} không phải là tên image hợp lệ.`,
      },
      ...(meant === undefined ? {} : { fixes: () => [change(doc, node, meant)] }),
    };
  },
});

/** What tools and people fill in later: `<image>`, `$(IMAGE)`, `IMAGE_NAME`, `__IMAGE__`, `ko://…`. */
const PLACEHOLDER = /[<>$%()*]|^[A-Z0-9_]+(?::|$)|__|^(?!https?:|docker:)[a-z]+:\/\//;
