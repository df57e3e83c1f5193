import type { Json, JsonMap } from "../../base/json.ts";
import type { Direction, Labels } from "../../engines/network/input.ts";
import type { Protocol } from "../../engines/network/ports.ts";
import type { World } from "../../engines/network/world.ts";
import type { Callee, Caller } from "./intents.ts";
import { tellingLabels } from "./labels.ts";

const NAMESPACE_NAME = "kubernetes.io/metadata.name";

/** The other end of a rule: whom `from` or `to` has to mean. */
export type Other =
  | Caller
  | Callee
  | { readonly kind: "addresses"; readonly cidr: string; readonly except: readonly string[] }
  | { readonly kind: "dns" };

export interface OpenPort {
  readonly protocol: Protocol;
  readonly number: number;
}

/** A rule of a NetworkPolicy that lives in `home`, as its manifest says it. */
export function ruleJson(
  world: World,
  direction: Direction,
  others: readonly Other[],
  ports: readonly OpenPort[],
  home: string,
): JsonMap {
  const peers = others.flatMap((other) => peersJson(world, other, home));
  return { [direction === "ingress" ? "from" : "to"]: peers, ports: ports.map(portJson) };
}

export const portJson = ({ protocol, number }: OpenPort): JsonMap => ({ protocol, port: number });

export const selectorJson = (labels: Labels): JsonMap =>
  Object.keys(labels).length === 0 ? {} : { matchLabels: labels };

function peersJson(world: World, other: Other, home: string): readonly Json[] {
  switch (other.kind) {
    case "workload": {
      const { namespace } = other.peer;
      const pods = { podSelector: selectorJson(tellingLabels(world, other.peer)) };
      return [namespace === home ? pods : { namespaceSelector: inNamespace(namespace), ...pods }];
    }
    case "controller":
      return [{ namespaceSelector: elsewhere(world) }];
    case "outside":
      return [blockJson("host" in other ? PUBLIC : EVERYWHERE)];
    case "addresses":
      return [blockJson(other)];
    case "dns":
      return [{ namespaceSelector: inNamespace("kube-system"), podSelector: selectorJson({ "k8s-app": "kube-dns" }) }];
  }
}

const inNamespace = (name: string): JsonMap => selectorJson({ [NAMESPACE_NAME]: name });

interface Block {
  readonly cidr: string;
  readonly except: readonly string[];
}

export const EVERYWHERE: Block = { cidr: "0.0.0.0/0", except: [] };

/** Names cannot be written in a NetworkPolicy: whatever is not private (RFC 1918). */
export const PUBLIC: Block = { cidr: "0.0.0.0/0", except: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] };

const blockJson = ({ cidr, except }: Block): JsonMap => ({
  ipBlock: except.length === 0 ? { cidr } : { cidr, except },
});

/** Where the controller runs no manifest says: in none of the namespaces that these manifests fill. */
const elsewhere = ({ parties }: World): JsonMap => ({
  matchExpressions: [
    {
      key: NAMESPACE_NAME,
      operator: "NotIn",
      values: [...new Set(parties.peers.map(({ namespace }) => namespace))].sort(),
    },
  ],
});

/** A whole policy that lets something in or out of one workload, or of every Pod of the namespace. */
export function policyJson(
  name: string,
  namespace: string,
  subject: Labels,
  rules: Partial<Readonly<Record<Direction, readonly JsonMap[]>>>,
): JsonMap {
  const directions = (["ingress", "egress"] as const).filter((direction) => rules[direction] !== undefined);
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name, namespace },
    spec: {
      podSelector: selectorJson(subject),
      policyTypes: directions.map((direction) => (direction === "ingress" ? "Ingress" : "Egress")),
      ...Object.fromEntries(
        directions.flatMap((direction) => {
          const list = rules[direction] ?? [];
          return list.length === 0 ? [] : [[direction, list]];
        }),
      ),
    },
  };
}

export const policyNames = ({ input }: World, namespace: string): ReadonlySet<string> =>
  new Set(input.policies.filter((each) => each.namespace === namespace).map(({ name }) => name));

/** A name for something new: the one that is wanted, with a number behind it where that is taken. */
export function freeName(taken: ReadonlySet<string>, wanted: string): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
