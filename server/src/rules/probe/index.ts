import type { Rule } from "../rule.ts";
import emptyCommand from "./empty-command.ts";
import handler from "./handler.ts";
import invalidPort from "./invalid-port.ts";
import readinessGracePeriod from "./readiness-grace-period.ts";
import successThreshold from "./success-threshold.ts";
import timeoutAbovePeriod from "./timeout-above-period.ts";

/** In the order of their ids. */
export const PROBE_RULES: readonly Rule[] = [
  emptyCommand,
  handler,
  invalidPort,
  readinessGracePeriod,
  successThreshold,
  timeoutAbovePeriod,
];
