import { NETWORK_POLICY } from "../../workspace/network-facts.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { file, policy } from "./example.ts";

export default workspaceRule({
  id: "network-policy/duplicate-name",
  severity: "warning",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Two policies of one name", vi: "Hai policy cùng tên" },
    why: {
      en: "Applied one after the other, the second replaces the first: its rules are gone, and nothing says so.",
      vi: "Khi apply lần lượt, policy sau thay thế policy trước: các quy tắc trước mất đi mà không có cảnh báo nào.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/"],
  },
  bad: [
    {
      title: { en: "Copied, and not renamed", vi: "Sao chép mà quên đổi tên" },
      manifest: file(
        policy("cho-web", ["podSelector: { matchLabels: { app: db } }"]),
        policy("cho-web #! @cho-web", ["podSelector: { matchLabels: { app: cache } }"]),
      ),
    },
  ],
  good: [
    {
      title: { en: "In two namespaces", vi: "Ở hai namespace" },
      manifest: file(policy("cho-web", ["podSelector: {}"], "mot"), policy("cho-web", ["podSelector: {}"], "hai")),
    },
  ],
  *check(_resource, facts, view) {
    const same = view
      .ownEntries()
      .flat()
      .map((entry) => entry.facts)
      .filter(({ gvk, name, namespace }) => {
        const { group, kind } = NETWORK_POLICY;
        return gvk.group === group && gvk.kind === kind && name === facts.name && namespace === facts.namespace;
      });
    // Variants of one policy may lie beside each other in files of their own, but not in one file.
    if (facts.name === "" || same.indexOf(facts) < 1) return;
    yield {
      span: facts.nameSpan,
      message: {
        en: `A policy ${quoted(facts.name)} stands above already; this one replaces it.`,
        vi: `Phía trên đã có policy ${quoted(facts.name)}; policy này sẽ thay thế nó.`,
      },
    };
  },
});
