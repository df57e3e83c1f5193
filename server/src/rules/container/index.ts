import type { Rule } from "../rule.ts";
import commandInOneString from "./command-in-one-string.ts";
import cpuUnit from "./cpu-unit.ts";
import duplicateEnv from "./duplicate-env.ts";
import duplicateName from "./duplicate-name.ts";
import duplicatePort from "./duplicate-port.ts";
import envSources from "./env-sources.ts";
import extendedResource from "./extended-resource.ts";
import initHook from "./init-hook.ts";
import invalidEnvName from "./invalid-env-name.ts";
import invalidFieldPath from "./invalid-field-path.ts";
import invalidImage from "./invalid-image.ts";
import invalidName from "./invalid-name.ts";
import invalidPortName from "./invalid-port-name.ts";
import memoryUnit from "./memory-unit.ts";
import missingImage from "./missing-image.ts";
import privilegedPort from "./privileged-port.ts";
import requestAboveLimit from "./request-above-limit.ts";
import restartPolicy from "./restart-policy.ts";
import scriptSplit from "./script-split.ts";
import serviceVariables from "./service-variables.ts";
import undefinedVariable from "./undefined-variable.ts";
import unknownResource from "./unknown-resource.ts";
import unnamedPort from "./unnamed-port.ts";
import unservedLocalhost from "./unserved-localhost.ts";

/** In the order of their ids. */
export const CONTAINER_RULES: readonly Rule[] = [
  commandInOneString,
  cpuUnit,
  duplicateEnv,
  duplicateName,
  duplicatePort,
  envSources,
  extendedResource,
  initHook,
  invalidEnvName,
  invalidFieldPath,
  invalidImage,
  invalidName,
  invalidPortName,
  memoryUnit,
  missingImage,
  privilegedPort,
  requestAboveLimit,
  restartPolicy,
  scriptSplit,
  serviceVariables,
  undefinedVariable,
  unknownResource,
  unnamedPort,
  unservedLocalhost,
];
