import type { Rule } from "../rule.ts";
import badClusterIp from "./bad-cluster-ip.ts";
import badExternalIp from "./bad-external-ip.ts";
import badExternalName from "./bad-external-name.ts";
import badPortName from "./bad-port-name.ts";
import badSourceRange from "./bad-source-range.ts";
import badTargetPort from "./bad-target-port.ts";
import duplicatePort from "./duplicate-port.ts";
import endpointAddress from "./endpoint-address.ts";
import endpointPortName from "./endpoint-port-name.ts";
import fieldOfOtherType from "./field-of-other-type.ts";
import fixedClusterIp from "./fixed-cluster-ip.ts";
import headlessTargetPort from "./headless-target-port.ts";
import headlessType from "./headless-type.ts";
import ignoredSelector from "./ignored-selector.ts";
import ipFamilies from "./ip-families.ts";
import localTraffic from "./local-traffic.ts";
import longPortName from "./long-port-name.ts";
import missingPorts from "./missing-ports.ts";
import noEndpoints from "./no-endpoints.ts";
import nodePortRange from "./node-port-range.ts";
import nodePortTaken from "./node-port-taken.ts";
import openLoadBalancer from "./open-load-balancer.ts";
import orphanEndpoints from "./orphan-endpoints.ts";
import sessionAffinity from "./session-affinity.ts";
import strayPods from "./stray-pods.ts";
import targetProtocol from "./target-protocol.ts";
import unnamedPort from "./unnamed-port.ts";

/** In the order of their ids. */
export const SERVICE_RULES: readonly Rule[] = [
  badClusterIp,
  badExternalIp,
  badExternalName,
  badPortName,
  badSourceRange,
  badTargetPort,
  duplicatePort,
  endpointAddress,
  endpointPortName,
  fieldOfOtherType,
  fixedClusterIp,
  headlessTargetPort,
  headlessType,
  ignoredSelector,
  ipFamilies,
  localTraffic,
  longPortName,
  missingPorts,
  noEndpoints,
  nodePortRange,
  nodePortTaken,
  openLoadBalancer,
  orphanEndpoints,
  sessionAffinity,
  strayPods,
  targetProtocol,
  unnamedPort,
];
