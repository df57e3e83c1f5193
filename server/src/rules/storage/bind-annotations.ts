import { at, pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isA, mapAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, NO_CLASS } from "./example.ts";

export default objectRule({
  id: "storage/bind-annotations",
  severity: "warning",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim", "PersistentVolume"],
  docs: {
    title: { en: "Annotations of the volume controller", vi: "Annotation do volume controller ghi" },
    why: {
      en: "`pv.kubernetes.io/bind-completed` says that a claim is bound already. In a new cluster it is not: the claim is Lost, or binds to its volume without any comparison.",
      vi: "`pv.kubernetes.io/bind-completed` cho biết claim đã được ghép. Ở cluster mới thì chưa: claim sẽ ở trạng thái Lost, hoặc được ghép với volume mà không so sánh gì.",
    },
    links: ["https://kubernetes.io/docs/reference/labels-annotations-taints/#pv-kubernetes-io-bind-completed"],
  },
  bad: [
    {
      title: { en: "From an export", vi: "Lấy từ bản xuất" },
      manifest: claim("du-lieu", { more: NO_CLASS }).replace(
        "name: du-lieu\n",
        'name: du-lieu\n  annotations:\n    ghi-chu: a\n    pv.kubernetes.io/bind-completed: "yes" #! @pv.kubernetes.io/bind-completed\n',
      ),
      fixed: claim("du-lieu", { more: NO_CLASS }).replace(
        "name: du-lieu\n",
        "name: du-lieu\n  annotations:\n    ghi-chu: a\n",
      ),
    },
  ],
  good: [{ title: { en: "A new claim", vi: "Claim mới" }, manifest: claim("du-lieu", { more: NO_CLASS }) }],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "", "PersistentVolumeClaim", "PersistentVolume")) return;
    // A live object as kubectl prints it is what it says.
    if (at(resource.root, "status", "phase")) return;
    const annotations = mapAt(resource.root, "metadata", "annotations");
    for (const key of ["pv.kubernetes.io/bind-completed", "pv.kubernetes.io/bound-by-controller"]) {
      const pair = annotations && pairOf(annotations, key);
      if (!annotations || !pair) continue;
      yield {
        span: spanOf(pair.key),
        message: {
          en: `The volume controller writes ${quoted(key)}; in a manifest it claims a binding that is not there.`,
          vi: `${quoted(key)} là do volume controller ghi; trong manifest nó khẳng định một lần ghép không có thật.`,
        },
        fixes: () => [remove(doc, annotations, pair)],
      };
    }
  },
});
