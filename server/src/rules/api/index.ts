import type { Rule } from "../rule.ts";
import deprecatedVersion from "./deprecated-version.ts";
import missingApiVersion from "./missing-api-version.ts";
import missingKind from "./missing-kind.ts";
import notYetAvailable from "./not-yet-available.ts";
import oldIngressBackend from "./old-ingress-backend.ts";
import removedVersion from "./removed-version.ts";
import unknownKind from "./unknown-kind.ts";

/** In the order of their ids. */
export const API_RULES: readonly Rule[] = [
  deprecatedVersion,
  missingApiVersion,
  missingKind,
  notYetAvailable,
  oldIngressBackend,
  removedVersion,
  unknownKind,
];
