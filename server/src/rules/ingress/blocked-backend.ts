import { closedDoor } from "../../workspace/network-doors.ts";
import { mapAt, numberAt, scalarAt, spanOf, textAt } from "../given.ts";
import { createPolicy } from "../network-policy/create.ts";
import { deployment, file, policy, service } from "../network-policy/example.ts";
import { workspaceRule } from "../rule.ts";
import { isPatched } from "../storage/stuck.ts";
import { quoted } from "../wording.ts";
import { backendsOf, specOf } from "./ingress.ts";

const CONTROLLER = "ingress-nginx";

const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: gio-hang
spec:
  ingressClassName: vi-du
  defaultBackend:
    service:
      name: gio-hang
      port:
        number: 80
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: vi-du
spec:
  controller: example.com/ingress
`;

const BEHIND = file(
  service("gio-hang", ["{ port: 80, targetPort: 8080 }"]),
  deployment("gio-hang", { ports: ["containerPort: 8080"] }),
  policy("kin", ["podSelector: {}", "policyTypes: [Ingress]"]),
);

export default workspaceRule({
  id: "ingress/blocked-backend",
  severity: "warning",
  since: "0.1.0",
  kinds: ["Ingress"],
  docs: {
    title: { en: "Backend whose Pods let no controller in", vi: "Backend có Pod không cho controller vào" },
    why: {
      en: "The controller of an Ingress is a Pod, mostly of another namespace. Policies that isolate the Pods behind the Service have to let it in on their port, or every request times out.",
      vi: "Controller của Ingress là một Pod, thường ở namespace khác. Policy cách ly các Pod sau Service phải cho nó vào đúng cổng, nếu không mọi request đều hết giờ chờ.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
  },
  bad: [
    {
      title: { en: "Closed for everybody", vi: "Đóng với tất cả" },
      manifest: file(INGRESS.replace("name: gio-hang\n      port", "name: gio-hang #! @gio-hang\n      port"), BEHIND),
    },
  ],
  good: [
    {
      title: { en: "Open for the controller's namespace", vi: "Mở cho namespace của controller" },
      manifest: file(
        INGRESS,
        BEHIND,
        policy("vao", [
          "podSelector: { matchLabels: { app: gio-hang } }",
          "ingress:",
          "  - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ingress-nginx } } }]",
          "    ports: [{ port: 8080 }]",
        ]),
      ),
    },
  ],
  *check(resource, facts, view) {
    const [cluster, ...more] = view.network();
    const namespace = cluster?.namespaceOf(facts);
    if (!cluster || namespace === undefined || more.length > 0 || isPatched(facts, view)) return;
    const said = new Set<string>();
    for (const backend of backendsOf(specOf(resource))) {
      const name = scalarAt(backend, "service", "name");
      const port = mapAt(backend, "service", "port");
      const meant = textAt(port, "name") ?? numberAt(port, "number");
      if (!name || said.has(`${name.text} ${meant}`)) continue;
      said.add(`${name.text} ${meant}`);
      const door = closedDoor(cluster, { namespace, service: name.text, port: meant });
      const [pods] = door?.pods ?? [];
      if (!door || !pods) continue;
      const [closed] = door.policies;
      yield {
        span: spanOf(name),
        message: {
          en: `Policies let nobody from other namespaces in to port ${quoted(String(door.number))} of ${quoted(pods.facts.name)}.`,
          vi: `Policy không cho namespace khác vào cổng ${quoted(String(door.number))} của ${quoted(pods.facts.name)}.`,
        },
        ...(closed && {
          related: [
            {
              span: closed.facts.nameSpan,
              entry: closed,
              message: { en: "This policy isolates the Pods.", vi: "Policy này cách ly các Pod." },
            },
          ],
        }),
        fixes: () => [
          {
            title: {
              en: "Add a policy that lets the controller's namespace in…",
              vi: "Thêm policy cho namespace của controller vào…",
            },
            preferred: true,
            safe: false,
            blank: CONTROLLER,
            edits: [
              createPolicy(resource, {
                name: `${name.text}-from-controller`,
                namespace: facts.namespace,
                subject: { matchLabels: door.service.selector ?? {}, matchExpressions: [] },
                direction: "ingress",
                peer: { namespace: CONTROLLER, pods: undefined },
                ports: [{ kind: "range", protocol: door.protocol, from: door.number, to: door.number }],
              }),
            ],
          },
        ],
      };
    }
  },
});
