import { isList } from "../../model/resource.ts";
import { entriesOf, pairOf, type YMap, type YPair } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isGiven, mapAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "metadata/server-owned-field",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Field that the API server fills in", vi: "Trường do API server tự điền" },
    why: {
      en: "What is written there is ignored: such fields come from `kubectl get -o yaml` and only make the manifest longer.",
      vi: "Giá trị ghi ở đó không có tác dụng: các trường này đến từ `kubectl get -o yaml` và chỉ làm manifest dài thêm.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/#object-spec-and-status"],
  },
  bad: [
    {
      title: { en: "What kubectl printed", vi: "Nội dung kubectl in ra" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
          creationTimestamp: "2026-01-31T08:00:00Z" #! @creationTimestamp
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
      title: { en: "Only what the author decides", vi: "Chỉ ghi những gì tác giả quyết định" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
        data:
          MODE: prod
      `,
    },
  ],
  *check(resource, { cursor }, { doc }) {
    if (!cursor || isList(resource)) return;
    const metadata = mapAt(resource.root, "metadata");
    const places: [YMap, YPair][] = [];
    const fields = cursor.child("metadata");
    for (const pair of entriesOf(metadata))
      if (metadata && !STALE.has(pair.key.text) && fields?.child(pair.key.text)?.site["x-server-owned"])
        places.push([metadata, pair]);
    const status = pairOf(resource.root, "status");
    if (status && cursor.child("status")?.site["x-server-owned"]) places.push([resource.root, status]);
    for (const [map, pair] of places)
      yield {
        span: spanOf(pair.key),
        message: isGiven(pair.value)
          ? {
              en: `The API server fills in ${quoted(pair.key.text)}; what stands here is ignored.`,
              vi: `API server tự điền ${quoted(pair.key.text)}; giá trị ghi ở đây không có tác dụng.`,
            }
          : {
              en: `The API server fills in ${quoted(pair.key.text)}; a manifest does not need it.`,
              vi: `API server tự điền ${quoted(pair.key.text)}; manifest không cần ghi.`,
            },
        tag: "unnecessary",
        fixes: () => [remove(doc, map, pair, { safe: true })],
      };
  },
});

/** These are not ignored: another rule speaks of them. */
const STALE: ReadonlySet<string> = new Set(["resourceVersion", "uid", "managedFields"]);
