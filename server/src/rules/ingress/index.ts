import type { Rule } from "../rule.ts";
import badBackend from "./bad-backend.ts";
import badHost from "./bad-host.ts";
import badPath from "./bad-path.ts";
import badPortName from "./bad-port-name.ts";
import classConflict from "./class-conflict.ts";
import duplicatePath from "./duplicate-path.ts";
import noRules from "./no-rules.ts";
import regexPath from "./regex-path.ts";
import tlsHost from "./tls-host.ts";

/** In the order of their ids. */
export const INGRESS_RULES: readonly Rule[] = [
  badBackend,
  badHost,
  badPath,
  badPortName,
  classConflict,
  duplicatePath,
  noRules,
  regexPath,
  tlsHost,
];
