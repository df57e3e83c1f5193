import type { Rule } from "../rule.ts";
import backendPort from "./backend-port.ts";
import filterType from "./filter-type.ts";
import listenerTls from "./listener-tls.ts";
import noWeight from "./no-weight.ts";

/** In the order of their ids. */
export const GATEWAY_RULES: readonly Rule[] = [backendPort, filterType, listenerTls, noWeight];
