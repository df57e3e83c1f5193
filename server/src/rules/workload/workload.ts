import type { Resource } from "../../model/resource.ts";
import type { YMap } from "../../yaml/node.ts";
import { isA, mapAt } from "../given.ts";

/** The spec of a workload of apps/v1. */
export const specOf = (resource: Resource, ...kinds: readonly string[]): YMap | undefined =>
  isA(resource, "apps", ...kinds) ? mapAt(resource.root, "spec") : undefined;
