import type { Rule } from "../rule.ts";
import backendPort from "./backend-port.ts";
import externalNameBackend from "./external-name-backend.ts";
import filterType from "./filter-type.ts";
import listenerTls from "./listener-tls.ts";
import noGrant from "./no-grant.ts";
import noWeight from "./no-weight.ts";
import notAttached from "./not-attached.ts";

/** In the order of their ids. */
export const GATEWAY_RULES: readonly Rule[] = [
  backendPort,
  externalNameBackend,
  filterType,
  listenerTls,
  noGrant,
  noWeight,
  notAttached,
];
