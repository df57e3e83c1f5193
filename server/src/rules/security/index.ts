import type { Rule } from "../rule.ts";
import baseline from "./baseline.ts";
import capabilityName from "./capability-name.ts";
import enforcedStandard from "./enforced-standard.ts";
import escalationConflict from "./escalation-conflict.ts";
import invalidId from "./invalid-id.ts";
import localProfile from "./local-profile.ts";
import otherSystem from "./other-system.ts";
import restricted from "./restricted.ts";
import rootUser from "./root-user.ts";
import sysctl from "./sysctl.ts";

/** In the order of their ids. */
export const SECURITY_RULES: readonly Rule[] = [
  baseline,
  capabilityName,
  enforcedStandard,
  escalationConflict,
  invalidId,
  localProfile,
  otherSystem,
  restricted,
  rootUser,
  sysctl,
];
