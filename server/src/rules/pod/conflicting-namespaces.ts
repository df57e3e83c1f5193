import { pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { quoted } from "../wording.ts";
import { podWith } from "./example.ts";
import { podRule } from "./pod-rule.ts";

export default podRule({
  id: "pod/conflicting-namespaces",
  fields: ["hostPID", "hostUsers"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Linux namespaces that exclude each other", vi: "Các Linux namespace loại trừ nhau" },
    why: {
      en: "A Pod with `hostPID` sees the processes of its node, so it cannot share a process namespace of its own. With `hostUsers: false` it has users of its own and may use none of the node's other namespaces.",
      vi: "Pod có `hostPID` thấy tiến trình của node nên không thể dùng chung process namespace riêng. Với `hostUsers: false`, Pod có người dùng riêng và không được dùng các namespace khác của node.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/"],
  },
  bad: [
    {
      title: { en: "Processes of the node, and shared ones", vi: "Vừa dùng tiến trình của node, vừa dùng chung" },
      manifest: podWith(`
        hostPID: true
        shareProcessNamespace: true #! @shareProcessNamespace
      `),
      fixed: podWith(`
        hostPID: true
      `),
    },
    {
      title: { en: "Users of its own in the node's network", vi: "Người dùng riêng trong mạng của node" },
      manifest: podWith(`
        hostUsers: false
        hostNetwork: true #! @hostNetwork
      `),
      fixed: podWith(`
        hostUsers: false
      `),
    },
  ],
  good: [
    {
      title: { en: "Containers that see each other's processes", vi: "Các container thấy tiến trình của nhau" },
      manifest: podWith(`
        shareProcessNamespace: true
        hostNetwork: true
      `),
    },
  ],
  *checkPod({ spec }, { doc }) {
    const says = (field: string, value: string): boolean => scalarAt(spec, field)?.text === value;
    const pairs =
      says("hostPID", "true") && says("shareProcessNamespace", "true") ? [["shareProcessNamespace", "hostPID"]] : [];
    if (says("hostUsers", "false"))
      for (const field of ["hostNetwork", "hostPID", "hostIPC"])
        if (says(field, "true")) pairs.push([field, "hostUsers"]);
    for (const [field = "", other = ""] of pairs) {
      const pair = pairOf(spec, field);
      if (!pair) continue;
      const [one, two] = [`${field}: true`, other === "hostUsers" ? "hostUsers: false" : `${other}: true`].map(quoted);
      yield {
        span: spanOf(pair.key),
        message: {
          en: `${one} does not go together with ${two}.`,
          vi: `${one} không đi cùng với ${two}.`,
        },
        fixes: () => [remove(doc, spec, pair)],
      };
    }
  },
});
