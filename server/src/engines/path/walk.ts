import { never } from "../../base/never.ts";
import type { Direction } from "../network/input.ts";
import type { Protocol } from "../network/ports.ts";
import { type Addresses, exampleAddresses, type Ports } from "./addresses.ts";
import { dialled, type Route, stepsOf } from "./compose.ts";
import { bytesOf, type Layer } from "./layers.ts";
import type { Model, ModelId, Situation, Unavailable } from "./model.ts";
import { MODELS } from "./models/index.ts";
import type { ProxyMode } from "./proxies.ts";
import type { Place, PortRole, Programmer, Reason, Role, Step } from "./step.ts";

export interface Question extends Route {
  readonly model: ModelId;
  readonly protocol: Protocol;
  readonly ports: Ports;
  /** The MTU of the network between nodes. */
  readonly linkMtu: number;
  /** Those that are known; the others are examples. */
  readonly addresses: Partial<Addresses>;
}

export interface Path {
  readonly question: Question;
  /** Undefined where the model answers for virtual addresses itself, and where none is dialled. */
  readonly proxy: ProxyMode | undefined;
  /** Why there is no way; then there are no hops. */
  readonly unavailable: Unavailable | undefined;
  readonly mtu: PathMtu;
  /** The places that the path touches, in the order in which it reaches them. */
  readonly lanes: readonly Lane[];
  readonly hops: readonly Hop[];
}

export interface PathMtu {
  readonly link: number;
  readonly pod: number;
  /** What layers add to a packet at most. */
  readonly overhead: number;
  /** Whether the largest packet that a Pod sends gets through everywhere. */
  readonly fits: boolean;
}

export interface Lane {
  readonly place: Place;
  readonly address: string;
}

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** A layer with its own addresses; a tag of the frame has none. */
export interface Outer {
  readonly layer: Layer;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What the network sees, outermost layer first. */
export interface Packet {
  readonly outer: readonly Outer[];
  readonly source: Endpoint;
  readonly destination: Endpoint;
}

export interface Hop {
  readonly place: Place;
  readonly device: Step["device"];
  readonly action: Step["act"]["kind"];
  readonly before: Packet;
  readonly after: Packet;
  readonly pushed: Layer | undefined;
  readonly popped: Layer | undefined;
  /** Which address is replaced here, if any is. Answers are translated back by the same connection's entry. */
  readonly nat: "source" | "destination" | undefined;
  /** Bytes of the largest packet in the device: without a layer that it puts on or takes off, and without frames. */
  readonly size: number;
  /** The MTU of the device; undefined where it has none. */
  readonly mtu: number | undefined;
  readonly by: Programmer;
  readonly why: Reason;
  /** Whose policies are looked at here; undefined where the model looks at none. */
  readonly policy: Direction | undefined;
}

export const DEFAULT_MTU = 1500;

export const podMtu = ({ mtu }: Model, link: number): number => (mtu.kind === "fixed" ? mtu.bytes : link - mtu.bytes);

export function pathOf(question: Question): Path {
  const model = MODELS[question.model];
  const steps = stepsOf(model, question);
  const addresses = { ...exampleAddresses(model, question), ...question.addresses };
  const hops = typeof steps === "string" ? [] : walk(model, steps, addresses, question);
  const pod = podMtu(model, question.linkMtu);
  return {
    question,
    proxy: typeof steps === "string" || !steps.some(({ by }) => by === "kube-proxy") ? undefined : question.proxy,
    unavailable: typeof steps === "string" ? steps : undefined,
    mtu: {
      link: question.linkMtu,
      pod,
      overhead: Math.max(0, ...hops.map(({ after }) => overheadOf(after))),
      fits: hops.every(({ size, mtu }) => mtu === undefined || size <= mtu),
    },
    lanes: lanesOf(hops, addresses),
    hops,
  };
}

const overheadOf = ({ outer }: Packet): number => outer.reduce((sum, { layer }) => sum + bytesOf(layer), 0);

function lanesOf(hops: readonly Hop[], addresses: Addresses): readonly Lane[] {
  const places = [...new Set(hops.map(({ place }) => place))];
  return places.map((place) => ({ place, address: addresses[place] }));
}

function walk(model: Model, steps: readonly Step[], addresses: Addresses, question: Question): readonly Hop[] {
  const { ports, situation } = question;
  const to = dialled(model, situation);
  let packet: Packet = {
    outer: [],
    source: { address: addresses[dialler(situation)], port: ports.source },
    destination: { address: addresses[to], port: ports[dialledPort(model, to)] },
  };
  const largest = podMtu(model, question.linkMtu);
  const hops = steps.map((step): Hop => {
    const before = packet;
    packet = after(before, step, addresses, ports);
    return {
      place: step.place,
      device: step.device,
      action: step.act.kind,
      before,
      after: packet,
      pushed: step.act.kind === "push" ? step.act.layer : undefined,
      popped: step.act.kind === "pop" ? step.act.layer : undefined,
      nat: step.act.kind === "nat" ? step.act.change : undefined,
      size: largest + Math.min(overheadOf(before), overheadOf(packet)),
      mtu: mtuAt(step, model, question.linkMtu),
      by: step.by,
      why: step.why,
      policy: model.traits.policy === "none" ? undefined : step.policy,
    };
  });
  if (packet.outer.length > 0) never(`${model.id}: a layer is never taken off (${situation})`);
  return hops;
}

function dialler(situation: Situation): Role {
  if (situation === "same-pod") return "localhost";
  return situation === "node-port" || situation === "from-outside" ? "client" : "source-pod";
}

function dialledPort({ pods }: Model, to: Role): PortRole {
  if (to === "service" || to === "load-balancer") return "dialled";
  return (to === "source-node" || to === "target-node") && pods !== "nodes" ? "node" : "target";
}

function after(packet: Packet, { act }: Step, addresses: Addresses, ports: Ports): Packet {
  switch (act.kind) {
    case "push": {
      const { layer } = act;
      const hasAddresses = layer.carrier.kind !== "frame";
      const [from, to] = hasAddresses ? [addresses[act.from], addresses[act.to]] : [undefined, undefined];
      const added: Outer = { layer, from, to };
      return { ...packet, outer: [added, ...packet.outer] };
    }
    case "pop": {
      const [top, ...rest] = packet.outer;
      if (top?.layer !== act.layer) never(`${act.layer.name} is not the outermost layer`);
      return { ...packet, outer: rest };
    }
    case "nat":
      return act.change === "source"
        ? { ...packet, source: { ...packet.source, address: addresses[act.to] } }
        : { ...packet, destination: { address: addresses[act.to], port: ports[act.port] } };
    default:
      return packet;
  }
}

const LOOPBACK_MTU = 65536;

/** Devices of Pods have the MTU of Pods; cards and what is between them that of the link. */
function mtuAt({ place, device }: Step, model: Model, link: number): number | undefined {
  switch (device.kind) {
    case "loopback":
      return LOOPBACK_MTU;
    case "veth":
    case "vlan":
    case "bridge":
    case "tunnel":
      return podMtu(model, link);
    case "nic":
      return isInside(place, model) ? podMtu(model, link) : link;
    case "switch":
    case "router":
    case "balancer":
      return link;
    case "table":
    case "rules":
    case "ipvs":
    case "program":
    case "datapath":
    case "process":
      return undefined;
  }
}

/** Above the layers of the model: in a Pod, or in a node that is a virtual machine on them. */
function isInside(place: Place, { nodes, pods }: Model): boolean {
  if (place === "source-pod" || place === "target-pod") return pods !== "nodes";
  return nodes === "virtual" && (place === "source-node" || place === "target-node");
}
