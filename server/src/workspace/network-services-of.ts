import type { Pods } from "../engines/network/input.ts";
import type { Protocol } from "../engines/network/ports.ts";
import { resolveService } from "../engines/network/services.ts";
import type { NetworkCluster } from "./network-cluster.ts";

/** A port of a Service, and the Pods' ports that it leads to. */
export interface PortBehind {
  readonly service: string;
  readonly targets: readonly number[];
}

/** The Services in front of some of these Pods that have such a port. */
export function portsBehind(
  { world }: NetworkCluster,
  targets: readonly Pods[],
  protocol: Protocol,
  number: number,
): readonly PortBehind[] {
  return world.input.services.flatMap((service): readonly PortBehind[] => {
    if (!service.ports.some((each) => each.port === number && each.protocol === protocol)) return [];
    const ports = resolveService(world, service).ports.filter(
      ({ port }) => port.port === number && port.protocol === protocol,
    );
    const reached = ports.flatMap(({ endpoints }) =>
      endpoints.flatMap((endpoint) => (endpoint.pods && targets.includes(endpoint.pods) ? [endpoint.number] : [])),
    );
    return reached.length === 0 ? [] : [{ service: service.name, targets: [...new Set(reached)] }];
  });
}
