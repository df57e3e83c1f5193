import type { Resource } from "../../model/resource.ts";
import { pairOf, type YMap } from "../../yaml/node.ts";
import { isA, isGiven, mapAt, mapsIn } from "../given.ts";

/** The spec of an Ingress of the present form: the beta versions had other fields. */
export function specOf(resource: Resource): YMap | undefined {
  return isA(resource, "networking.k8s.io", "Ingress") && resource.gvk.version === "v1"
    ? mapAt(resource.root, "spec")
    : undefined;
}

/** A path and the rule it stands in. */
export interface IngressPath {
  readonly rule: YMap;
  readonly path: YMap;
}

export const rulesOf = (spec: YMap | undefined): readonly YMap[] => mapsIn(pairOf(spec, "rules")?.value);

export const pathsOf = (spec: YMap | undefined): readonly IngressPath[] =>
  rulesOf(spec).flatMap((rule) => mapsIn(pairOf(mapAt(rule, "http"), "paths")?.value).map((path) => ({ rule, path })));

/** The default backend and those of the paths, as far as they are of the present form. */
export function backendsOf(spec: YMap | undefined): readonly YMap[] {
  const maps = [mapAt(spec, "defaultBackend"), ...pathsOf(spec).map(({ path }) => mapAt(path, "backend"))];
  return maps.filter((map): map is YMap => map !== undefined && !isOld(map));
}

/** The form of v1beta1 is said to be that. */
const isOld = (backend: YMap): boolean =>
  isGiven(pairOf(backend, "serviceName")?.value) || isGiven(pairOf(backend, "servicePort")?.value);
