import { MODEL_IDS, type Model, type ModelId, type Traits } from "./model.ts";
import { MODELS } from "./models/index.ts";
import { DEFAULT_MTU, pathOf, podMtu, type Question } from "./walk.ts";

/** A line of the comparison. */
export interface Comparison {
  readonly id: ModelId;
  readonly traits: Traits;
  /** Layers around a packet between nodes: within one subnet and across a router. */
  readonly layers: readonly Wrapping[];
  readonly podMtu: number;
  /** Whether a process copies every packet between nodes. */
  readonly inUserSpace: boolean;
  readonly sources: readonly string[];
}

export interface Wrapping {
  readonly fabric: Question["fabric"];
  /** Undefined: packets are lost there. */
  readonly layers: readonly string[] | undefined;
  readonly bytes: number;
}

export const comparisons = (): readonly Comparison[] => MODEL_IDS.map((id) => comparisonOf(MODELS[id]));

export function comparisonOf(model: Model): Comparison {
  return {
    id: model.id,
    traits: model.traits,
    layers: (["one-subnet", "routed"] as const).map((fabric) => wrappingOf(model.id, fabric)),
    podMtu: podMtu(model, DEFAULT_MTU),
    inUserSpace: pathOf({ ...BETWEEN_NODES, model: model.id, fabric: "one-subnet" }).hops.some(
      ({ device }) => device.kind === "process",
    ),
    sources: model.sources,
  };
}

function wrappingOf(model: ModelId, fabric: Question["fabric"]): Wrapping {
  const path = pathOf({ ...BETWEEN_NODES, model, fabric });
  if (path.unavailable) return { fabric, layers: undefined, bytes: 0 };
  const widest = path.hops.find(({ place }) => place === "fabric");
  const layers = widest ? widest.before.outer.map(({ layer }) => layer.name) : [];
  return { fabric, layers, bytes: path.mtu.overhead };
}

const BETWEEN_NODES: Omit<Question, "model" | "fabric"> = {
  situation: "other-node",
  proxy: "iptables",
  endpoint: "other-node",
  trafficPolicy: "Cluster",
  protocol: "TCP",
  ports: { dialled: 80, target: 80, node: 30080, source: 40000 },
  linkMtu: DEFAULT_MTU,
  addresses: {},
};

/** What somebody may want of a network. */
export const REQUIREMENTS = [
  "kubernetes",
  "maintained",
  "network-policy",
  "encryption",
  "no-nat",
  "no-encapsulation",
  "any-underlay",
  "full-mtu",
  "kernel-only",
] as const;

export type Requirement = (typeof REQUIREMENTS)[number];

/** The requirements that a model does not meet, in the order in which they were given. */
export const unmet = (comparison: Comparison, wanted: readonly Requirement[]): readonly Requirement[] =>
  wanted.filter((requirement) => !meets(comparison, requirement));

function meets({ traits, layers, podMtu: mtu, inUserSpace }: Comparison, requirement: Requirement): boolean {
  switch (requirement) {
    case "kubernetes":
      return traits.forKubernetes;
    case "maintained":
      return traits.status === "active";
    case "network-policy":
      return traits.policy !== "none";
    case "encryption":
      return traits.encryption.length > 0;
    case "no-nat":
      return traits.podNat === "none";
    case "no-encapsulation":
      return layers.every(({ bytes }) => bytes === 0);
    case "any-underlay":
      return traits.needs.every(({ kind }) => kind === "ip" || kind === "udp") && layers.every((each) => each.layers);
    case "full-mtu":
      return mtu === DEFAULT_MTU;
    case "kernel-only":
      return !inUserSpace;
  }
}
