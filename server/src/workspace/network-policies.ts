import { isSet, type Json, type JsonMap, listOf, mapOf, numberOf, optionalText, textOf } from "../base/json.ts";
import type { AdminPolicy, AdminRule, NetworkPolicy, PeerMatch, PortMatch, Rule } from "../engines/network/input.ts";
import { EVERYTHING } from "../engines/network/selector.ts";
import { protocolOf, selectorOf, textList } from "./network-json.ts";

export function networkPolicyOf(
  { spec: given }: JsonMap,
  named: Pick<NetworkPolicy, "origin" | "namespace" | "name">,
): NetworkPolicy {
  const spec = mapOf(given);
  const types = textList(spec.policyTypes);
  const egress = listOf(spec.egress);
  const isFor = (type: string, byDefault: boolean): boolean => (types.length > 0 ? types.includes(type) : byDefault);
  return {
    ...named,
    subject: selectorOf(spec.podSelector),
    ingress: isFor("Ingress", true) ? listOf(spec.ingress).map((rule) => ruleOf(mapOf(rule), "from")) : undefined,
    egress: isFor("Egress", egress.length > 0) ? egress.map((rule) => ruleOf(mapOf(rule), "to")) : undefined,
  };
}

function ruleOf(rule: JsonMap, field: "from" | "to"): Rule {
  const peers = listOf(rule[field]);
  const ports = listOf(rule.ports);
  return {
    peers: peers.length === 0 ? "everyone" : peers.map((peer) => peerOf(mapOf(peer))),
    ports: ports.length === 0 ? "all" : ports.map((port) => portOf(mapOf(port))),
  };
}

/** A null selector is one that is not set; an empty one matches all. */
function peerOf({ podSelector, namespaceSelector, ipBlock }: JsonMap): PeerMatch {
  const isSelected = isSet(podSelector) || isSet(namespaceSelector);
  if (isSet(ipBlock) === isSelected) return { kind: "unknown" };
  if (isSet(ipBlock)) {
    const { cidr, except } = mapOf(ipBlock);
    return { kind: "block", cidr: textOf(cidr), except: textList(except) };
  }
  const namespaces = isSet(namespaceSelector) ? selectorOf(namespaceSelector) : undefined;
  return { kind: "pods", namespaces, pods: selectorOf(podSelector) };
}

function portOf({ protocol, port, endPort }: JsonMap): PortMatch {
  const known = protocolOf(protocol);
  const number = numberOf(port);
  const name = optionalText(port);
  const end = numberOf(endPort);
  if (!known) return { kind: "unknown" };
  if (name !== undefined) return end === undefined ? { kind: "name", protocol: known, name } : { kind: "unknown" };
  if (number !== undefined) return { kind: "range", protocol: known, from: number, to: end ?? number };
  return end === undefined ? { kind: "range", protocol: known, from: 1, to: 65535 } : { kind: "unknown" };
}

/** network-policy-api v1alpha1 (AdminNetworkPolicy, BaselineAdminNetworkPolicy) and v1alpha2 (ClusterNetworkPolicy). */
export function adminPolicyOf(
  { spec: given }: JsonMap,
  named: Pick<AdminPolicy, "origin" | "kind" | "name">,
): AdminPolicy {
  const spec = mapOf(given);
  const isBaseline = named.kind === "BaselineAdminNetworkPolicy" || spec.tier === "Baseline";
  return {
    ...named,
    tier: isBaseline ? "baseline" : "admin",
    priority: numberOf(spec.priority) ?? 0,
    subject: subjectOf(mapOf(spec.subject)),
    ingress: listOf(spec.ingress).map((rule) => adminRuleOf(mapOf(rule), "from", named.kind)),
    egress: listOf(spec.egress).map((rule) => adminRuleOf(mapOf(rule), "to", named.kind)),
  };
}

