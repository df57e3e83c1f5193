import type { ResourceFacts } from "../../model/facts.ts";
import type { Resource } from "../../model/resource.ts";
import { isGranted, type Reaching } from "../../workspace/network-attachment.ts";
import { quoteIfNeeded } from "../../yaml/edit.ts";
import { pairOf, type YMap } from "../../yaml/node.ts";
import { isGiven, mapAt, mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { documentAfter } from "../new-document.ts";
import { type Fix, workspaceRule } from "../rule.ts";
import { isPatched } from "../storage/stuck.ts";
import { quoted } from "../wording.ts";
import { file, podIn, route, serviceIn } from "./example.ts";
import { backendsIn, listenersOf, ROUTE_KINDS, routeRulesOf } from "./routes.ts";

const GRANT = `apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata:
  name: from-cua-hang
  namespace: kho
spec:
  from:
    - group: gateway.networking.k8s.io
      kind: HTTPRoute
      namespace: cua-hang
  to:
    - group: ""
      kind: Service
      name: ton-kho
`;

const ROUTE = route("gio-hang", ["rules:", "  - backendRefs: [{ name: ton-kho, namespace: kho, port: 80 }]"]);

export default workspaceRule({
  id: "gateway/no-grant",
  severity: "warning",
  since: "0.1.0",
  kinds: [...ROUTE_KINDS, "Gateway"],
  docs: {
    title: {
      en: "Reference into another namespace without a grant",
      vi: "Tham chiếu sang namespace khác mà chưa được cấp quyền",
    },
    why: {
      en: "A route may send to a Service of another namespace, and a Gateway use a Secret there, only when a ReferenceGrant in that other namespace says so. Without it the reference counts as `RefNotPermitted`.",
      vi: "Route chỉ được gửi tới Service ở namespace khác, và Gateway chỉ được dùng Secret ở đó, khi một ReferenceGrant trong chính namespace kia cho phép. Nếu không, tham chiếu bị coi là `RefNotPermitted`.",
    },
    links: ["https://gateway-api.sigs.k8s.io/api-types/referencegrant/"],
  },
  bad: [
    {
      title: { en: "A Service of another team", vi: "Service của nhóm khác" },
      manifest: file(
        ROUTE.replace("kho, port: 80 }]", "kho, port: 80 }] #! @ton-kho"),
        serviceIn("ton-kho", "kho"),
        podIn("ton-kho", "kho"),
      ),
      fixed: file(ROUTE, GRANT, serviceIn("ton-kho", "kho"), podIn("ton-kho", "kho")),
    },
  ],
  good: [
    {
      title: { en: "The other namespace agrees", vi: "Namespace kia đồng ý" },
      manifest: file(ROUTE, GRANT, serviceIn("ton-kho", "kho"), podIn("ton-kho", "kho")),
    },
  ],
  *check(resource, facts, view) {
    const [cluster, ...more] = view.network();
    const home = cluster?.namespaceOf(facts);
    if (!cluster || home === undefined || more.length > 0 || isPatched(facts, view)) return;
    const said = new Set<string>();
    for (const { map, otherwise } of referencesIn(resource)) {
      const name = scalarAt(map, "name");
      const namespace = textAt(map, "namespace");
      const isCore = !isGiven(pairOf(map, "group")?.value) || scalarAt(map, "group") === undefined;
      const kind = textAt(map, "kind") ?? otherwise;
      if (!name || namespace === undefined || !isCore || kind !== otherwise) continue;
      const reaching: Reaching = {
        from: { kind: facts.gvk.kind, namespace: home },
        to: { kind, namespace, name: name.text },
      };
      if (isGranted(cluster, reaching) || said.has(`${namespace}/${name.text}`)) continue;
      said.add(`${namespace}/${name.text}`);
      // Who keeps the other namespace elsewhere keeps its grants there too.
      const isHere = view.find({ group: "", kind, name: name.text, namespace }, facts).length > 0;
      yield {
        span: spanOf(name),
        severity: isHere ? "warning" : "hint",
        message: {
          en: `No ReferenceGrant in ${quoted(namespace)} lets ${facts.gvk.kind} of ${quoted(home)} use this ${kind}.`,
          vi: `Không ReferenceGrant nào trong ${quoted(namespace)} cho ${facts.gvk.kind} của ${quoted(home)} dùng ${kind} này.`,
        },
        fixes: () => [createGrant(resource, reaching, facts)],
      };
    }
  },
});

function* referencesIn(resource: Resource): Generator<{ readonly map: YMap; readonly otherwise: string }> {
  for (const rule of routeRulesOf(resource)) for (const map of backendsIn(rule)) yield { map, otherwise: "Service" };
  for (const listener of listenersOf(resource))
    for (const map of mapsIn(pairOf(mapAt(listener, "tls"), "certificateRefs")?.value))
      yield { map, otherwise: "Secret" };
}

function createGrant({ doc, root, path }: Resource, { from, to }: Reaching, facts: ResourceFacts): Fix {
  const lines = [
    "apiVersion: gateway.networking.k8s.io/v1beta1",
    "kind: ReferenceGrant",
    "metadata:",
    `  name: ${quoteIfNeeded(`from-${from.namespace}`)}`,
    `  namespace: ${quoteIfNeeded(to.namespace)}`,
    "spec:",
    "  from:",
    `    - group: ${facts.gvk.group}`,
    `      kind: ${from.kind}`,
    `      namespace: ${quoteIfNeeded(from.namespace)}`,
    "  to:",
    '    - group: ""',
    `      kind: ${to.kind}`,
    `      name: ${quoteIfNeeded(to.name)}`,
  ];
  return {
    title: {
      en: `Create a ReferenceGrant in ${quoted(to.namespace)}`,
      vi: `Tạo ReferenceGrant trong ${quoted(to.namespace)}`,
    },
    preferred: true,
    safe: false,
    edits: [documentAfter(doc.text, path.length === 0 ? root.end : (doc.root?.end ?? root.end), lines)],
  };
}
