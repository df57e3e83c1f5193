import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";

const set = (service: string): string => `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: ${service}
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: "postgres:17" }] }
`;

const service = (more: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: db\nspec:\n${more}  selector: { app: db }\n  ports: [{ port: 5432 }]\n`;

export default workspaceRule({
  id: "workload/service-not-headless",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["StatefulSet"],
  docs: {
    title: { en: "Governing Service that is not headless", vi: "Service quản lý không phải headless" },
    why: {
      en: "Only a headless Service, one with `clusterIP: None`, gives each Pod of a StatefulSet a name of its own, such as `db-0.db`. Any other has one address for all of them.",
      vi: "Chỉ Service headless, tức có `clusterIP: None`, mới cấp cho từng Pod của StatefulSet một tên riêng như `db-0.db`. Service khác chỉ có một địa chỉ chung.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#limitations"],
  },
  bad: [
    {
      title: { en: "One address for all", vi: "Một địa chỉ chung" },
      manifest: [set("db #! @db"), service("")].join("---\n"),
    },
  ],
  good: [
    {
      title: { en: "Headless", vi: "Headless" },
      manifest: [set("db"), service("  clusterIP: None\n")].join("---\n"),
    },
  ],
  *check(_resource, facts, view) {
    const governing = facts.references.find(({ row }) => row.by === "name" && row.path === "spec.serviceName");
    if (!governing) return;
    const found = view.resolve(governing, facts);
    const [first] = found;
    if (!first || found.some((entry) => entry.facts.network?.kind === "headless" || view.isPatched(entry))) return;
    yield {
      span: { start: governing.start, end: governing.end },
      message: {
        en: `The Service ${quoted(governing.name)} is not headless: the Pods get no DNS names of their own.`,
        vi: `Service ${quoted(governing.name)} không phải headless: các Pod không có tên DNS riêng.`,
      },
      related: [{ span: first.facts.nameSpan, entry: first, message: { en: "The Service.", vi: "Service đó." } }],
    };
  },
});
