import type { Resource } from "../../model/resource.ts";
import { insertItem } from "../../yaml/edit.ts";
import { at, deref, type YMap } from "../../yaml/node.ts";
import { mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { type Draft, type Fix, workspaceRule } from "../rule.ts";
import { all, quoted } from "../wording.ts";
import { claim, file, NO_CLASS, volume } from "./example.ts";

const asking = (...lines: readonly string[]): string =>
  claim("du-lieu", { more: [...NO_CLASS, "selector:", "  matchExpressions:", ...lines.map((line) => `    ${line}`)] });

const NOT_OLD = "- { key: disk, operator: NotIn, values: [hdd] }";

export default workspaceRule({
  id: "storage/selector-without-key",
  severity: "information",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: { en: "Selector that also takes unlabelled volumes", vi: "Selector nhận cả volume không có label" },
    why: {
      en: "`NotIn` and `DoesNotExist` are true of volumes that lack the label altogether. Beside `NotIn`, `Exists` asks for the label itself.",
      vi: "`NotIn` và `DoesNotExist` đúng với cả volume hoàn toàn không có label đó. Thêm `Exists` bên cạnh `NotIn` để yêu cầu phải có label.",
    },
    links: [
      "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements",
    ],
  },
  bad: [
    {
      title: { en: "A volume without the label", vi: "Volume không có label" },
      manifest: file(volume("pv-a"), asking(`${NOT_OLD} #! @NotIn`)),
    },
  ],
  good: [
    {
      title: { en: "The label must be there", vi: "Phải có label" },
      manifest: file(
        volume("pv-a").replace("metadata:\n", "metadata:\n  labels: { disk: ssd }\n"),
        asking(NOT_OLD, "- { key: disk, operator: Exists }"),
      ),
    },
  ],
  *check(resource, facts, view): Iterable<Draft> {
    const [cluster] = view.storage();
    const own = cluster?.claimOf(facts);
    const report = own && cluster?.report.claims.get(own.key);
    const expressions = mapsIn(at(resource.root, "spec", "selector", "matchExpressions"));
    if (!cluster || !report) return;
    for (const expression of expressions) {
      const operator = scalarAt(expression, "operator");
      const key = textAt(expression, "key");
      if (operator?.text !== "NotIn" || key === undefined || asksFor(expressions, key)) continue;
      const bare = report.volumes.filter((name) => cluster.volume(name)?.labels.has(key) === false);
      if (bare.length === 0) continue;
      const names = all(bare);
      yield {
        span: spanOf(operator),
        message: {
          en: `\`NotIn\` is true of ${names.en} because it has no label ${quoted(key)} at all.`,
          vi: `\`NotIn\` đúng với ${names.vi} vì volume không hề có label ${quoted(key)}.`,
        },
        fixes: () => existsToo(resource, key),
      };
    }
  },
});

const asksFor = (expressions: readonly YMap[], key: string): boolean =>
  expressions.some((each) => textAt(each, "key") === key && ["Exists", "In"].includes(textAt(each, "operator") ?? ""));

function existsToo({ doc, root }: Resource, key: string): readonly Fix[] {
  const list = deref(at(root, "spec", "selector", "matchExpressions"));
  if (list?.type !== "seq") return [];
  return [
    {
      title: { en: `Ask for the label ${quoted(key)}`, vi: `Yêu cầu phải có label ${quoted(key)}` },
      preferred: true,
      safe: false,
      edits: insertItem(doc, list, `{ key: ${key}, operator: Exists }`),
    },
  ];
}
