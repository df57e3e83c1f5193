import { API_RULES } from "./api/index.ts";
import { AUTOSCALING_RULES } from "./autoscaling/index.ts";
import { BATCH_RULES } from "./batch/index.ts";
import { CONFIG_RULES } from "./config/index.ts";
import { CONFIGURATION_RULES } from "./configuration/index.ts";
import { CONTAINER_RULES } from "./container/index.ts";
import { GATEWAY_RULES } from "./gateway/index.ts";
import { INGRESS_RULES } from "./ingress/index.ts";
import { METADATA_RULES } from "./metadata/index.ts";
import { NETWORK_POLICY_RULES } from "./network-policy/index.ts";
import { POD_RULES } from "./pod/index.ts";
import { POLICY_RULES } from "./policy/index.ts";
import { PRACTICE_RULES } from "./practice/index.ts";
import { PROBE_RULES } from "./probe/index.ts";
import { RBAC_RULES } from "./rbac/index.ts";
import { REFERENCE_RULES } from "./reference/index.ts";
import type { Rule } from "./rule.ts";
import { SCHEMA_RULES } from "./schema/index.ts";
import { SECURITY_RULES } from "./security/index.ts";
import { SERVICE_RULES } from "./service/index.ts";
import { STORAGE_RULES } from "./storage/index.ts";
import { SUPPRESSION_RULES } from "./suppression/index.ts";
import { VOLUME_RULES } from "./volume/index.ts";
import { WORKLOAD_RULES } from "./workload/index.ts";
import { YAML_RULES } from "./yaml/index.ts";

/** Every rule, in the order of their ids. A new rule is one file and two lines in the index.ts of its domain. */
export const RULES: readonly Rule[] = [
  ...API_RULES,
  ...AUTOSCALING_RULES,
  ...BATCH_RULES,
  ...CONFIG_RULES,
  ...CONFIGURATION_RULES,
  ...CONTAINER_RULES,
  ...GATEWAY_RULES,
  ...INGRESS_RULES,
  ...METADATA_RULES,
  ...NETWORK_POLICY_RULES,
  ...POD_RULES,
  ...POLICY_RULES,
  ...PRACTICE_RULES,
  ...PROBE_RULES,
  ...RBAC_RULES,
  ...REFERENCE_RULES,
  ...SCHEMA_RULES,
  ...SECURITY_RULES,
  ...SERVICE_RULES,
  ...STORAGE_RULES,
  ...SUPPRESSION_RULES,
  ...VOLUME_RULES,
  ...WORKLOAD_RULES,
  ...YAML_RULES,
];
