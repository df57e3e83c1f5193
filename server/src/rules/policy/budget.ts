import type { Resource } from "../../model/resource.ts";
import type { YMap } from "../../yaml/node.ts";
import { isA, mapAt } from "../given.ts";

export const budgetOf = (resource: Resource): YMap | undefined =>
  isA(resource, "policy", "PodDisruptionBudget") ? mapAt(resource.root, "spec") : undefined;
