import { entriesOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isGiven, mapAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "metadata/stale-field",
  fields: ["resourceVersion", "uid", "managedFields"],
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: {
      en: "Field that ties the manifest to one stored object",
      vi: "Trường buộc manifest vào một đối tượng đã lưu",
    },
    why: {
      en: "With `resourceVersion` or `uid` the API server refuses to create the object, and refuses updates once it has changed. `managedFields` makes server-side apply fail. They come from `kubectl get -o yaml`.",
      vi: "Có `resourceVersion` hay `uid` thì API server từ chối tạo đối tượng, và từ chối cập nhật sau khi đối tượng đã đổi. `managedFields` làm server-side apply báo lỗi. Chúng đến từ `kubectl get -o yaml`.",
    },
    links: ["https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions"],
  },
  bad: [
    {
      title: { en: "Copied from a cluster", vi: "Chép từ cluster" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
          resourceVersion: "48151" #! @resourceVersion
        data:
          MODE: prod
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
        data:
          MODE: prod
      `,
    },
  ],
  good: [
    {
      title: { en: "The uid of an owner is needed", vi: "uid của chủ sở hữu thì cần có" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
          ownerReferences:
            - apiVersion: apps/v1
              kind: Deployment
              name: gio-hang
              uid: 6f2c1d2e-0000-4000-8000-000000000001
        data:
          MODE: prod
      `,
    },
  ],
  *check(resource, { cursor }, { doc }) {
    const metadata = mapAt(resource.root, "metadata");
    if (!metadata || !cursor?.child("metadata")?.definition?.endsWith(".ObjectMeta")) return;
    for (const pair of entriesOf(metadata)) {
      if (!STALE.has(pair.key.text) || !isGiven(pair.value)) continue;
      yield {
        span: spanOf(pair.key),
        message: {
          en: `${quoted(pair.key.text)} belongs to one stored object: applying this elsewhere or later fails.`,
          vi: `${quoted(pair.key.text)} thuộc về một đối tượng đã lưu: áp dụng ở nơi khác hay về sau sẽ lỗi.`,
        },
        fixes: () => [remove(doc, metadata, pair)],
      };
    }
  },
});

const STALE: ReadonlySet<string> = new Set(["resourceVersion", "uid", "managedFields"]);
