import type { Rule } from "../rule.ts";
import createByName from "./create-by-name.ts";
import incompleteRule from "./incomplete-rule.ts";
import nonResourceUrls from "./non-resource-urls.ts";
import roleRef from "./role-ref.ts";
import subjectGroup from "./subject-group.ts";
import subjectNamespace from "./subject-namespace.ts";
import unknownResource from "./unknown-resource.ts";
import unknownVerb from "./unknown-verb.ts";
import wildcard from "./wildcard.ts";

/** In the order of their ids. */
export const RBAC_RULES: readonly Rule[] = [
  createByName,
  incompleteRule,
  nonResourceUrls,
  roleRef,
  subjectGroup,
  subjectNamespace,
  unknownResource,
  unknownVerb,
  wildcard,
];
