import type { Pods } from "../../workspace/network-cluster.ts";
import { rulesFor } from "../../workspace/network-cluster.ts";
import { deref, pairOf } from "../../yaml/node.ts";
import { spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { deployment, file, policy } from "./example.ts";
import { specOf } from "./policy.ts";
import { onlyCluster } from "./written.ts";

export default workspaceRule({
  id: "network-policy/whole-namespace",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: {
      en: "One workload is meant, the whole namespace selected",
      vi: "Nhắm một workload nhưng chọn cả namespace",
    },
    why: {
      en: "An empty `podSelector` selects every Pod of the namespace: all of them are isolated then, though only one workload listens on the ports that are opened.",
      vi: "`podSelector` trống chọn mọi Pod của namespace: tất cả đều bị cách ly, dù chỉ một workload mở các cổng được cho phép.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource"],
  },
  bad: [
    {
      title: { en: "Only the database has that port", vi: "Chỉ cơ sở dữ liệu có cổng đó" },
      manifest: file(
        policy("db", [
          "podSelector: {} #! @podSelector",
          "ingress:",
          "  - from: [{ podSelector: { matchLabels: { app: web } } }]",
          "    ports: [{ port: 5432 }]",
        ]),
        deployment("db", { ports: ["containerPort: 5432"] }),
        deployment("web", { ports: ["containerPort: 8080"] }),
      ),
      fixed: file(
        policy("db", [
          "podSelector: { matchLabels: { app: db } }",
          "ingress:",
          "  - from: [{ podSelector: { matchLabels: { app: web } } }]",
          "    ports: [{ port: 5432 }]",
        ]),
        deployment("db", { ports: ["containerPort: 5432"] }),
        deployment("web", { ports: ["containerPort: 8080"] }),
      ),
    },
  ],
  good: [
    {
      title: { en: "A rule for everybody", vi: "Quy tắc cho tất cả" },
      manifest: file(
        policy("cung-namespace", ["podSelector: {}", "ingress:", "  - from: [{ podSelector: {} }]"]),
        deployment("db", { ports: ["containerPort: 5432"] }),
        deployment("web", { ports: ["containerPort: 8080"] }),
      ),
    },
  ],
  *check(resource, facts, view) {
    const found = onlyCluster(view.network(), (cluster) => cluster.policyOf(facts));
    const pair = pairOf(specOf(resource), "podSelector");
    if (!found || !pair) return;
    const { subject } = found.policy;
    if (Object.keys(subject.matchLabels).length + subject.matchExpressions.length > 0) return;
    const rules = rulesFor(found.policy, "ingress");
    const numbers = rules.flatMap(({ ports }) =>
      ports === "all"
        ? [undefined]
        : ports.map((port) => (port.kind === "range" && port.from === port.to ? port.from : undefined)),
    );
    if (numbers.length === 0 || numbers.includes(undefined)) return;
    const pods = found.cluster.subjects(found.policy).flatMap((peer) => peer.pods);
    const open = pods.filter((each) => each.ports.some(({ number }) => numbers.includes(number)));
    const [only] = open;
    if (!only || open.length > 1 || pods.length < 2 || pods.some(({ ports }) => ports.length === 0)) return;
    yield {
      span: spanOf(pair.key),
      message: {
        en: `This isolates every Pod of the namespace; only ${only.kind} ${quoted(only.name)} listens on these ports.`,
        vi: `Policy này cách ly mọi Pod của namespace; chỉ ${only.kind} ${quoted(only.name)} mở các cổng này.`,
      },
      fixes: () => {
        const node = deref(pair.value);
        const label = labelOf(only, pods);
        if (node?.type !== "map" || !label) return [];
        const [key, value] = label;
        const title = {
          en: `Select the Pods of ${quoted(only.name)} only`,
          vi: `Chỉ chọn Pod của ${quoted(only.name)}`,
        };
        const text = `{ matchLabels: { ${key}: ${value} } }`;
        return [{ title, preferred: false, safe: false, edits: [{ span: spanOf(node), text }] }];
      },
    };
  },
});

/** A label that tells the Pods from all others. */
const labelOf = (only: Pods, all: readonly Pods[]): readonly [string, string] | undefined =>
  Object.entries(only.labels).find(
    ([key, value]) =>
      /^[\w./-]+$/.test(`${key}${value}`) && all.every((each) => each === only || each.labels[key] !== value),
  );
