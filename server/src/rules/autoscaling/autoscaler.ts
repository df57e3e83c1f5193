import type { Resource } from "../../model/resource.ts";
import { pairOf, type YMap } from "../../yaml/node.ts";
import { isA, mapAt, mapsIn } from "../given.ts";

export const specOf = (resource: Resource): YMap | undefined =>
  isA(resource, "autoscaling", "HorizontalPodAutoscaler") ? mapAt(resource.root, "spec") : undefined;

/** The metrics of an autoscaler of the present form: the first beta had other fields. */
export const metricsOf = (resource: Resource): readonly YMap[] =>
  /^v2(?:beta2)?$/.test(resource.gvk.version) ? mapsIn(pairOf(specOf(resource), "metrics")?.value) : [];

/** Where each type of metric keeps its settings. */
export const SOURCES: Readonly<Record<string, string>> = {
  ContainerResource: "containerResource",
  External: "external",
  Object: "object",
  Pods: "pods",
  Resource: "resource",
};
