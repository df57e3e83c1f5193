import type { Rule } from "../rule.ts";
import activeDeadline from "./active-deadline.ts";
import conflictingNamespaces from "./conflicting-namespaces.ts";
import duplicateHostPort from "./duplicate-host-port.ts";
import duplicatePortName from "./duplicate-port-name.ts";
import ephemeralContainers from "./ephemeral-containers.ts";
import hostNetworkDns from "./host-network-dns.ts";
import hostNetworkPort from "./host-network-port.ts";
import hostPortReplicas from "./host-port-replicas.ts";
import hostPortTaken from "./host-port-taken.ts";
import invalidAffinity from "./invalid-affinity.ts";
import invalidDns from "./invalid-dns.ts";
import invalidHostAlias from "./invalid-host-alias.ts";
import invalidName from "./invalid-name.ts";
import invalidToleration from "./invalid-toleration.ts";
import invalidTopologySpread from "./invalid-topology-spread.ts";
import negativeGracePeriod from "./negative-grace-period.ts";
import noContainers from "./no-containers.ts";
import priorityNumber from "./priority-number.ts";
import restartPolicy from "./restart-policy.ts";

/** In the order of their ids. */
export const POD_RULES: readonly Rule[] = [
  activeDeadline,
  conflictingNamespaces,
  duplicateHostPort,
  duplicatePortName,
  ephemeralContainers,
  hostNetworkDns,
  hostNetworkPort,
  hostPortReplicas,
  hostPortTaken,
  invalidAffinity,
  invalidDns,
  invalidHostAlias,
  invalidName,
  invalidToleration,
  invalidTopologySpread,
  negativeGracePeriod,
  noContainers,
  priorityNumber,
  restartPolicy,
];
