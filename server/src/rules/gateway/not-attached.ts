import type { Localized } from "../../base/localized.ts";
import { attachmentOf, type ParentAnswer } from "../../workspace/network-attachment.ts";
import { itemsOf, pairOf } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { mapAt, scalarAt, spanOf, textsIn } from "../given.ts";
import { type Fix, workspaceRule } from "../rule.ts";
import { isPatched } from "../storage/stuck.ts";
import { either, quoted } from "../wording.ts";
import { file, gateway, podIn, route, serviceIn } from "./example.ts";
import { ROUTE_KINDS } from "./routes.ts";

export default workspaceRule({
  id: "gateway/not-attached",
  severity: "warning",
  since: "0.1.0",
  kinds: ROUTE_KINDS,
  docs: {
    title: { en: "Route that no listener takes", vi: "Route không listener nào nhận" },
    why: {
      en: "A listener takes a route only when the port or section named is its own, when `allowedRoutes` admits its namespace and kind (without it, the Gateway's own namespace), and when both have a host in common.",
      vi: "Listener chỉ nhận route khi cổng hay section được ghi là của nó, `allowedRoutes` cho phép namespace và kind đó (không ghi thì chỉ namespace của Gateway), và hai bên có host chung.",
    },
    links: ["https://gateway-api.sigs.k8s.io/concepts/api-overview/#attaching-routes-to-gateways"],
  },
  bad: [
    {
      title: { en: "From another namespace", vi: "Từ namespace khác" },
      manifest: file(
        gateway("cong-chinh", ["port: 80"]),
        route("gio-hang", [
          "parentRefs: [{ name: cong-chinh, namespace: ha-tang }] #! @cong-chinh",
          "rules: [{ backendRefs: [{ name: gio-hang, port: 80 }] }]",
        ]),
        serviceIn("gio-hang", "cua-hang"),
        podIn("gio-hang", "cua-hang"),
      ),
    },
    {
      title: { en: "No host in common", vi: "Không có host chung" },
      manifest: file(
        gateway("cong-chinh", [
          "port: 80",
          "hostname: shop.example.com",
          "allowedRoutes: { namespaces: { from: All } }",
        ]),
        route("gio-hang", [
          "parentRefs: [{ name: cong-chinh, namespace: ha-tang }]",
          "hostnames: [gio-hang.example.com] #! @gio-hang.example.com",
          "rules: [{ backendRefs: [{ name: gio-hang, port: 80 }] }]",
        ]),
        serviceIn("gio-hang", "cua-hang"),
        podIn("gio-hang", "cua-hang"),
      ),
      fixed: file(
        gateway("cong-chinh", [
          "port: 80",
          "hostname: shop.example.com",
          "allowedRoutes: { namespaces: { from: All } }",
        ]),
        route("gio-hang", [
          "parentRefs: [{ name: cong-chinh, namespace: ha-tang }]",
          "hostnames: [shop.example.com]",
          "rules: [{ backendRefs: [{ name: gio-hang, port: 80 }] }]",
        ]),
        serviceIn("gio-hang", "cua-hang"),
        podIn("gio-hang", "cua-hang"),
      ),
    },
    {
      title: { en: "A port without a listener", vi: "Cổng không có listener" },
      manifest: file(
        gateway("cong-chinh", ["port: 80"], "cua-hang"),
        route("gio-hang", [
          "parentRefs: [{ name: cong-chinh, port: 8080 }] #! @8080",
          "rules: [{ backendRefs: [{ name: gio-hang, port: 80 }] }]",
        ]),
        serviceIn("gio-hang", "cua-hang"),
        podIn("gio-hang", "cua-hang"),
      ),
      fixed: file(
        gateway("cong-chinh", ["port: 80"], "cua-hang"),
        route("gio-hang", [
          "parentRefs: [{ name: cong-chinh, port: 80 }]",
          "rules: [{ backendRefs: [{ name: gio-hang, port: 80 }] }]",
        ]),
        serviceIn("gio-hang", "cua-hang"),
        podIn("gio-hang", "cua-hang"),
      ),
    },
  ],
  good: [
    {
      title: { en: "Every namespace is admitted", vi: "Nhận mọi namespace" },
      manifest: file(
        gateway("cong-chinh", [
          "port: 80",
          'hostname: "*.example.com"',
          "allowedRoutes: { namespaces: { from: All } }",
        ]),
        route("gio-hang", [
          "parentRefs: [{ name: cong-chinh, namespace: ha-tang, sectionName: web }]",
          "hostnames: [gio-hang.example.com]",
          "rules: [{ backendRefs: [{ name: gio-hang, port: 80 }] }]",
        ]),
        serviceIn("gio-hang", "cua-hang"),
        podIn("gio-hang", "cua-hang"),
      ),
    },
  ],
  *check(resource, facts, view) {
    const [cluster, ...more] = view.network();
    const namespace = cluster?.namespaceOf(facts);
    if (!cluster || namespace === undefined || more.length > 0 || isPatched(facts, view)) return;
    const spec = mapAt(resource.root, "spec");
    const items = itemsOf(pairOf(spec, "parentRefs")?.value);
    for (const [i, answer] of (attachmentOf(cluster, resource, namespace)?.parents ?? []).entries()) {
      const parent = items[i]?.value;
      const name = scalarAt(parent, "name");
      if (answer.kind !== "refused" || !name) continue;
      const section = scalarAt(parent, "sectionName");
      // A section that the Gateway does not have is said to be missing.
      if (section && !answer.gateway.listeners.some((listener) => listener.name === section.text)) continue;
      const port = scalarAt(parent, "port");
      const hosts = textsIn(pairOf(spec, "hostnames")?.value);
      const [host] = hosts;
      const place = placeOf(answer, { name, port, host }) ?? name;
      const entry = cluster.entryOf(answer.gateway);
      const wanted = wantedBy(answer);
      yield {
        span: spanOf(place),
        message: messageFor(answer, wanted, facts.gvk.kind),
        ...(entry && {
          related: [{ span: entry.facts.nameSpan, entry, message: { en: "The Gateway.", vi: "Gateway đó." } }],
        }),
        fixes: (): readonly Fix[] =>
          place === name || (place === host && hosts.length > 1)
            ? []
            : wanted
                .slice(0, 3)
                .map((text, n) =>
                  change(resource.doc, place, place === port ? Number(text) : text, { preferred: n === 0 }),
                ),
      };
    }
  },
});

