import type { Route } from "./compose.ts";
import type { Model } from "./model.ts";
import type { PortRole, Role } from "./step.ts";

/** Whose address is which. */
export type Addresses = Readonly<Record<Role, string>>;

export type Ports = Readonly<Record<PortRole | "source", number>>;

/** Addresses of RFC 1918 and RFC 5737, so that nobody is meant. */
const NODES = { source: "192.168.1.11", target: "192.168.1.12", targetBehindRouter: "192.168.2.12" };

/** Examples that fit the model and the route; what is known replaces them. */
export function exampleAddresses({ pods }: Model, { situation, fabric, endpoint, trafficPolicy }: Route): Addresses {
  const isNear = staysOnNode(situation, endpoint, trafficPolicy);
  const far = fabric === "routed" ? NODES.targetBehindRouter : NODES.target;
  const targetNode = isNear ? NODES.source : far;
  return {
    client: "198.51.100.7",
    internet: "203.0.113.80",
    localhost: "127.0.0.1",
    service: "10.96.0.40",
    "load-balancer": "203.0.113.10",
    gateway: "203.0.113.1",
    sandbox: "172.18.0.2",
    "sandbox-overlay": "10.0.0.2",
    fabric: "192.168.1.1",
    "source-node": NODES.source,
    "target-node": targetNode,
    "source-machine": "172.31.0.11",
    "target-machine": isNear ? "172.31.0.11" : "172.31.0.12",
    "source-pod": pods === "nodes" ? NODES.source : pods.source,
    "target-pod": pods === "nodes" ? targetNode : isNear ? pods.near : pods.far,
  };
}

function staysOnNode(
  situation: Route["situation"],
  endpoint: Route["endpoint"],
  trafficPolicy: Route["trafficPolicy"],
): boolean {
  switch (situation) {
    case "same-pod":
    case "same-node":
      return true;
    case "other-node":
    case "to-internet":
      return false;
    case "cluster-ip":
      return endpoint === "same-node";
    case "node-port":
    case "from-outside":
      return endpoint === "same-node" || trafficPolicy === "Local";
  }
}
