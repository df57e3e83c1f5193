import type { Rule } from "../rule.ts";
import invalidAnnotation from "./invalid-annotation.ts";
import invalidFinalizer from "./invalid-finalizer.ts";
import invalidLabel from "./invalid-label.ts";
import invalidName from "./invalid-name.ts";
import invalidNamespace from "./invalid-namespace.ts";
import invalidSelector from "./invalid-selector.ts";
import missingName from "./missing-name.ts";
import namespaceOnClusterObject from "./namespace-on-cluster-object.ts";
import serverOwnedField from "./server-owned-field.ts";
import staleField from "./stale-field.ts";

/** In the order of their ids. */
export const METADATA_RULES: readonly Rule[] = [
  invalidAnnotation,
  invalidFinalizer,
  invalidLabel,
  invalidName,
  invalidNamespace,
  invalidSelector,
  missingName,
  namespaceOnClusterObject,
  serverOwnedField,
  staleField,
];
