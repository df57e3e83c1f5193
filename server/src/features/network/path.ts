import { readRange } from "../../engines/network/addresses.ts";
import { explain, type Verdict } from "../../engines/network/explain.ts";
import type { Direction, Service, ServicePort } from "../../engines/network/input.ts";
import { hasPort, type Protocol } from "../../engines/network/ports.ts";
import { resolveService } from "../../engines/network/services.ts";
import { type End, endsNamed, type World } from "../../engines/network/world.ts";
import type { Addresses } from "../../engines/path/addresses.ts";
import type { Situation } from "../../engines/path/model.ts";
import { MODELS } from "../../engines/path/models/index.ts";
import { type Path, pathOf, type Question } from "../../engines/path/walk.ts";

/** What a person asks: two names and a port. */
export interface PathQuestion extends Pick<Question, "model" | "proxy" | "fabric" | "endpoint" | "linkMtu"> {
  readonly from: string;
  readonly to: string;
  /** Undefined: what the ends suggest. */
  readonly situation: Situation | undefined;
  /** Undefined: the only one there is. For a Service one of its own ports. */
  readonly port: { readonly protocol: Protocol; readonly number: number } | undefined;
  /** Undefined: that of the Service, else `Cluster`. */
  readonly trafficPolicy: Question["trafficPolicy"] | undefined;
}

/** A path, and what the policies in the manifests say about it. */
export interface JoinedPath {
  readonly from: string;
  readonly to: string;
  readonly path: Path;
  /** Undefined without manifests, and for what never leaves a Pod. */
  readonly verdict: PathVerdict | undefined;
  /** Whether the packet arrives. */
  readonly isReachable: boolean;
}

export interface PathVerdict {
  readonly reasons: Verdict;
  readonly allowed: Readonly<Record<Direction, boolean>>;
  /** False where the model enforces nothing: then policies do not stop the packet. */
  readonly isEnforced: boolean;
  /** The hop that drops the packet, an index into the path's hops. */
  readonly droppedAt: number | undefined;
  /** The port that was dialled would be allowed, but it is the Service's; policies see that of the Pod. */
  readonly namesServicePort: boolean;
}

/** Why a question cannot be answered; the command line says it as bad usage. */
export type Misunderstanding =
  | { readonly kind: "unknown"; readonly name: string }
  | { readonly kind: "ambiguous"; readonly name: string; readonly candidates: readonly string[] }
  | { readonly kind: "no-port"; readonly choices: readonly string[] }
  | { readonly kind: "no-endpoint"; readonly service: string }
  | { readonly kind: "two-outsiders" };

/** `world` undefined: nothing is known of the ends but their names. */
export function joinedPath(world: World | undefined, asked: PathQuestion): JoinedPath | Misunderstanding {
  if (isAddress(asked.from) && isAddress(asked.to)) return { kind: "two-outsiders" };
  const target = world ? targetOf(world, asked) : UNSEEN;
  if ("kind" in target) return target;
  const situation = asked.situation ?? suggested(asked, target);
  const ports = portsOf(asked, target);
  if ("kind" in ports) return ports;
  const path = pathOf({
    model: asked.model,
    proxy: asked.proxy,
    fabric: asked.fabric,
    endpoint: asked.endpoint,
    linkMtu: asked.linkMtu,
    situation,
    trafficPolicy: asked.trafficPolicy ?? target.via?.service.externalTrafficPolicy ?? "Cluster",
    protocol: ports.protocol,
    ports: { source: SOURCE_PORT, dialled: ports.dialled, target: ports.target, node: ports.node },
    addresses: known(asked, situation),
  });
  const verdict = world && verdictOf(world, asked.from, target, path);
  if (verdict && "kind" in verdict) return verdict;
  const isReachable = !path.unavailable && verdict?.droppedAt === undefined;
  return { from: asked.from, to: asked.to, path, verdict, isReachable };
}

const SOURCE_PORT = 40000;
const DEFAULT_NODE_PORT = 30080;

const isAddress = (name: string): boolean => readRange(name) !== undefined;

/** Whom a name means: an end, and the way through a Service by which it is called, if it is one. */
interface Target {
  readonly end: End | undefined;
  readonly via: Via | undefined;
}

