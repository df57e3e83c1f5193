import type { Resource } from "../../model/resource.ts";
import { pairOf, type YMap } from "../../yaml/node.ts";
import { isA, isGiven, mapAt, mapsIn, textAt } from "../given.ts";

/** A Service as far as its type decides about other fields. */
export interface Service {
  readonly spec: YMap;
  /** `ClusterIP` when the manifest does not say; undefined when a placeholder hides it. */
  readonly type: string | undefined;
  readonly headless: boolean;
  readonly ports: readonly YMap[];
}

export function serviceOf(resource: Resource): Service | undefined {
  const spec = isA(resource, "", "Service") ? mapAt(resource.root, "spec") : undefined;
  if (!spec) return undefined;
  const type = isGiven(pairOf(spec, "type")?.value) ? textAt(spec, "type") : "ClusterIP";
  const headless = textAt(spec, "clusterIP") === "None" || textAt(spec, "clusterIPs", 0) === "None";
  return { spec, type, headless, ports: mapsIn(pairOf(spec, "ports")?.value) };
}