function subjectOf(peer: JsonMap): AdminPolicy["subject"] {
  const match = podPeer(peer);
  return match?.kind === "pods" ? { namespaces: match.namespaces ?? EVERYTHING, pods: match.pods } : undefined;
}

function podPeer({ namespaces, pods }: JsonMap): Extract<PeerMatch, { kind: "pods" }> | undefined {
  if (isSet(namespaces) === isSet(pods)) return undefined;
  if (isSet(namespaces)) return { kind: "pods", namespaces: selectorOf(namespaces), pods: EVERYTHING };
  const { namespaceSelector, podSelector } = mapOf(pods);
  return { kind: "pods", namespaces: selectorOf(namespaceSelector), pods: selectorOf(podSelector) };
}

const ACTIONS: Readonly<Record<string, AdminRule["action"]>> = {
  Allow: "allow",
  Accept: "allow",
  Deny: "deny",
  Pass: "pass",
};

/** A rule with an action that there is not is in nobody's way. Its place is kept, so that indices stay true. */
function adminRuleOf(rule: JsonMap, field: "from" | "to", kind: AdminPolicy["kind"]): AdminRule {
  const action = ACTIONS[textOf(rule.action)];
  const ports = kind === "ClusterNetworkPolicy" ? rule.protocols : rule.ports;
  const portOfKind = kind === "ClusterNetworkPolicy" ? protocolMatch : adminPort;
  return {
    action: action ?? "allow",
    peers: action ? listOf(rule[field]).map((peer) => adminPeer(mapOf(peer), field, kind)) : [],
    ports: isSet(ports) ? listOf(ports).flatMap((port) => portOfKind(mapOf(port))) : "all",
  };
}

function adminPeer(peer: JsonMap, field: "from" | "to", kind: AdminPolicy["kind"]): PeerMatch {
  const set = ["namespaces", "pods", "nodes", "networks", "domainNames"].filter((each) => isSet(peer[each]));
  if (set.length !== 1) return { kind: "unknown" };
  const pods = podPeer(peer);
  if (pods) return pods;
  if (field === "from") return { kind: "unknown" };
  if (isSet(peer.networks)) {
    return { kind: "networks", cidrs: textList(peer.networks), coversPods: kind === "ClusterNetworkPolicy" };
  }
  return { kind: isSet(peer.nodes) ? "nodes" : "domains" };
}

/** v1alpha1 `AdminNetworkPolicyPort`. A named port has the protocol of the container's port. */
function adminPort({ portNumber, portRange, namedPort }: JsonMap): PortMatch {
  if (isSet(namedPort)) return { kind: "name", protocol: undefined, name: textOf(namedPort) };
  const { protocol, port, start = port, end = port } = mapOf(isSet(portNumber) ? portNumber : portRange);
  return rangeOf(protocol, start, end);
}

/** v1alpha2 `ClusterNetworkPolicyProtocol`. A protocol without a port means all of its ports. */
function protocolMatch({ tcp, udp, sctp, destinationNamedPort }: JsonMap): PortMatch {
  if (isSet(destinationNamedPort)) return { kind: "name", protocol: undefined, name: textOf(destinationNamedPort) };
  const [protocol, match] = isSet(tcp) ? ["TCP", tcp] : isSet(udp) ? ["UDP", udp] : ["SCTP", sctp];
  if (!isSet(match)) return { kind: "unknown" };
  const { destinationPort } = mapOf(match);
  if (!isSet(destinationPort)) return rangeOf(protocol, 1, 65535);
  const { number, range } = mapOf(destinationPort);
  return isSet(range) ? rangeOf(protocol, mapOf(range).start, mapOf(range).end) : rangeOf(protocol, number, number);
}

function rangeOf(protocol: Json | undefined, start: Json | undefined, end: Json | undefined): PortMatch {
  const known = protocolOf(protocol);
  const [from, to] = [numberOf(start), numberOf(end)];
  return known && from !== undefined && to !== undefined
    ? { kind: "range", protocol: known, from, to }
    : { kind: "unknown" };
}
