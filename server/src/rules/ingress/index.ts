import type { Rule } from "../rule.ts";
import badBackend from "./bad-backend.ts";
import badHost from "./bad-host.ts";
import badPath from "./bad-path.ts";
import badPortName from "./bad-port-name.ts";
import blockedBackend from "./blocked-backend.ts";
import classConflict from "./class-conflict.ts";
import duplicatePath from "./duplicate-path.ts";
import hostTaken from "./host-taken.ts";
import noClass from "./no-class.ts";
import noRules from "./no-rules.ts";
import regexPath from "./regex-path.ts";
import retiredController from "./retired-controller.ts";
import tlsHost from "./tls-host.ts";
import tlsSecret from "./tls-secret.ts";

/** In the order of their ids. */
export const INGRESS_RULES: readonly Rule[] = [
  badBackend,
  badHost,
  badPath,
  badPortName,
  blockedBackend,
  classConflict,
  duplicatePath,
  hostTaken,
  noClass,
  noRules,
  regexPath,
  retiredController,
  tlsHost,
  tlsSecret,
];
