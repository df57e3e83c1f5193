import { at, isSet, type Json, type JsonMap, listOf, mapOf, numberOf, optionalText, textOf } from "../base/json.ts";
import type { Backend, EndpointSlice, Entrance, Service, SlicePort } from "../engines/network/input.ts";
import { labelsOf, numberOrName, protocolOf, textList } from "./network-json.ts";

interface Named {
  readonly origin: string;
  readonly namespace: string;
  readonly name: string;
}

const TYPES = ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"] as const;

export function serviceOf({ spec: given }: JsonMap, named: Named): Service {
  const spec = mapOf(given);
  const selector = labelsOf(spec.selector);
  return {
    ...named,
    type: TYPES.find((type) => type === spec.type) ?? "ClusterIP",
    headless: spec.clusterIP === "None",
    externalName: optionalText(spec.externalName),
    selector: Object.keys(selector).length === 0 ? undefined : selector,
    ports: listOf(spec.ports).flatMap((each) => {
      const { name, protocol, port, targetPort, nodePort } = mapOf(each);
      const [known, number] = [protocolOf(protocol), numberOf(port)];
      if (!known || number === undefined) return [];
      const target = numberOrName(targetPort);
      return [{ name: optionalText(name), protocol: known, port: number, target, nodePort: numberOf(nodePort) }];
    }),
    externalTrafficPolicy: spec.externalTrafficPolicy === "Local" ? "Local" : "Cluster",
    internalTrafficPolicy: spec.internalTrafficPolicy === "Local" ? "Local" : "Cluster",
  };
}

export function endpointSliceOf(json: JsonMap, { origin, namespace }: Named): EndpointSlice {
  return {
    origin,
    namespace,
    service: textOf(at(json, "metadata", "labels", "kubernetes.io/service-name")),
    endpoints: listOf(json.endpoints).map((each) => ({
      addresses: textList(mapOf(each).addresses),
      pod: podNamed(mapOf(each).targetRef),
    })),
    ports: listOf(json.ports).flatMap(slicePort),
  };
}

/** Endpoints, the older form: the control plane mirrors each subset into a slice of the Service with its name. */
export const endpointsOf = (json: JsonMap, { origin, namespace, name }: Named): readonly EndpointSlice[] =>
  listOf(json.subsets).map((subset) => ({
    origin,
    namespace,
    service: name,
    endpoints: listOf(mapOf(subset).addresses).map((each) => ({
      addresses: [textOf(mapOf(each).ip)],
      pod: podNamed(mapOf(each).targetRef),
    })),
    ports: listOf(mapOf(subset).ports).flatMap(slicePort),
  }));

function slicePort(json: Json): readonly SlicePort[] {
  const { name, protocol, port } = mapOf(json);
  const known = protocolOf(protocol);
  return known ? [{ name: optionalText(name), protocol: known, port: numberOf(port) }] : [];
}

function podNamed(reference: Json | undefined): string | undefined {
  const { kind, name } = mapOf(reference);
  return kind === "Pod" ? optionalText(name) : undefined;
}

export function ingressOf({ spec: given }: JsonMap, named: Named): Entrance {
  const spec = mapOf(given);
  const fallback = ingressBackend(spec.defaultBackend, ["spec", "defaultBackend"], named.namespace);
  const ruled = listOf(spec.rules).flatMap((rule, i) =>
    listOf(at(rule, "http", "paths")).flatMap((path, j) =>
      ingressBackend(mapOf(path).backend, ["spec", "rules", i, "http", "paths", j, "backend"], named.namespace),
    ),
  );
  return { ...named, kind: "Ingress", backends: [...fallback, ...ruled] };
}

function ingressBackend(json: Json | undefined, path: Backend["path"], namespace: string): readonly Backend[] {
  const { service } = mapOf(json);
  if (!isSet(service)) return [];
  const { name, port } = mapOf(service);
  const meant = numberOrName(mapOf(port).name) ?? numberOrName(mapOf(port).number);
  return [{ path, namespace, service: textOf(name), port: meant }];
}

/** OpenShift's route.openshift.io/v1: one Service and its alternates, all on the same port. */
export function openShiftRouteOf({ spec: given }: JsonMap, named: Named): Entrance {
  const spec = mapOf(given);
  const port = numberOrName(at(spec, "port", "targetPort"));
  const backend = (json: Json | undefined, path: Backend["path"]): readonly Backend[] => {
    const { kind, name } = mapOf(json);
    if (isSet(kind) && kind !== "" && kind !== "Service") return [];
    return [{ path, namespace: named.namespace, service: textOf(name), port }];
  };
  const alternates = listOf(spec.alternateBackends).flatMap((each, i) =>
    backend(each, ["spec", "alternateBackends", i]),
  );
  return { ...named, kind: "Route", backends: [...backend(spec.to, ["spec", "to"]), ...alternates] };
}
