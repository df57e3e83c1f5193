import type { Rule } from "../rule.ts";
import claimTemplate from "./claim-template.ts";
import emptySelector from "./empty-selector.ts";
import noGoverningService from "./no-governing-service.ts";
import noRollback from "./no-rollback.ts";
import progressDeadline from "./progress-deadline.ts";
import rolloutAmount from "./rollout-amount.ts";
import serviceNotHeadless from "./service-not-headless.ts";
import singleReplica from "./single-replica.ts";
import strategyConflict from "./strategy-conflict.ts";

/** In the order of their ids. */
export const WORKLOAD_RULES: readonly Rule[] = [
  claimTemplate,
  emptySelector,
  noGoverningService,
  noRollback,
  progressDeadline,
  rolloutAmount,
  serviceNotHeadless,
  singleReplica,
  strategyConflict,
];
