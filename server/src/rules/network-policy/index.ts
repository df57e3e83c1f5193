import type { Rule } from "../rule.ts";
import adminKind from "./admin-kind.ts";
import adminPriority from "./admin-priority.ts";
import adminRule from "./admin-rule.ts";
import adminSuperseded from "./admin-superseded.ts";
import badCidr from "./bad-cidr.ts";
import badPort from "./bad-port.ts";
import blocksMetrics from "./blocks-metrics.ts";
import clusterRange from "./cluster-range.ts";
import duplicateName from "./duplicate-name.ts";
import egressDns from "./egress-dns.ts";
import endPort from "./end-port.ts";
import exceptOutside from "./except-outside.ts";
import hostNetworkPod from "./host-network-pod.ts";
import implicitTypes from "./implicit-types.ts";
import mixedPeer from "./mixed-peer.ts";
import needlessKubelet from "./needless-kubelet.ts";
import needlessReply from "./needless-reply.ts";
import noIsolation from "./no-isolation.ts";
import noSuchPeer from "./no-such-peer.ts";
import oneSided from "./one-sided.ts";
import otherProtocol from "./other-protocol.ts";
import policyTypes from "./policy-types.ts";
import redundant from "./redundant.ts";
import separatePeers from "./separate-peers.ts";
import servicePort from "./service-port.ts";
import unknownPortName from "./unknown-port-name.ts";
import wholeNamespace from "./whole-namespace.ts";

/** In the order of their ids. */
export const NETWORK_POLICY_RULES: readonly Rule[] = [
  adminKind,
  adminPriority,
  adminRule,
  adminSuperseded,
  badCidr,
  badPort,
  blocksMetrics,
  clusterRange,
  duplicateName,
  egressDns,
  endPort,
  exceptOutside,
  hostNetworkPod,
  implicitTypes,
  mixedPeer,
  needlessKubelet,
  needlessReply,
  noIsolation,
  noSuchPeer,
  oneSided,
  otherProtocol,
  policyTypes,
  redundant,
  separatePeers,
  servicePort,
  unknownPortName,
  wholeNamespace,
];
