import { nearest } from "../../base/nearest.ts";
import { isOpaque } from "../../schema/validate.ts";
import { at, entriesOf } from "../../yaml/node.ts";
import { isMergeKey } from "../../yaml/scalar.ts";
import { rename } from "../fixes.ts";
import { spanOf } from "../given.ts";
import { keyFault } from "../metadata/forms.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "container/unknown-resource",
  fields: ["resources"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Resource that containers cannot ask for", vi: "Tài nguyên mà container không yêu cầu được" },
    why: {
      en: "Containers ask for `cpu`, `memory`, `ephemeral-storage` and `hugepages-2Mi`; devices carry the domain of their vendor. The API server rejects other names.",
      vi: "Container yêu cầu `cpu`, `memory`, `ephemeral-storage` và `hugepages-2Mi`; thiết bị mang tên miền của nhà cung cấp. API server từ chối tên khác.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-types"],
  },
  bad: [
    {
      title: { en: "A misspelt resource", vi: "Gõ sai tên tài nguyên" },
      manifest: containerWith(`
        resources:
          requests:
            memmory: 256Mi #! @memmory
      `),
      fixed: containerWith(`
        resources:
          requests:
            memory: 256Mi
      `),
    },
  ],
  good: [
    {
      title: { en: "A device of a vendor", vi: "Thiết bị của nhà cung cấp" },
      manifest: containerWith(`
        resources:
          limits:
            nvidia.com/gpu: 1
            hugepages-2Mi: 4Mi
            memory: 256Mi
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    for (const of of ["requests", "limits"])
      for (const pair of entriesOf(at(map, "resources", of))) {
        const name = pair.key.text;
        if (isMergeKey(pair.key) || isOpaque(name) || isKnown(name)) continue;
        const [meant] = SYNONYMS.get(name.toLowerCase()) ?? nearest(name, KNOWN);
        yield {
          span: spanOf(pair.key),
          message: {
            en: `There is no resource ${quoted(name)}${meant === undefined ? "." : `; did you mean ${quoted(meant)}?`}`,
            vi: `Không có tài nguyên ${quoted(name)}${meant === undefined ? "." : `; có lẽ là ${quoted(meant)}.`}`,
          },
          ...(meant === undefined ? {} : { fixes: () => [rename(doc, pair, meant)] }),
        };
      }
  },
});

const KNOWN = ["cpu", "memory", "ephemeral-storage"];

const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  ["cpus", ["cpu"]],
  ["mem", ["memory"]],
  ["ram", ["memory"]],
  ["storage", ["ephemeral-storage"]],
  ["disk", ["ephemeral-storage"]],
  ["gpu", ["nvidia.com/gpu"]],
]);

const isKnown = (name: string): boolean =>
  KNOWN.includes(name) || /^hugepages-\d+[KMG]i?$/.test(name) || (name.includes("/") && !keyFault(name));
