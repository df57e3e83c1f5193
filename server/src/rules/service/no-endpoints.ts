import { quoteIfNeeded } from "../../yaml/edit.ts";
import { pairOf } from "../../yaml/node.ts";
import { isGiven, lacks, numberAt, spanOf, textAt } from "../given.ts";
import { documentAfter } from "../new-document.ts";
import { workspaceRule } from "../rule.ts";
import { isPatched } from "../storage/stuck.ts";
import { quoted } from "../wording.ts";
import { serviceWith } from "./example.ts";
import { serviceOf } from "./service.ts";

const SLICE = { group: "discovery.k8s.io", kind: "EndpointSlice" };
const ADDRESS = "203.0.113.10";

export default workspaceRule({
  id: "service/no-endpoints",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Service without selector and endpoints", vi: "Service không có selector lẫn endpoint" },
    why: {
      en: "For a Service without `selector` nobody makes endpoints: somebody has to write an EndpointSlice with its name in the label `kubernetes.io/service-name`, or every call is refused.",
      vi: "Service không có `selector` thì không ai tạo endpoint cho nó: phải có EndpointSlice ghi tên Service trong label `kubernetes.io/service-name`, nếu không mọi lời gọi bị từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors"],
  },
  bad: [
    {
      title: { en: "Where does it lead", vi: "Không biết dẫn tới đâu" },
      manifest: serviceWith(["ports: #! @ports", "  - port: 5432"], "db"),
      fixed: [
        serviceWith(["ports:", "  - port: 5432"], "db"),
        `apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: db-1
  labels:
    kubernetes.io/service-name: db
addressType: IPv4
endpoints:
  - addresses: [203.0.113.10]
ports:
  - port: 5432
`,
      ].join("---\n"),
    },
  ],
  good: [
    {
      title: { en: "An alias in DNS needs none", vi: "Bí danh DNS không cần endpoint" },
      manifest: serviceWith(["type: ExternalName", "externalName: db.example.com"], "db"),
    },
  ],
  *check(resource, facts, view) {
    const service = serviceOf(resource);
    const pair = pairOf(service?.spec, "ports");
    if (!service || !pair || facts.partial || facts.name === "" || isPatched(facts, view)) return;
    if (service.type !== "ClusterIP" && service.type !== "NodePort" && service.type !== "LoadBalancer") return;
    if (!lacks(service.spec, "selector") || isGiven(pairOf(service.spec, "externalIPs")?.value)) return;
    // Controllers that keep the endpoints themselves say so on the Service, each in its own way.
    if (isGiven(pairOf(resource.root, "metadata")?.value) && hasAnnotations(resource.root)) return;
    const label = `kubernetes.io/service-name=${facts.name}`;
    const hasSlice = view.visible(SLICE, facts, ({ labels }) => labels.includes(label)).length > 0;
    const hasOld =
      view.find({ group: "", kind: "Endpoints", name: facts.name, namespace: undefined }, facts).length > 0;
    if (hasSlice || hasOld) return;
    yield {
      span: spanOf(pair.key),
      message: {
        en: `No selector and no EndpointSlice here says where the Service ${quoted(facts.name)} leads.`,
        vi: `Không có selector hay EndpointSlice nào ở đây cho biết Service ${quoted(facts.name)} dẫn tới đâu.`,
      },
      fixes: () => {
        const { doc, root, path } = resource;
        const ports = service.ports.map((port) => [
          textAt(port, "name"),
          numberAt(port, "port"),
          textAt(port, "protocol"),
        ]);
        const lines = [
          "apiVersion: discovery.k8s.io/v1",
          "kind: EndpointSlice",
          "metadata:",
          `  name: ${quoteIfNeeded(`${facts.name}-1`)}`,
          ...(facts.namespace === undefined ? [] : [`  namespace: ${quoteIfNeeded(facts.namespace)}`]),
          "  labels:",
          `    kubernetes.io/service-name: ${quoteIfNeeded(facts.name)}`,
          "addressType: IPv4",
          "endpoints:",
          `  - addresses: [${ADDRESS}]`,
          "ports:",
          ...ports.flatMap(([name, number, protocol]) => [
            `  - port: ${number}`,
            ...(name === undefined ? [] : [`    name: ${name}`]),
            ...(protocol === undefined ? [] : [`    protocol: ${protocol}`]),
          ]),
        ];
        const end = path.length === 0 ? root.end : (doc.root?.end ?? root.end);
        const title = {
          en: `Create an EndpointSlice for ${quoted(facts.name)}…`,
          vi: `Tạo EndpointSlice cho ${quoted(facts.name)}…`,
        };
        return [{ title, preferred: true, safe: false, blank: ADDRESS, edits: [documentAfter(doc.text, end, lines)] }];
      },
    };
  },
});

const hasAnnotations = (root: Parameters<typeof pairOf>[0]): boolean =>
  isGiven(pairOf(pairOf(root, "metadata")?.value, "annotations")?.value);