interface Via {
  readonly service: Service;
  readonly port: ServicePort;
  /** The Pod's own port. */
  readonly number: number;
}

const UNSEEN: Target = { end: undefined, via: undefined };

function targetOf(world: World, { to, port }: PathQuestion): Target | Misunderstanding {
  const name = to.replace(/\[Service\]$/, "");
  const isWorkload = endsNamed(world, to).length > 0;
  const service = world.input.services.find((each) => `${each.namespace}/${each.name}` === name);
  if (!service || (isWorkload && name === to)) {
    const end = endNamed(world, to);
    return "name" in end ? end : { end, via: undefined };
  }
  const [chosen, ...more] = resolveService(world, service).ports.filter(
    (each) => !port || (each.port.port === port.number && each.port.protocol === port.protocol),
  );
  if (!chosen || more.length > 0) return { kind: "no-port", choices: service.ports.map(shown) };
  for (const { peer, number } of chosen.endpoints) {
    if (peer) return { end: { kind: "workload", peer }, via: { service, port: chosen.port, number } };
  }
  return { kind: "no-endpoint", service: name };
}

const shown = ({ protocol, port }: ServicePort): string => `${protocol}/${port}`;

function endNamed(world: World, name: string): End | Extract<Misunderstanding, { readonly name: string }> {
  const [end, ...more] = endsNamed(world, name);
  if (!end) return { kind: "unknown", name };
  if (more.length === 0) return end;
  const candidates = [end, ...more].flatMap((each) => (each.kind === "workload" ? [each.peer.id] : []));
  return { kind: "ambiguous", name, candidates };
}

function suggested({ from, to, endpoint }: PathQuestion, { via }: Target): Situation {
  if (isAddress(to)) return "to-internet";
  if (isAddress(from)) return via?.service.type === "NodePort" ? "node-port" : "from-outside";
  return via ? "cluster-ip" : endpoint;
}

interface ChosenPorts {
  readonly protocol: Protocol;
  readonly dialled: number;
  readonly target: number;
  readonly node: number;
}

function portsOf({ port }: PathQuestion, { end, via }: Target): ChosenPorts | Misunderstanding {
  if (via) {
    const { protocol, port: dialled, nodePort = DEFAULT_NODE_PORT } = via.port;
    return { protocol, dialled, target: via.number, node: nodePort };
  }
  const declared = end?.kind === "workload" ? end.peer.pods.flatMap(({ ports }) => ports) : [];
  const choices = [...new Set(declared.map(({ protocol, number }) => `${protocol}/${number}`))];
  const [only] = choices.length === 1 ? declared : [];
  const chosen = port ?? only;
  if (!chosen) return { kind: "no-port", choices };
  return { protocol: chosen.protocol, dialled: chosen.number, target: chosen.number, node: DEFAULT_NODE_PORT };
}

function known({ from, to }: PathQuestion, situation: Situation): Partial<Addresses> {
  return {
    ...(isAddress(to) ? { internet: to } : {}),
    ...(isAddress(from) && (situation === "from-outside" || situation === "node-port") ? { client: from } : {}),
  };
}

function verdictOf(
  world: World,
  from: string,
  { end: dst }: Target,
  path: Path,
): PathVerdict | Misunderstanding | undefined {
  const { situation, protocol, ports } = path.question;
  const src = endNamed(world, from);
  if ("name" in src) return src;
  if (situation === "same-pod" || !dst) return undefined;
  const reasons = explain(world, src, dst);
  const allows = (direction: Direction, port = ports.target): boolean =>
    hasPort(reasons[direction].ports, protocol, port);
  const allowed = { egress: allows("egress"), ingress: allows("ingress") };
  const isEnforced = MODELS[path.question.model].traits.policy !== "none";
  const dropped = path.hops.findIndex(({ policy }) => policy !== undefined && !allowed[policy]);
  const isBlocked = !allowed.egress || !allowed.ingress;
  const namesServicePort = isBlocked && allows("egress", ports.dialled) && allows("ingress", ports.dialled);
  return { reasons, allowed, isEnforced, droppedAt: dropped < 0 ? undefined : dropped, namesServicePort };
}
