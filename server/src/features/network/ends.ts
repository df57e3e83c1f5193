import type { Peer } from "../../engines/network/parties.ts";
import type { World } from "../../engines/network/world.ts";
import { OUTSIDER } from "../diagram/path-choice.ts";

export type { Peer };

/** Somebody of whom one may ask who reaches whom. */
export interface ReachableEnd {
  readonly id: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly ports: readonly { readonly id: string; readonly detail: string }[];
}

/** Workloads, then Services, then somebody outside. */
export function endsIn({ parties, input }: World): readonly ReachableEnd[] {
  const services = input.services.map(({ namespace, name, ports }) => ({
    id: `${namespace}/${name}[Service]`,
    kind: "Service",
    namespace,
    name,
    ports: ports.map((port) => ({
      id: `${port.protocol}/${port.port}`,
      detail: [port.name, `→ ${port.target ?? port.port}`].filter(Boolean).join(" "),
    })),
  }));
  services.sort((a, b) => (a.id < b.id ? -1 : 1));
  const outside = { id: OUTSIDER, kind: "External", namespace: "", name: "Internet", ports: [HTTPS] };
  return [...parties.peers.map(workloadEnd), ...services, outside];
}

const HTTPS = { id: "TCP/443", detail: "https" };

function workloadEnd({ id, kind, namespace, name, pods }: Peer): ReachableEnd {
  const ports = new Map(
    pods.flatMap((each) =>
      each.ports.map((port) => [
        `${port.protocol}/${port.number}`,
        { id: `${port.protocol}/${port.number}`, detail: [port.name, port.container].filter(Boolean).join(" · ") },
      ]),
    ),
  );
  return { id, kind, namespace, name, ports: [...ports.values()] };
}
