import { at, isSet, type JsonMap, listOf, mapOf, numberOf, optionalText, textOf } from "../base/json.ts";
import type { Gateway, GatewayRoute, Listener, ParentRef, ReferenceGrant } from "../engines/network/input.ts";
import { selectorOf, textList } from "./network-json.ts";

interface Named {
  readonly origin: string;
  readonly namespace: string;
  readonly name: string;
}

/** gateway-api apis/v1, with the defaults that its schemas set. */
export const gatewayOf = ({ spec }: JsonMap, named: Named): Gateway => ({
  ...named,
  listeners: listOf(mapOf(spec).listeners).map((each): Listener => {
    const { name, port, protocol, hostname, allowedRoutes } = mapOf(each);
    const { namespaces, kinds } = mapOf(allowedRoutes);
    return {
      name: textOf(name),
      port: numberOf(port) ?? 0,
      protocol: textOf(protocol),
      hostname: optionalText(hostname),
      namespaces: namespacesOf(mapOf(namespaces)),
      kinds: listOf(kinds).length === 0 ? undefined : listOf(kinds).map((kind) => textOf(mapOf(kind).kind)),
    };
  }),
});

function namespacesOf({ from, selector }: JsonMap): Listener["namespaces"] {
  switch (from) {
    case "All":
    case "None":
      return from;
    case "Selector":
      return selectorOf(selector);
    default:
      return "Same";
  }
}

export const gatewayRouteOf = ({ spec: given }: JsonMap, named: Named & { readonly kind: string }): GatewayRoute => ({
  ...named,
  hostnames: textList(mapOf(given).hostnames),
  parents: listOf(mapOf(given).parentRefs).map((each): ParentRef => {
    const { kind, namespace, name, sectionName, port } = mapOf(each);
    return {
      kind: optionalText(kind) ?? "Gateway",
      namespace: optionalText(namespace) ?? named.namespace,
      name: textOf(name),
      section: optionalText(sectionName),
      port: numberOf(port),
    };
  }),
  backends: listOf(mapOf(given).rules).flatMap((rule, i) =>
    listOf(at(rule, "backendRefs")).map((each, j) => {
      const { group, kind, namespace, name, port, weight } = mapOf(each);
      return {
        path: ["spec", "rules", i, "backendRefs", j],
        kind: isSet(group) && group !== "" ? `${textOf(group)}/${textOf(kind)}` : (optionalText(kind) ?? "Service"),
        namespace: optionalText(namespace) ?? named.namespace,
        service: textOf(name),
        // A Service's port is required; without one the route is refused, and no port is number 0.
        port: numberOf(port) ?? 0,
        weight: numberOf(weight) ?? 1,
      };
    }),
  ),
});

export const referenceGrantOf = ({ spec: given }: JsonMap, named: Named): ReferenceGrant => ({
  origin: named.origin,
  namespace: named.namespace,
  from: listOf(mapOf(given).from).flatMap((each) => {
    const { group, kind, namespace } = mapOf(each);
    return group === "gateway.networking.k8s.io" ? [{ kind: textOf(kind), namespace: textOf(namespace) }] : [];
  }),
  to: listOf(mapOf(given).to).flatMap((each) => {
    const { group, kind, name } = mapOf(each);
    const isCore = !isSet(group) || group === "";
    return isCore ? [{ kind: textOf(kind), name: optionalText(name) || undefined }] : [];
  }),
});
