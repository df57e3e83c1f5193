import type { Resource } from "../../model/resource.ts";
import type { YMap } from "../../yaml/node.ts";
import { isA, mapAt } from "../given.ts";

export const cronOf = (resource: Resource): YMap | undefined =>
  isA(resource, "batch", "CronJob") ? mapAt(resource.root, "spec") : undefined;

/** The spec of a Job, or of the Jobs that a CronJob makes. */
export const jobOf = (resource: Resource): YMap | undefined =>
  isA(resource, "batch", "Job") ? mapAt(resource.root, "spec") : mapAt(cronOf(resource), "jobTemplate", "spec");
