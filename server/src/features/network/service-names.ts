import type { Service } from "../../engines/network/input.ts";
import type { Peer } from "../../engines/network/parties.ts";
import { type Endpoint, type Resolution, resolveService } from "../../engines/network/services.ts";
import type { World } from "../../engines/network/world.ts";

/** The Services of a world by the names under which Pods find them. */
export class Services {
  readonly #world: World;
  readonly #byName = new Map<string, Service>();
  readonly #resolutions = new Map<Service, Resolution>();

  constructor(world: World) {
    this.#world = world;
    for (const service of world.input.services) this.#byName.set(`${service.namespace}/${service.name}`, service);
  }

  /**
   * As the cluster's DNS looks it up for a Pod of `namespace`: `web`, `web.shop`, `web.shop.svc.cluster.local`, and
   * before each the name of one Pod, `db-0.db`.
   */
  named(host: string, namespace: string): Service | undefined {
    const labels = host.split(".");
    const svc = labels.indexOf("svc");
    const at = (name: string | undefined, home: string | undefined): Service | undefined =>
      name === undefined ? undefined : this.#byName.get(`${home}/${name}`);
    if (svc >= 2) return at(labels[svc - 2], labels[svc - 1]);
    if (labels.length > 3) return undefined;
    const [first, second, third] = labels;
    if (third !== undefined) return at(second, third);
    if (second !== undefined) return at(first, second) ?? at(second, namespace);
    return at(first, namespace);
  }

  /** Where a Service leads, by one of its ports or, undefined, by all of them. Of a headless one Pods' ports count too. */
  *endpointsOf(
    service: Service,
    dialled: number | undefined,
  ): Generator<{ readonly endpoint: Endpoint; readonly peer: Peer }> {
    const resolution = this.#resolutions.get(service) ?? resolveService(this.#world, service);
    this.#resolutions.set(service, resolution);
    for (const { port, endpoints } of resolution.ports) {
      for (const endpoint of endpoints) {
        const { peer, number } = endpoint;
        const isMeant = dialled === undefined || port.port === dialled || (service.headless && number === dialled);
        if (peer && isMeant) yield { endpoint, peer };
      }
    }
  }
}
