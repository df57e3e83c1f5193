import { POD_MAKERS } from "../../model/pod-templates.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { createPolicy } from "./create.ts";
import { deployment, file, policy } from "./example.ts";

export default workspaceRule({
  id: "network-policy/no-isolation",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  kinds: [...POD_MAKERS.keys()].filter((kind) => kind !== "PodTemplate"),
  docs: {
    title: { en: "Pods that no policy isolates", vi: "Pod không bị policy nào cách ly" },
    why: {
      en: "A Pod that no policy selects for `Ingress` can be called by everybody. Where a project has policies, a policy that denies by default closes such gaps.",
      vi: "Pod không được policy nào chọn cho `Ingress` thì ai cũng gọi được. Dự án đã có policy thì nên có một policy chặn mặc định để bịt các lỗ hổng này.",
    },
    links: [
      "https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-ingress-traffic",
    ],
  },
  bad: [
    {
      title: { en: "Only the database is looked after", vi: "Chỉ cơ sở dữ liệu có policy" },
      manifest: file(
        policy("db", ["podSelector: { matchLabels: { app: db } }"]),
        deployment("db"),
        deployment("web #! @web", { app: "web" }),
      ),
      fixed: file(
        policy("db", ["podSelector: { matchLabels: { app: db } }"]),
        deployment("db"),
        deployment("web", { app: "web" }),
        policy("default-deny-ingress", ["podSelector: {}", "policyTypes: [Ingress]"]),
      ),
    },
  ],
  good: [
    {
      title: { en: "Denied by default", vi: "Chặn mặc định" },
      manifest: file(policy("kin", ["podSelector: {}"]), deployment("web")),
    },
  ],
  *check(resource, facts, view) {
    const [cluster, ...more] = view.network();
    const namespace = cluster?.namespaceOf(facts);
    if (!cluster || namespace === undefined || more.length > 0 || facts.name === "") return;
    // A project without policies has chosen to have none.
    if (
      !cluster.policies.some((each) => each.namespace === namespace) ||
      cluster.isIsolated(facts, "ingress") !== false
    )
      return;
    yield {
      span: facts.nameSpan,
      message: {
        en: `No policy isolates the Pods of ${quoted(facts.name)}: everybody may call them.`,
        vi: `Không policy nào cách ly Pod của ${quoted(facts.name)}: ai cũng gọi được.`,
      },
      fixes: () => [
        {
          title: {
            en: "Add a policy that denies by default in this namespace",
            vi: "Thêm policy chặn mặc định cho namespace này",
          },
          preferred: true,
          safe: false,
          edits: [
            createPolicy(resource, {
              name: "default-deny-ingress",
              namespace: facts.namespace,
              subject: { matchLabels: {}, matchExpressions: [] },
              direction: "ingress",
            }),
          ],
        },
      ],
    };
  },
});
