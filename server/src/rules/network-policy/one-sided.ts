import type { Localized } from "../../base/localized.ts";
import { missingHalves } from "../../workspace/network-halves.ts";
import { itemsOf } from "../../yaml/node.ts";
import { type Fix, workspaceRule } from "../rule.ts";
import { isPatched } from "../storage/stuck.ts";
import { quoted } from "../wording.ts";
import { createPolicy } from "./create.ts";
import { deployment, file, policy } from "./example.ts";
import { firstKeySpan, nameOf } from "./places.ts";
import { rulesOf, specOf } from "./policy.ts";

export default workspaceRule({
  id: "network-policy/one-sided",
  severity: "warning",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Allowed at one end, denied at the other", vi: "Một đầu cho phép, đầu kia chặn" },
    why: {
      en: "A connection needs the consent of both ends: an egress rule for the Pods that call, and an ingress rule for those that are called, each only where some policy isolates them.",
      vi: "Kết nối cần cả hai đầu đồng ý: quy tắc egress cho Pod gọi đi và quy tắc ingress cho Pod được gọi, mỗi bên chỉ khi có policy cách ly.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation"],
  },
  bad: [
    {
      title: { en: "The database does not agree", vi: "Phía cơ sở dữ liệu không đồng ý" },
      manifest: file(
        policy("web-ra", [
          "podSelector: { matchLabels: { app: web } }",
          "policyTypes: [Egress]",
          "egress:",
          "  - to:",
          "      - podSelector: { matchLabels: { app: db } } #! @podSelector",
          "    ports:",
          "      - port: 5432",
        ]),
        policy("db-kin", ["podSelector: { matchLabels: { app: db } }", "policyTypes: [Ingress]"]),
        deployment("web"),
        deployment("db", { ports: ["containerPort: 5432"] }),
      ),
      fixed: file(
        policy("web-ra", [
          "podSelector: { matchLabels: { app: web } }",
          "policyTypes: [Egress]",
          "egress:",
          "  - to:",
          "      - podSelector: { matchLabels: { app: db } }",
          "    ports:",
          "      - port: 5432",
        ]),
        policy("web-ra-ingress", [
          "podSelector:",
          "  matchLabels:",
          "    app: db",
          "policyTypes: [Ingress]",
          "ingress:",
          "  - from:",
          "      - podSelector:",
          "          matchLabels:",
          "            app: web",
          "    ports:",
          "      - port: 5432",
        ]),
        policy("db-kin", ["podSelector: { matchLabels: { app: db } }", "policyTypes: [Ingress]"]),
        deployment("web"),
        deployment("db", { ports: ["containerPort: 5432"] }),
      ),
    },
    {
      title: { en: "The client may not call anybody", vi: "Client không được gọi đi đâu" },
      manifest: file(
        policy("db-vao", [
          "podSelector: { matchLabels: { app: db } }",
          "ingress:",
          "  - from:",
          "      - podSelector: { matchLabels: { app: web } } #! @podSelector",
          "    ports: [{ port: 5432 }]",
        ]),
        policy("web-kin", ["podSelector: { matchLabels: { app: web } }", "policyTypes: [Egress]"]),
        deployment("web"),
        deployment("db", { ports: ["containerPort: 5432"] }),
      ),
    },
  ],
  good: [
    {
      title: { en: "Nobody isolates the other end", vi: "Đầu kia không bị cách ly" },
      manifest: file(
        policy("db-vao", [
          "podSelector: { matchLabels: { app: db } }",
          "ingress:",
          "  - from: [{ podSelector: { matchLabels: { app: web } } }]",
          "    ports: [{ port: 5432 }]",
        ]),
        deployment("web"),
        deployment("db", { ports: ["containerPort: 5432"] }),
      ),
    },
  ],
  *check(resource, facts, view) {
    const [cluster, ...more] = view.network();
    const policyHere = cluster?.policyOf(facts);
    if (!cluster || !policyHere || more.length > 0 || isPatched(facts, view)) return;
    const written = rulesOf(specOf(resource));
    for (const half of missingHalves(cluster, facts)) {
      const rules = written.filter(({ direction }) => direction.toLowerCase() === half.direction);
      const place = itemsOf(rules[half.rule]?.peers?.value)[half.peer]?.value;
      const [other] = half.others;
      if (!place || !other) continue;
      const [closed] = half.policies;
      const names = { pods: nameOf(other), policy: closed ? ` (${quoted(closed.facts.name)})` : "" };
      yield {
        span: firstKeySpan(place),
        message: messageFor(half.direction, names),
        related: half.policies.slice(0, 3).map((entry) => ({
          span: entry.facts.nameSpan,
          entry,
          message: { en: "This policy does not agree.", vi: "Policy này không đồng ý." },
        })),
        fixes: (): readonly Fix[] => {
          const { namespace } = half;
          const ports = policyHere[half.direction]?.[half.rule]?.ports;
          const opposite = half.direction === "ingress" ? "egress" : "ingress";
          if (namespace === undefined || ports === undefined) return [];
          const isHere = namespace === policyHere.namespace;
          const name = `${facts.name}-${opposite}`;
          const edit = createPolicy(resource, {
            name,
            namespace: isHere ? facts.namespace : namespace,
            subject: half.pods,
            direction: opposite,
            peer: { namespace: isHere ? undefined : policyHere.namespace, pods: policyHere.subject },
            ports: ports === "all" ? [] : ports,
          });
          return [
            {
              title: {
                en: `Add the other half as the policy ${quoted(name)}`,
                vi: `Thêm nửa còn lại thành policy ${quoted(name)}`,
              },
              preferred: true,
              safe: false,
              edits: [edit],
            },
          ];
        },
      };
    }
  },
});

function messageFor(
  direction: "ingress" | "egress",
  { pods, policy: by }: { pods: string; policy: string },
): Localized {
  return direction === "egress"
    ? {
        en: `This comes to nothing: the ingress policies of ${pods}${by} let none of it in.`,
        vi: `Quy tắc này vô ích: policy ingress của ${pods}${by} không cho vào.`,
      }
    : {
        en: `This comes to nothing: the egress policies of ${pods}${by} let none of it out.`,
        vi: `Quy tắc này vô ích: policy egress của ${pods}${by} không cho ra.`,
      };
}
