import type { Rule } from "../rule.ts";
import dialledPort from "./dialled-port.ts";
import dialledService from "./dialled-service.ts";
import missingKey from "./missing-key.ts";
import missingPort from "./missing-port.ts";
import missingTarget from "./missing-target.ts";
import missingVolume from "./missing-volume.ts";
import policySelectsNoPod from "./policy-selects-no-pod.ts";
import selectorMismatch from "./selector-mismatch.ts";
import serviceSelectsNoPod from "./service-selects-no-pod.ts";
import undeclaredPort from "./undeclared-port.ts";
import unmountedVolume from "./unmounted-volume.ts";

/** In the order of their ids. */
export const REFERENCE_RULES: readonly Rule[] = [
  dialledPort,
  dialledService,
  missingKey,
  missingPort,
  missingTarget,
  missingVolume,
  policySelectsNoPod,
  selectorMismatch,
  serviceSelectsNoPod,
  undeclaredPort,
  unmountedVolume,
];
