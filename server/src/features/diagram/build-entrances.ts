import { entranceEdges } from "../../engines/network/entrances.ts";
import { admission } from "../../engines/network/gateways.ts";
import type { Backend, Entrance, GatewayRoute } from "../../engines/network/input.ts";
import { pathKey } from "../../workspace/network-objects.ts";
import type { Drawn } from "./build-model.ts";
import { endpointPort, outside, type Services } from "./build-services.ts";
import { serviceId, serviceRowId } from "./ids.ts";
import type { Port } from "./model.ts";
import type { Sheet } from "./sheet.ts";
import { entranceTitle, refusalInWords } from "./words.ts";

/** Ingresses, Routes and Gateways with their routes: from outside to the ports of Services. */
export function addEntrances(sheet: Sheet, drawn: Drawn, services: Services): void {
  for (const entrance of drawn.world.input.entrances) {
    const id = addBox(sheet, drawn, entrance, "ingress");
    enter(sheet, { box: id, row: undefined });
    for (const backend of entrance.backends) {
      const row = addWay(sheet, drawn, entrance, backend, id);
      addBackend(sheet, services, entrance, backend, { box: id, row });
    }
  }
  addGateways(sheet, drawn);
  for (const route of drawn.world.input.routes) addRoute(sheet, drawn, services, route);
  addRefused(sheet, drawn);
}

const entranceId = ({ kind, namespace, name }: Entrance | GatewayRoute): string =>
  `${kind.toLowerCase()}:${namespace}/${name}`;

const gatewayId = ({ namespace, name }: { readonly namespace: string; readonly name: string }): string =>
  `gateway:${namespace}/${name}`;

function addBox(sheet: Sheet, { objects }: Drawn, from: Entrance | GatewayRoute, kind: "ingress" | "route"): string {
  return sheet.box({
    id: entranceId(from),
    kind,
    namespace: from.namespace,
    name: from.name,
    caption: from.kind,
    labels: objects.get(from.origin)?.labels ?? {},
    title: entranceTitle(from),
    at: { origin: from.origin, path: ["metadata", "name"] },
  });
}

function enter(sheet: Sheet, to: Port): void {
  const title = { en: "Open to the outside", vi: "Mở ra bên ngoài" };
  sheet.link({ from: { box: outside(sheet), row: undefined }, to, kind: "enters", title, at: undefined });
}

function addWay(
  sheet: Sheet,
  { objects }: Drawn,
  { origin }: Entrance | GatewayRoute,
  { path, service, port }: Backend,
  box: string,
): string {
  const written = objects.get(origin)?.ways.get(pathKey(path));
  const way = written || (path.includes("defaultBackend") ? "*" : "/");
  return sheet.row(box, {
    id: `${box}#${pathKey(path)}`,
    text: way,
    detail: "",
    title: { en: `${way} goes to ${service}:${port ?? "*"}`, vi: `${way} đi tới ${service}:${port ?? "*"}` },
    at: { origin, path },
    state: "plain",
  });
}

/** To the port of the Service, or to the place where the Service should be. */
function addBackend(
  sheet: Sheet,
  services: Services,
  from: Entrance | GatewayRoute,
  backend: Backend,
  way: Port,
): void {
  const { namespace, service: name, port, path } = backend;
  const id = serviceId({ namespace, name });
  const at = { origin: from.origin, path };
  const resolution = services.get(id);
  if (!resolution) {
    const title = { en: `No Service ${name} in ${namespace}`, vi: `Không có Service ${name} trong ${namespace}` };
    const box = sheet.box({ id: `missing:${id}`, kind: "missing", namespace, name, caption: "Service", title, at });
    return sheet.link({ from: way, to: { box, row: undefined }, kind: "dangling", title, at });
  }
  const { service } = resolution;
  const meant = service.ports.flatMap((each, index) =>
    port === undefined || each.name === port || each.port === port || (from.kind !== "Ingress" && each.target === port)
      ? [index]
      : [],
  );
  for (const index of meant) {
    const shown = service.ports[index]?.port;
    const title = { en: `${from.name} sends to ${name}:${shown}`, vi: `${from.name} gửi tới ${name}:${shown}` };
    sheet.link({ from: way, to: { box: id, row: serviceRowId(service, index) }, kind: "routes", title, at });
  }
  if (meant.length > 0) return;
  sheet.link({
    from: way,
    to: { box: id, row: undefined },
    kind: "dangling",
    label: `:${port}?`,
    title: { en: `Service ${name} has no port ${port}`, vi: `Service ${name} không có cổng ${port}` },
    at,
  });
}

