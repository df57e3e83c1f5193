import { insertEntry, removeEntry } from "../../yaml/edit.ts";
import { at, pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isA, isGiven, lacks, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { claim, file, NO_CLASS, volume } from "./example.ts";

export default objectRule({
  id: "storage/bad-claim-ref",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["PersistentVolume"],
  docs: {
    title: { en: "Volume that is reserved for nobody", vi: "Volume giữ chỗ mà không cho ai" },
    why: {
      en: "A `claimRef` keeps a volume for the claim of that name and namespace; the namespace is not filled in. An empty `claimRef` keeps it from everybody.",
      vi: "`claimRef` giữ volume cho claim đúng tên và đúng namespace; namespace không được tự điền. `claimRef` rỗng thì không ai dùng được volume.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume"],
  },
  bad: [
    {
      title: { en: "No namespace", vi: "Thiếu namespace" },
      manifest: file(
        volume("pv-a", { more: ["claimRef: #! @claimRef", "  name: du-lieu"] }),
        claim("du-lieu", { more: NO_CLASS }),
      ),
      fixed: file(
        volume("pv-a", { more: ["claimRef:", "  name: du-lieu", "  namespace: default"] }),
        claim("du-lieu", { more: NO_CLASS }),
      ),
    },
    {
      title: { en: "Empty", vi: "Rỗng" },
      manifest: volume("pv-a", { more: ["claimRef: {} #! @claimRef"] }),
      fixed: volume("pv-a"),
    },
    {
      title: { en: "The uid of an export", vi: "uid lấy từ bản xuất" },
      manifest: volume("pv-a", {
        more: ["claimRef:", "  name: du-lieu", "  namespace: default", "  uid: 6b1f #! @uid"],
      }),
      fixed: volume("pv-a", { more: ["claimRef:", "  name: du-lieu", "  namespace: default"] }),
    },
  ],
  good: [
    {
      title: { en: "Name and namespace", vi: "Đủ tên và namespace" },
      manifest: file(
        volume("pv-a", { more: ["claimRef: { name: du-lieu, namespace: default }"] }),
        claim("du-lieu", { more: NO_CLASS }),
      ),
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "", "PersistentVolume")) return;
    const spec = mapAt(resource.root, "spec");
    const pair = spec && pairOf(spec, "claimRef");
    const ref = mapAt(spec, "claimRef");
    if (!spec || !pair || !ref) return;
    if (ref.entries.length === 0) {
      yield {
        span: spanOf(pair.key),
        message: {
          en: "An empty `claimRef` keeps the volume from every claim.",
          vi: "`claimRef` rỗng khiến không claim nào dùng được volume.",
        },
        fixes: () => [remove(doc, spec, pair)],
      };
      return;
    }
    const stale = ["uid", "resourceVersion"]
      .flatMap((field) => pairOf(ref, field) ?? [])
      .filter(({ value }) => isGiven(value));
    const [first] = stale;
    // A live object as kubectl prints it is what it says.
    if (first && !at(resource.root, "status", "phase"))
      yield {
        span: spanOf(first.key),
        message: {
          en: "No claim of a new cluster has this uid: the volume is Released at once, and nobody can use it.",
          vi: "Không claim nào ở cluster mới có uid này: volume ở ngay trạng thái Released và không ai dùng được.",
        },
        fixes: () => [
          {
            title: { en: "Keep the claim's name alone", vi: "Chỉ giữ tên claim" },
            preferred: true,
            safe: false,
            edits: stale.flatMap((each) => removeEntry(doc, ref, each)),
          },
        ],
      };
    if (!scalarAt(ref, "name") || !lacks(ref, "namespace")) return;
    yield {
      span: spanOf(pair.key),
      message: {
        en: "Without `namespace` this names no claim, so nobody can use the volume.",
        vi: "Thiếu `namespace` thì không chỉ đến claim nào, nên không ai dùng được volume.",
      },
      fixes: () => [
        {
          title: { en: "Add `namespace: default`", vi: "Thêm `namespace: default`" },
          preferred: true,
          safe: false,
          edits: insertEntry(doc, ref, "namespace", "default"),
        },
      ],
    };
  },
});
