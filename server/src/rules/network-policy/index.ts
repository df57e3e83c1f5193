import type { Rule } from "../rule.ts";
import badCidr from "./bad-cidr.ts";
import badPort from "./bad-port.ts";
import egressDns from "./egress-dns.ts";
import endPort from "./end-port.ts";
import exceptOutside from "./except-outside.ts";
import implicitTypes from "./implicit-types.ts";
import mixedPeer from "./mixed-peer.ts";
import oneSided from "./one-sided.ts";
import policyTypes from "./policy-types.ts";
import separatePeers from "./separate-peers.ts";

/** In the order of their ids. */
export const NETWORK_POLICY_RULES: readonly Rule[] = [
  badCidr,
  badPort,
  egressDns,
  endPort,
  exceptOutside,
  implicitTypes,
  mixedPeer,
  oneSided,
  policyTypes,
  separatePeers,
];