function addGateways(sheet: Sheet, { world, objects }: Drawn): void {
  for (const gateway of world.input.gateways) {
    const id = sheet.box({
      id: gatewayId(gateway),
      kind: "gateway",
      namespace: gateway.namespace,
      name: gateway.name,
      caption: "Gateway",
      labels: objects.get(gateway.origin)?.labels ?? {},
      title: {
        en: `Gateway ${gateway.namespace}/${gateway.name}: ${gateway.listeners.length} listeners`,
        vi: `Gateway ${gateway.namespace}/${gateway.name}: ${gateway.listeners.length} listener`,
      },
      at: { origin: gateway.origin, path: ["metadata", "name"] },
    });
    for (const [index, { name, port, protocol, hostname }] of gateway.listeners.entries()) {
      const row = sheet.row(id, {
        id: `${id}#${name}`,
        text: `:${port} ${protocol}`,
        detail: hostname ?? name,
        title: {
          en: `Listener ${name}, ${protocol} ${port}, host ${hostname ?? "*"}`,
          vi: `Listener ${name}, ${protocol} ${port}, host ${hostname ?? "*"}`,
        },
        at: { origin: gateway.origin, path: ["spec", "listeners", index] },
        state: "plain",
      });
      enter(sheet, { box: id, row });
    }
  }
}

function addRoute(sheet: Sheet, drawn: Drawn, services: Services, route: GatewayRoute): void {
  const id = addBox(sheet, drawn, route, "route");
  const { parents, ungranted } = admission(drawn.world.input, route);
  for (const [index, parent] of parents.entries()) {
    const at = { origin: route.origin, path: ["spec", "parentRefs", index] };
    const ref = route.parents[index];
    if (parent.kind === "attached") {
      for (const { name } of parent.listeners) {
        const from = { box: gatewayId(parent.gateway), row: `${gatewayId(parent.gateway)}#${name}` };
        const title = {
          en: `${route.name} is attached to listener ${name}`,
          vi: `${route.name} gắn vào listener ${name}`,
        };
        sheet.link({ from, to: { box: id, row: undefined }, kind: "routes", title, at });
      }
    } else if (parent.kind === "refused") {
      const title = refusalInWords(parent.reason, route.name, parent.gateway.name);
      const from = { box: gatewayId(parent.gateway), row: undefined };
      sheet.link({ from, to: { box: id, row: undefined }, kind: "denied", title, at });
    } else if (parent.kind === "unseen" && ref) {
      const title = {
        en: `${ref.kind} ${ref.name} is in no manifest here`,
        vi: `${ref.kind} ${ref.name} không có trong manifest nào ở đây`,
      };
      const name = `${ref.namespace}/${ref.name}`;
      const box = sheet.box({
        id: `outside:gateway ${name}`,
        kind: "outside",
        namespace: undefined,
        name: ref.name,
        caption: ref.kind,
        side: "source",
        title,
        at,
      });
      sheet.link({ from: { box, row: undefined }, to: { box: id, row: undefined }, kind: "enters", title, at });
    }
  }
  for (const backend of route.backends) {
    const row = addWay(sheet, drawn, route, backend, id);
    if (!ungranted.includes(backend)) addBackend(sheet, services, route, backend, { box: id, row });
    else {
      sheet.link({
        from: { box: id, row },
        to: { box: serviceId({ namespace: backend.namespace, name: backend.service }), row: undefined },
        kind: "denied",
        title: {
          en: `${backend.service} is in ${backend.namespace}, which has no ReferenceGrant for ${route.kind}s of ${route.namespace}`,
          vi: `${backend.service} nằm ở ${backend.namespace}, nơi không có ReferenceGrant cho ${route.kind} của ${route.namespace}`,
        },
        at: { origin: route.origin, path: backend.path },
      });
    }
  }
}

/** Ways that lead to a Pod whose policies do not let the controller in. */
function addRefused(sheet: Sheet, { world }: Drawn): void {
  for (const { dst, ways } of entranceEdges(world)) {
    for (const { from, backend, endpoint, isAllowed } of ways) {
      if (isAllowed) continue;
      const box = entranceId(from);
      sheet.link({
        from: { box, row: `${box}#${pathKey(backend.path)}` },
        to: endpointPort(sheet, endpoint),
        kind: "denied",
        title: {
          en: `The policies of ${dst.name} do not let the controller of ${from.name} in on ${endpoint.number}`,
          vi: `Policy của ${dst.name} không cho controller của ${from.name} vào cổng ${endpoint.number}`,
        },
        at: { origin: from.origin, path: backend.path },
      });
    }
  }
}
