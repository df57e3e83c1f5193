import { type Direction, type NetworkPolicy, rulesFor } from "../../workspace/network-cluster.ts";
import { removeItem } from "../../yaml/edit.ts";
import { deref, pairOf } from "../../yaml/node.ts";
import { spanOf } from "../given.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { file, policy } from "./example.ts";
import { firstKeySpan } from "./places.ts";
import { specOf } from "./policy.ts";
import { onlyCluster } from "./written.ts";

export default workspaceRule({
  id: "network-policy/redundant",
  severity: "hint",
  awaits: "object",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Rules beside one that allows everything", vi: "Quy tắc cạnh một quy tắc cho phép tất cả" },
    why: {
      en: "Rules only add up, within a policy and between policies. Where one of them lets everything through for the same Pods, what the others allow or leave out makes no difference.",
      vi: "Các quy tắc chỉ cộng dồn, trong một policy và giữa các policy. Khi một quy tắc cho tất cả đi qua với cùng những Pod đó thì các quy tắc khác không còn ý nghĩa.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation"],
  },
  bad: [
    {
      title: { en: "Everything, and then something", vi: "Cho tất cả rồi lại cho một phần" },
      manifest: policy("db", [
        "podSelector: { matchLabels: { app: db } }",
        "ingress:",
        "  - {}",
        "  - from: [{ podSelector: { matchLabels: { app: web } } }] #! @from",
      ]),
      fixed: policy("db", ["podSelector: { matchLabels: { app: db } }", "ingress:", "  - {}"]),
    },
    {
      title: { en: "Another policy opens everything", vi: "Policy khác mở tất cả" },
      manifest: file(
        policy("mo-het", ["podSelector: {}", "ingress: [{}]"]),
        policy("db", [
          "podSelector: { matchLabels: { app: db } }",
          "ingress: #! @ingress",
          "  - from: [{ podSelector: { matchLabels: { app: web } } }]",
        ]),
      ),
    },
  ],
  good: [
    {
      title: { en: "Two rules that add up", vi: "Hai quy tắc bổ sung cho nhau" },
      manifest: policy("db", [
        "podSelector: { matchLabels: { app: db } }",
        "ingress:",
        "  - from: [{ podSelector: { matchLabels: { app: web } } }]",
        "  - ports: [{ port: 9187 }]",
      ]),
    },
  ],
  *check(resource, facts, view) {
    const found = onlyCluster(view.network(), (cluster) => cluster.policyOf(facts));
    if (!found) return;
    const { cluster, policy: here } = found;
    for (const direction of ["ingress", "egress"] as const) {
      const pair = pairOf(specOf(resource), direction);
      const list = deref(pair?.value);
      const rules = rulesFor(here, direction);
      if (rules.some(isOpen)) {
        if (list?.type !== "seq") continue;
        const first = rules.findIndex(isOpen);
        for (const [i, item] of list.items.entries()) {
          if (i === first || !item.value) continue;
          yield {
            span: firstKeySpan(item.value),
            tag: "unnecessary",
            message: {
              en: "Another rule of this list lets everything through already.",
              vi: "Một quy tắc khác trong danh sách này đã cho tất cả đi qua.",
            },
            fixes: () => [
              {
                title: { en: "Remove this rule", vi: "Xóa quy tắc này" },
                preferred: true,
                safe: false,
                edits: removeItem(resource.doc, list, item),
              },
            ],
          };
        }
        continue;
      }
      const open = cluster.policies.find((other) => other !== here && opens(other, here, direction));
      if (here[direction] && open)
        yield overruled(pairOf(specOf(resource), pair ? direction : "podSelector"), facts, open);
    }
  },
});

const isOpen = ({ peers, ports }: { readonly peers: unknown; readonly ports: unknown }): boolean =>
  peers === "everyone" && ports === "all";

/** Whether a policy lets everything through for all Pods that the other can select. */
function opens(other: NetworkPolicy, { namespace, subject }: NetworkPolicy, direction: Direction): boolean {
  if (other.namespace !== namespace || !other[direction]?.some(isOpen)) return false;
  const { matchLabels, matchExpressions } = other.subject;
  return (
    matchExpressions.length === 0 &&
    Object.entries(matchLabels).every(([key, value]) => subject.matchLabels[key] === value)
  );
}

function overruled(
  pair: ReturnType<typeof pairOf>,
  { nameSpan }: { readonly nameSpan: Draft["span"] },
  { name }: NetworkPolicy,
): Draft {
  return {
    span: pair ? spanOf(pair.key) : nameSpan,
    message: {
      en: `This makes no difference: the policy ${quoted(name)} lets everything through for the same Pods.`,
      vi: `Không có tác dụng: policy ${quoted(name)} đã cho tất cả đi qua với cùng những Pod này.`,
    },
  };
}
