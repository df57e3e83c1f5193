import type { Rule } from "../rule.ts";
import badWebhook from "./bad-webhook.ts";
import crdName from "./crd-name.ts";
import crdVersions from "./crd-versions.ts";
import deprecatedAnnotation from "./deprecated-annotation.ts";
import deprecatedField from "./deprecated-field.ts";
import deprecatedKind from "./deprecated-kind.ts";
import deprecatedLabel from "./deprecated-label.ts";
import deprecatedVersion from "./deprecated-version.ts";
import missingApiVersion from "./missing-api-version.ts";
import missingKind from "./missing-kind.ts";
import notYetAvailable from "./not-yet-available.ts";
import oldIngressBackend from "./old-ingress-backend.ts";
import removedVersion from "./removed-version.ts";
import unknownKind from "./unknown-kind.ts";

/** In the order of their ids. */
export const API_RULES: readonly Rule[] = [
  badWebhook,
  crdName,
  crdVersions,
  deprecatedAnnotation,
  deprecatedField,
  deprecatedKind,
  deprecatedLabel,
  deprecatedVersion,
  missingApiVersion,
  missingKind,
  notYetAvailable,
  oldIngressBackend,
  removedVersion,
  unknownKind,
];
