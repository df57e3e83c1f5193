import type { EntranceEdge } from "../../engines/network/entrances.ts";
import type { Service } from "../../engines/network/input.ts";
import type { Peer } from "../../engines/network/parties.ts";
import type { Protocol } from "../../engines/network/ports.ts";
import { resolveService } from "../../engines/network/services.ts";
import type { World } from "../../engines/network/world.ts";
import type { Dial } from "../../workspace/network-dials.ts";
import type { NetworkObject } from "../../workspace/network-objects.ts";
import { entrancesOf } from "./neighbourhood.ts";
import { policyIntents } from "./policy-intents.ts";
import { Services } from "./service-names.ts";

/** A connection that the manifests mean to be there, whatever policies say about it. */
export interface Intent {
  readonly src: Caller;
  readonly dst: Callee;
  readonly protocol: Protocol;
  /** The port of the Pod, not that of a Service. */
  readonly number: number;
  readonly reason: Reason;
}

export type Caller =
  | { readonly kind: "workload"; readonly peer: Peer }
  /** Behind an Ingress, a Route or a Gateway: what sends the requests on, wherever it runs. */
  | { readonly kind: "controller" }
  /** Whoever is outside the cluster. */
  | { readonly kind: "outside" };

export type Callee =
  | { readonly kind: "workload"; readonly peer: Peer }
  | { readonly kind: "outside"; readonly host: string };

export interface Reason {
  readonly kind: /** A setting of the caller holds the address. */
    | "dials"
    /** An Ingress, a Route or a Gateway's route sends there. */
    | "enters"
    /** A Service is open to the outside. */
    | "published"
    /** A rule of a policy names both ends. */
    | "policy";
  /** The Service that is dialled, kind and name of what sends, the policy; the host for what is outside. */
  readonly name: string;
  readonly origin: string;
  readonly path: readonly (string | number)[];
}

/** In the order in which people would tell them: what calls what, what comes in, what policies name. */
export function intentsOf(world: World, objects: ReadonlyMap<string, NetworkObject>): readonly Intent[] {
  const all = new Map<string, Intent>();
  for (const intent of [
    ...dialled(world, objects),
    ...entrancesOf(world).flatMap(entering),
    ...published(world),
    ...policyIntents(world),
  ]) {
    const key = `${nameOf(intent.src)} ${nameOf(intent.dst)} ${intent.protocol}/${intent.number}`;
    if (!all.has(key)) all.set(key, intent);
  }
  return [...all.values()];
}

const nameOf = (end: Caller | Callee): string =>
  end.kind === "workload" ? end.peer.id : end.kind === "outside" && "host" in end ? `outside ${end.host}` : end.kind;

const entering = ({ dst: peer, ways }: EntranceEdge): readonly Intent[] =>
  ways.map(({ from, backend, endpoint: { protocol, number } }) => ({
    src: { kind: "controller" },
    dst: { kind: "workload", peer },
    protocol,
    number,
    reason: { kind: "enters", name: `${from.kind} ${from.name}`, origin: from.origin, path: backend.path },
  }));

function* published(world: World): Generator<Intent> {
  for (const service of world.input.services) {
    if (service.type !== "NodePort" && service.type !== "LoadBalancer") continue;
    for (const { index, endpoints } of resolveService(world, service).ports) {
      const path = ["spec", "ports", index];
      const reason: Reason = { kind: "published", name: service.name, origin: service.origin, path };
      for (const { peer, protocol, number } of endpoints) {
        if (peer) yield { src: { kind: "outside" }, dst: { kind: "workload", peer }, protocol, number, reason };
      }
    }
  }
}

function* dialled(world: World, objects: ReadonlyMap<string, NetworkObject>): Generator<Intent> {
  const services = new Services(world);
  const configMaps = new Map<string, NetworkObject>();
  for (const object of objects.values()) {
    if (object.kind === "ConfigMap") configMaps.set(`${object.namespace}/${object.name}`, object);
  }
  for (const peer of world.parties.peers) {
    for (const pods of peer.pods) {
      const own = objects.get(pods.origin)?.calls;
      if (!own) continue;
      for (const dial of own.dials) yield* called(services, peer, dial, pods.origin);
      for (const { name, key } of own.configMaps) {
        const read = configMaps.get(`${peer.namespace}/${name}`);
        for (const dial of read?.calls?.dials ?? []) {
          if (read && (key === undefined || key === dial.key)) yield* called(services, peer, dial, read.origin);
        }
      }
    }
  }
}

function* called(services: Services, peer: Peer, dial: Dial, origin: string): Generator<Intent> {
  const src: Caller = { kind: "workload", peer };
  const service = services.named(dial.host, peer.namespace);
  const at = { origin, path: dial.path };
  if (!service) {
    const number = dial.port ?? portOfScheme(dial.scheme);
    if (number === undefined || dial.scheme === undefined || !isPublicName(dial.host)) return;
    const reason: Reason = { kind: "dials", name: dial.host, ...at };
    yield { src, dst: { kind: "outside", host: dial.host }, protocol: "TCP", number, reason };
    return;
  }
  const reason: Reason = { kind: "dials", name: service.name, ...at };
  for (const { endpoint, peer: callee } of services.endpointsOf(service, portMeant(service, dial))) {
    const { protocol, number } = endpoint;
    yield { src, dst: { kind: "workload", peer: callee }, protocol, number, reason };
  }
}

/** What a scheme implies counts only where the Service has that port: people run things on other ones. */
function portMeant({ ports }: Service, { port, scheme }: Dial): number | undefined {
  if (port !== undefined) return port;
  const implied = portOfScheme(scheme);
  return ports.some((each) => each.port === implied) ? implied : undefined;
}

const PORTS: Readonly<Record<string, number>> = {
  http: 80,
  ws: 80,
  https: 443,
  wss: 443,
  postgres: 5432,
  postgresql: 5432,
  mysql: 3306,
  mariadb: 3306,
  sqlserver: 1433,
  redis: 6379,
  rediss: 6379,
  mongodb: 27017,
  amqp: 5672,
  amqps: 5671,
  nats: 4222,
  ldap: 389,
  ldaps: 636,
  smtp: 25,
  smtps: 465,
};

const portOfScheme = (scheme: string | undefined): number | undefined =>
  scheme !== undefined && Object.hasOwn(PORTS, scheme) ? PORTS[scheme] : undefined;

/** A name that the public DNS may know: several labels, none of the private endings, no placeholder. */
const isPublicName = (host: string): boolean =>
  /\.[a-z]{2,}$/.test(host) && !/\.(?:svc|local|internal|localhost|localdomain|test|invalid|lan)$/.test(host);
