import { nearest } from "../../base/nearest.ts";
import { at } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { mapsIn, spanOf, textAt, textsIn } from "../given.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { claim, file, NO_CLASS, onNode, volume } from "./example.ts";
import { isPatched } from "./stuck.ts";

const HOST = "kubernetes.io/hostname";

const node = (name: string): string =>
  `apiVersion: v1\nkind: Node\nmetadata:\n  name: ${name}\n  labels:\n    ${HOST}: ${name}\n`;

const scene = (host: string): string =>
  file(node("node-1"), volume("pv-a", { more: onNode(host) }), claim("du-lieu", { more: NO_CLASS }));

export default workspaceRule({
  id: "storage/unknown-node",
  severity: "warning",
  since: "0.1.0",
  kinds: ["PersistentVolume"],
  docs: {
    title: { en: "Volume on a node that does not exist", vi: "Volume nằm ở node không tồn tại" },
    why: {
      en: "The nodeAffinity names a host that none of the known nodes has. Pods that use the volume find no node and stay Pending.",
      vi: "nodeAffinity ghi tên máy mà không node nào đã biết có. Pod dùng volume không tìm được node và ở mãi trạng thái Pending.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#node-affinity"],
  },
  bad: [
    {
      title: { en: "A slip in the name", vi: "Gõ nhầm tên" },
      manifest: scene("node-01").replace("[node-01] }", "[node-01] } #! @node-01"),
    },
  ],
  good: [{ title: { en: "A node that is known", vi: "Node đã biết" }, manifest: scene("node-1") }],
  *check(resource, facts, view): Iterable<Draft> {
    const [cluster] = view.storage();
    const hosts = new Set((cluster?.world.nodes ?? []).flatMap(({ labels }) => labels.get(HOST) ?? []));
    if (hosts.size === 0 || isPatched(facts, view)) return;
    for (const term of mapsIn(at(resource.root, "spec", "nodeAffinity", "required", "nodeSelectorTerms")))
      for (const expression of mapsIn(at(term, "matchExpressions"))) {
        if (textAt(expression, "key") !== HOST || textAt(expression, "operator") !== "In") continue;
        const values = textsIn(at(expression, "values"));
        if (values.some(({ text }) => hosts.has(text))) continue;
        for (const value of values) {
          const meant = nearest(value.text, hosts).slice(0, 2);
          const names = either(meant.length > 0 ? meant : [...hosts]);
          yield {
            span: spanOf(value),
            message: {
              en: `No known node is called ${quoted(value.text)}; there is ${names.en}.`,
              vi: `Không node nào đã biết tên là ${quoted(value.text)}; chỉ có ${names.vi}.`,
            },
            fixes: () => meant.map((name, index) => change(resource.doc, value, name, { preferred: index === 0 })),
          };
        }
      }
  },
});
