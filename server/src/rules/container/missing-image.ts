import { pairOf } from "../../yaml/node.ts";
import { lacks, spanOf } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { isSound } from "../pod/sound.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "container/missing-image",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Container without an image", vi: "Container không có image" },
    why: {
      en: "A container is made from an image. The API server rejects a Pod or a template where one is missing or empty.",
      vi: "Container được tạo từ image. API server từ chối Pod hay template có container thiếu image hoặc để image trống.",
    },
    links: ["https://kubernetes.io/docs/concepts/containers/images/"],
  },
  bad: [
    {
      title: { en: "Only a name", vi: "Chỉ có tên" },
      manifest: podOnly(`
        containers:
          - name: web #! @web
            ports:
              - containerPort: 80
      `),
    },
    {
      title: { en: "An empty image", vi: "Image để trống" },
      manifest: podOnly(`
        containers:
          - name: web
            image: "" #! @image
      `),
    },
  ],
  good: [
    {
      title: { en: "A name and an image", vi: "Tên và image" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
      `),
    },
  ],
  *checkContainer({ map, name }, pod, context) {
    // Otherwise it may stand in the wrong place, which is said elsewhere.
    if (!lacks(map, "image") || !isSound(pod, context)) return;
    const place = pairOf(map, "image")?.key ?? pairOf(map, "name")?.value ?? map.entries[0]?.key ?? map;
    yield {
      span: spanOf(place),
      message:
        name === undefined
          ? { en: "This container has no `image`.", vi: "Container này chưa có `image`." }
          : {
              en: `The container ${quoted(name)} has no \`image\`.`,
              vi: `Container ${quoted(name)} chưa có \`image\`.`,
            },
    };
  },
});
