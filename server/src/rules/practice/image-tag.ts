import { parseImage } from "../container/image-reference.ts";
import { scalarAt, spanOf, textAt } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "practice/image-tag",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Image without a fixed version", vi: "Image không ghi phiên bản cố định" },
    why: {
      en: "`latest`, which is also what no tag means, is another image tomorrow: Pods of one Deployment differ, and a rollback brings nothing back. Name a version or a digest.",
      vi: "`latest`, cũng là giá trị khi không ghi tag, ngày mai đã là image khác: các Pod của một Deployment khác nhau và rollback không đưa gì về. Nên ghi phiên bản hoặc digest.",
    },
    links: ["https://kubernetes.io/docs/concepts/containers/images/#image-names"],
  },
  bad: [
    {
      title: { en: "No tag, and the latest", vi: "Không có tag, và bản mới nhất" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx #! @nginx
          - name: kho
            image: redis:latest #! @redis:latest
      `),
    },
  ],
  good: [
    {
      title: { en: "A version", vi: "Một phiên bản" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx:1.27.3
      `),
    },
  ],
  *checkContainer({ map }) {
    const node = scalarAt(map, "image");
    const image = parseImage(textAt(map, "image") ?? "");
    if (!node || !image || image.digest !== undefined || (image.tag !== undefined && image.tag !== "latest")) return;
    yield {
      span: spanOf(node),
      message: {
        en: `${quoted(node.text)} is another image tomorrow: name a version.`,
        vi: `${quoted(node.text)} ngày mai có thể là image khác: nên ghi phiên bản.`,
      },
    };
  },
});
