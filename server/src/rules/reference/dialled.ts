import { isMap } from "../../base/json.ts";
import type { Span } from "../../base/span.ts";
import type { ResourceFacts } from "../../model/facts.ts";
import { plainOf } from "../../model/plain.ts";
import { POD_MAKERS } from "../../model/pod-templates.ts";
import type { Resource } from "../../model/resource.ts";
import { dialsOf } from "../../workspace/network-dials.ts";
import type { Target } from "../../workspace/view.ts";
import { at } from "../../yaml/node.ts";

/** An address in a setting that may be that of a Service. */
export interface Dialled {
  readonly service: Target;
  /** As written. */
  readonly host: string;
  readonly port: number | undefined;
  /** Where the host stands. */
  readonly hostSpan: Span;
  /** Where the port stands, if it is written beside the host. */
  readonly portSpan: Span | undefined;
}

export const DIALLERS: readonly string[] = ["ConfigMap", ...POD_MAKERS.keys()].filter((kind) => kind !== "PodTemplate");

export function dialledIn(resource: Resource, { gvk }: ResourceFacts): readonly Dialled[] {
  const json = plainOf(resource.root);
  const dials = isMap(json) ? (dialsOf(gvk.group, gvk.kind, json)?.dials ?? []) : [];
  return dials.flatMap(({ host, port, path }): readonly Dialled[] => {
    const node = at(resource.root, ...path);
    const name = serviceName(host);
    if (!node || !name) return [];
    const { text } = resource.doc;
    const start = text.indexOf(host, node.start);
    if (start < 0 || start + host.length > node.end) return [];
    const hostSpan = { start, end: start + host.length };
    const beside = `${host}:${port}`;
    const found = port === undefined ? -1 : text.indexOf(beside, node.start);
    const portSpan =
      found < 0 || found + beside.length > node.end
        ? undefined
        : { start: found + host.length + 1, end: found + beside.length };
    const service = { group: "", kind: "Service", name: name.service, namespace: name.namespace };
    return [{ service, host, port, hostSpan, portSpan }];
  });
}

/** `web`, `web.shop`, `web.shop.svc.cluster.local`; a name of more parts is one of the internet. */
function serviceName(host: string): { readonly service: string; readonly namespace: string | undefined } | undefined {
  const [service = "", namespace, svc, ...more] = host.split(".");
  if (service === "" || service === "localhost") return undefined;
  if (namespace === undefined) return { service, namespace };
  if (svc === "svc") return { service, namespace };
  return svc === undefined && more.length === 0 ? { service, namespace } : undefined;
}
