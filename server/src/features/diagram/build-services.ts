import type { Service } from "../../engines/network/input.ts";
import { commonPorts, NO_PORTS, portRange } from "../../engines/network/ports.ts";
import { type Endpoint, type Resolution, resolveService } from "../../engines/network/services.ts";
import { connection, type End, type World } from "../../engines/network/world.ts";
import type { Drawn } from "./build-model.ts";
import { undeclaredRow } from "./build-workloads.ts";
import { portRowId, serviceId, serviceRowId, workloadId } from "./ids.ts";
import type { Sheet } from "./sheet.ts";
import { portText, selectsTitle, serviceTitle } from "./words.ts";

export type Services = ReadonlyMap<string, Resolution>;

/** A box for every Service, and an arrow from each of its ports to each port of a Pod that it sends to. */
export function addServices(sheet: Sheet, { world }: Drawn): Services {
  const services = new Map<string, Resolution>();
  for (const service of world.input.services) {
    const id = serviceId(service);
    if (services.has(id)) continue;
    const resolution = resolveService(world, service);
    services.set(id, resolution);
    sheet.box({
      id,
      kind: "service",
      namespace: service.namespace,
      name: service.name,
      caption: `Service · ${service.headless ? "headless" : service.type}`,
      title: serviceTitle(service, resolution),
      at: { origin: service.origin, path: ["metadata", "name"] },
    });
    for (const [index, port] of service.ports.entries()) {
      const target = port.target ?? port.port;
      sheet.row(id, {
        id: serviceRowId(service, index),
        text: portText(port.protocol, port.port),
        detail: target === port.port ? (port.name ?? "") : `→ ${target}`,
        title: {
          en: `Service port ${port.port}/${port.protocol}${port.name ? ` (${port.name})` : ""} sends to ${target} of the Pods`,
          vi: `Cổng ${port.port}/${port.protocol}${port.name ? ` (${port.name})` : ""} của Service gửi tới ${target} của Pod`,
        },
        at: { origin: service.origin, path: ["spec", "ports", index] },
        state: "plain",
      });
    }
    addEndpoints(sheet, resolution);
    addOutside(sheet, world, resolution);
  }
  return services;
}

function addEndpoints(sheet: Sheet, resolution: Resolution): void {
  const { service } = resolution;
  if (resolution.kind === "external-name") return addAlias(sheet, service);
  if (resolution.kind === "nothing" || resolution.ports.every(({ endpoints }) => endpoints.length === 0)) {
    return addNothing(sheet, resolution);
  }
  for (const { index, port, endpoints, missing } of resolution.ports) {
    const from = { box: serviceId(service), row: serviceRowId(service, index) };
    const at = { origin: service.origin, path: ["spec", "ports", index] };
    for (const endpoint of endpoints) {
      const to = endpointPort(sheet, endpoint);
      sheet.link({ from, to, kind: "selects", title: selectsTitle(service, port, endpoint), at });
    }
    for (const pods of missing) {
      const box = `workload:${pods.namespace}/${pods.name}[${pods.kind}]`;
      sheet.link({
        from,
        to: { box, row: undefined },
        kind: "dangling",
        label: `${port.target}?`,
        title: {
          en: `${service.name} sends to the port named ${port.target}, but no container of ${pods.name} has a ${port.protocol} port of that name`,
          vi: `${service.name} gửi tới cổng tên ${port.target}, nhưng không container nào của ${pods.name} có cổng ${port.protocol} tên đó`,
        },
        at,
      });
    }
  }
}

/** Where traffic to an endpoint arrives: a row of its workload, or an address that is none of our Pods. */
export function endpointPort(sheet: Sheet, { peer, protocol, number, containerPort, address }: Endpoint) {
  if (peer) {
    const row = containerPort ? portRowId(peer, protocol, number) : undeclaredRow(sheet, peer, protocol, number);
    return { box: workloadId(peer), row };
  }
  const box = sheet.box({
    id: `outside:to ${address}`,
    kind: "outside",
    namespace: undefined,
    name: address ?? "?",
    caption: "address",
    side: "target",
    title: {
      en: `The address ${address}, which is no Pod of these manifests`,
      vi: `Địa chỉ ${address}, không thuộc Pod nào trong các manifest này`,
    },
    at: undefined,
  });
  return { box, row: undefined };
}

function addAlias(sheet: Sheet, service: Service): void {
  const name = service.externalName ?? "?";
  const box = sheet.box({
    id: `outside:to ${name}`,
    kind: "outside",
    namespace: undefined,
    name,
    caption: "DNS",
    side: "target",
    title: {
      en: `The DNS name ${name}, outside of these manifests`,
      vi: `Tên DNS ${name}, nằm ngoài các manifest này`,
    },
    at: undefined,
  });
  sheet.link({
    from: { box: serviceId(service), row: undefined },
    to: { box, row: undefined },
    kind: "selects",
    label: "CNAME",
    title: {
      en: `${service.name} is an alias: DNS answers with ${name}, nothing is proxied`,
      vi: `${service.name} là bí danh: DNS trả về ${name}, không có proxy nào ở giữa`,
    },
    at: { origin: service.origin, path: ["spec"] },
  });
}

