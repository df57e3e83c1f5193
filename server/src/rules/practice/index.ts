import type { Rule } from "../rule.ts";
import imageTag from "./image-tag.ts";
import livenessProbe from "./liveness-probe.ts";
import nakedPod from "./naked-pod.ts";
import readOnlyRoot from "./read-only-root.ts";
import readinessProbe from "./readiness-probe.ts";
import recommendedLabels from "./recommended-labels.ts";
import resourceRequests from "./resource-requests.ts";
import secretInEnv from "./secret-in-env.ts";
import securityContext from "./security-context.ts";
import serviceAccountToken from "./service-account-token.ts";
import undeclaredProbePort from "./undeclared-probe-port.ts";

/** In the order of their ids. */
export const PRACTICE_RULES: readonly Rule[] = [
  imageTag,
  livenessProbe,
  nakedPod,
  readOnlyRoot,
  readinessProbe,
  recommendedLabels,
  resourceRequests,
  secretInEnv,
  securityContext,
  serviceAccountToken,
  undeclaredProbePort,
];