type Refused = Extract<ParentAnswer, { kind: "refused" }>;

function placeOf<T>({ reason }: Refused, { port, host }: { name: T; port: T | undefined; host: T | undefined }) {
  if (reason === "NoMatchingParent") return port;
  return reason === "NoMatchingListenerHostname" ? host : undefined;
}

/** The ports, or hosts, of the listeners. */
function wantedBy({ reason, gateway: { listeners } }: Refused): readonly string[] {
  if (reason === "NoMatchingParent") return [...new Set(listeners.map(({ port }) => String(port)))];
  return reason === "NoMatchingListenerHostname"
    ? [...new Set(listeners.flatMap(({ hostname }) => hostname || []))]
    : [];
}

function messageFor({ reason, gateway: { name } }: Refused, wanted: readonly string[], kind: string): Localized {
  const listed = either(wanted);
  switch (reason) {
    case "NoMatchingParent":
      return {
        en: `The Gateway ${quoted(name)} has no listener on this port; it has ${listed.en}.`,
        vi: `Gateway ${quoted(name)} không có listener ở cổng này; chỉ có ${listed.vi}.`,
      };
    case "NoMatchingListenerHostname":
      return {
        en: `No listener of the Gateway ${quoted(name)} is for this host; they are for ${listed.en}.`,
        vi: `Không listener nào của Gateway ${quoted(name)} dành cho host này; chúng dành cho ${listed.vi}.`,
      };
    case "NotAllowedByListeners":
      return {
        en: `The Gateway ${quoted(name)} admits no ${quoted(kind)} of this namespace: see \`allowedRoutes\` of its listeners.`,
        vi: `Gateway ${quoted(name)} không nhận ${quoted(kind)} từ namespace này: xem \`allowedRoutes\` của các listener.`,
      };
  }
}