function addNothing(sheet: Sheet, { service, kind }: Resolution): void {
  const selector = Object.entries(service.selector ?? {}).map(([key, value]) => `${key}=${value}`);
  const wanted = selector.length > 0 ? selector.join(", ") : "EndpointSlice";
  const isNamed = kind === "pods" && service.ports.length === 0;
  if (isNamed && service.headless) return;
  const box = sheet.box({
    id: `missing:${serviceId(service)}`,
    kind: "missing",
    namespace: service.namespace,
    name: wanted,
    caption: selector.length > 0 ? "Pod" : "EndpointSlice",
    title:
      selector.length > 0
        ? {
            en: `No Pod in ${service.namespace} carries ${wanted}`,
            vi: `Không Pod nào trong ${service.namespace} mang ${wanted}`,
          }
        : {
            en: "No selector and no EndpointSlice: nothing answers",
            vi: "Không có selector, cũng không có EndpointSlice: không có gì trả lời",
          },
    at: { origin: service.origin, path: ["spec"] },
  });
  sheet.link({
    from: { box: serviceId(service), row: service.ports.length > 0 ? serviceRowId(service, 0) : undefined },
    to: { box, row: undefined },
    kind: "dangling",
    title: {
      en: `${service.name} leads nowhere: ${wanted} matches no Pod`,
      vi: `${service.name} không dẫn tới đâu: ${wanted} không khớp Pod nào`,
    },
    at: { origin: service.origin, path: ["spec"] },
  });
}

/** NodePort and LoadBalancer: the way in from outside, and whether the Pods' policies let it through. */
function addOutside(sheet: Sheet, world: World, resolution: Resolution): void {
  const { service } = resolution;
  if (service.type !== "NodePort" && service.type !== "LoadBalancer") return;
  const id = `balancer:${service.namespace}/${service.name}`;
  const isBalancer = service.type === "LoadBalancer";
  const caption = isBalancer ? "load balancer" : "node port";
  const title = isBalancer
    ? {
        en: `The load balancer that the cloud makes for ${service.name}`,
        vi: `Load balancer mà nhà cung cấp tạo cho ${service.name}`,
      }
    : { en: `Every node listens for ${service.name}`, vi: `Mọi node đều lắng nghe cho ${service.name}` };
  const at = { origin: service.origin, path: ["spec"] };
  sheet.box({ id, kind: "balancer", namespace: service.namespace, name: service.name, caption, title, at });
  for (const { index, port, endpoints } of resolution.ports) {
    const dialled = isBalancer ? port.port : port.nodePort;
    const row = sheet.row(id, {
      id: `${id}#${index}`,
      text: dialled === undefined ? ":?" : portText(port.protocol, dialled),
      detail: isBalancer
        ? port.nodePort === undefined
          ? ""
          : `node ${port.nodePort}`
        : dialled === undefined
          ? "30000-32767"
          : "",
      title,
      at: { origin: service.origin, path: ["spec", "ports", index] },
      state: "plain",
    });
    sheet.link({ from: { box: outside(sheet), row: undefined }, to: { box: id, row }, kind: "enters", title, at });
    const to = { box: serviceId(service), row: serviceRowId(service, index) };
    sheet.link({ from: { box: id, row }, to, kind: "routes", title, at });
    for (const endpoint of endpoints) {
      if (!endpoint.peer || comesIn(world, endpoint)) continue;
      sheet.link({
        from: { box: id, row },
        to: endpointPort(sheet, endpoint),
        kind: "denied",
        title: {
          en: `${service.name} is open to the outside, but no policy of ${endpoint.peer.name} lets outside addresses in on ${endpoint.number}`,
          vi: `${service.name} mở ra bên ngoài, nhưng không policy nào của ${endpoint.peer.name} cho địa chỉ bên ngoài vào cổng ${endpoint.number}`,
        },
        at,
      });
    }
  }
}

export const outside = (sheet: Sheet): string =>
  sheet.box({
    id: "outside:from",
    kind: "outside",
    namespace: undefined,
    name: "Internet",
    caption: "",
    side: "source",
    title: { en: "Whoever is outside the cluster", vi: "Bất cứ ai ở ngoài cluster" },
    at: undefined,
  });

/** Some address outside gets through to the endpoint. */
function comesIn(world: World, { peer, protocol, number }: Endpoint): boolean {
  if (!peer) return true;
  const dst: End = { kind: "workload", peer };
  return world.parties.ranges.some(
    ({ from, until }) =>
      commonPorts(connection(world, { kind: "external", from, until }, dst), portRange(protocol, number, number)) !==
      NO_PORTS,
  );
}
