import type { Localized } from "../../base/localized.ts";
import type { Verdict } from "../../engines/network/explain.ts";
import type { Refusal } from "../../engines/network/gateways.ts";
import type {
  AdminPolicy,
  ContainerPort,
  Direction,
  Entrance,
  GatewayRoute,
  NetworkPolicy,
  Service,
  ServicePort,
} from "../../engines/network/input.ts";
import type { Peer } from "../../engines/network/parties.ts";
import type { PortSet } from "../../engines/network/ports.ts";
import type { Endpoint, Resolution } from "../../engines/network/services.ts";
import type { PodShape } from "../../workspace/pod-shape.ts";
import { nearMissInWords, portsInWords } from "../network/words.ts";
import type { Mark, Row, Standing } from "./model.ts";
import { inWords } from "./policy-crowd.ts";

/** `:8080`, `:53/UDP`: TCP goes without saying. */
export const portText = (protocol: string, number: number): string =>
  protocol === "TCP" ? `:${number}` : `:${number}/${protocol}`;

export function workloadTitle({ kind, namespace, name, pods }: Peer, shape: PodShape | undefined): Localized {
  const ports = pods.flatMap((each) => each.ports.map(({ protocol, number }) => portText(protocol, number)));
  const images = (shape?.containers ?? []).map(({ image }) => image).filter(Boolean);
  const list = [...new Set(ports)].join(" ");
  const tail = images.length > 0 ? `\n${images.join("\n")}` : "";
  return {
    en: `${kind} ${name}, namespace ${namespace}${list && `, ports ${list}`}${tail}`,
    vi: `${kind} ${name}, namespace ${namespace}${list && `, cổng ${list}`}${tail}`,
  };
}

export function portTitle({ name, protocol, number, container }: ContainerPort, state: Row["state"]): Localized {
  const named = name === undefined ? "" : ` (${name})`;
  const en = `Port ${number}/${protocol}${named} of container ${container}`;
  const vi = `Cổng ${number}/${protocol}${named} của container ${container}`;
  if (state !== "conflict") return { en, vi };
  return {
    en: `${en}. Another container of the Pod declares it too: they share one network, and the second to start cannot bind it`,
    vi: `${vi}. Một container khác của Pod cũng khai báo cổng này: chúng chung một mạng, container khởi động sau sẽ không bind được`,
  };
}

export function markInWords(
  direction: Direction,
  state: Exclude<Mark["state"], Standing>,
  policies: readonly string[],
): { readonly text: Localized; readonly title: Localized } {
  const way = direction === "ingress" ? { en: "in", vi: "vào" } : { en: "out", vi: "ra" };
  const names = policies.join(", ");
  switch (state) {
    case "open":
      return {
        text: { en: `${way.en}: open`, vi: `${way.vi}: mở` },
        title: {
          en: `Open by default: no policy restricts ${direction} of these Pods`,
          vi: `Mặc định mở: không policy nào giới hạn ${direction} của các Pod này`,
        },
      };
    case "node":
      return {
        text: { en: `${way.en}: node`, vi: `${way.vi}: node` },
        title: {
          en: "In the network of the node: most CNI plugins do not apply policies to these Pods",
          vi: "Nằm trong mạng của node: phần lớn plugin CNI không áp dụng policy cho các Pod này",
        },
      };
    case "closed":
      return {
        text: { en: `${way.en}: nothing`, vi: `${way.vi}: chặn hết` },
        title: { en: `${names}: nothing is allowed (${direction})`, vi: `${names}: không cho phép gì (${direction})` },
      };
    case "isolated": {
      const count = policies.length;
      return {
        text: {
          en: `${way.en}: ${count} ${count === 1 ? "policy" : "policies"}`,
          vi: `${way.vi}: ${count} policy`,
        },
        title: {
          en: `Only what these policies allow (${direction}): ${names}`,
          vi: `Chỉ những gì các policy này cho phép (${direction}): ${names}`,
        },
      };
    }
  }
}

/** Where policies of the whole cluster are all that select the Pods. */
export function adminMark(
  direction: Direction,
  names: readonly string[],
): { readonly text: Localized; readonly title: Localized } {
  const way = direction === "ingress" ? { en: "in", vi: "vào" } : { en: "out", vi: "ra" };
  const list = names.join(", ");
  return {
    text: { en: `${way.en}: cluster policy`, vi: `${way.vi}: policy cấp cluster` },
    title: {
      en: `No NetworkPolicy restricts ${direction} of these Pods; policies of the whole cluster do: ${list}`,
      vi: `Không NetworkPolicy nào giới hạn ${direction} của các Pod này; các policy cấp cluster giới hạn: ${list}`,
    },
  };
}

export function serviceTitle(service: Service, { ports, kind }: Resolution): Localized {
  const { namespace, name, type, headless } = service;
  const workloads = new Set(ports.flatMap(({ endpoints }) => endpoints.flatMap(({ peer }) => peer?.name ?? [])));
  const to = [...workloads].join(", ");
  const leads = to ? { en: `; leads to ${to}`, vi: `; dẫn tới ${to}` } : { en: "", vi: "" };
  const what = headless ? "headless" : type;
  const note = kind === "external-name" ? ` → ${service.externalName}` : "";
  return {
    en: `Service ${name} (${what}), namespace ${namespace}${note}${leads.en}`,
    vi: `Service ${name} (${what}), namespace ${namespace}${note}${leads.vi}`,
  };
}

export function selectsTitle(service: Service, port: ServicePort, { peer, address, number }: Endpoint): Localized {
  const to = `${peer?.name ?? address}:${number}`;
  return {
    en: `${service.name}:${port.port} selects ${to}`,
    vi: `${service.name}:${port.port} chọn ${to}`,
  };
}

export const entranceTitle = ({ kind, namespace, name, backends }: Entrance | GatewayRoute): Localized => ({
  en: `${kind} ${name}, namespace ${namespace}, ${backends.length} ${backends.length === 1 ? "backend" : "backends"}`,
  vi: `${kind} ${name}, namespace ${namespace}, ${backends.length} backend`,
});

export function refusalInWords(reason: Refusal, route: string, gateway: string): Localized {
  switch (reason) {
    case "NoMatchingParent":
      return {
        en: `${gateway} has no listener with the name or port that ${route} asks for`,
        vi: `${gateway} không có listener nào mang tên hoặc cổng mà ${route} yêu cầu`,
      };
    case "NotAllowedByListeners":
      return {
        en: `No listener of ${gateway} takes ${route}: its kind or namespace is not allowed`,
        vi: `Không listener nào của ${gateway} nhận ${route}: kind hoặc namespace của nó không được phép`,
      };
    case "NoMatchingListenerHostname":
      return {
        en: `No listener of ${gateway} has a host that ${route} names`,
        vi: `Không listener nào của ${gateway} có host mà ${route} ghi`,
      };
  }
}

export function allowedTitle(src: string, dst: string, ports: PortSet, policies: readonly string[]): Localized {
  const { en, vi } = portsInWords(ports);
  const names = policies.map((id) => id.replace(/^policy:/, "")).join(", ");
  return {
    en: `${src} may reach ${dst}: ${en} (${names})`,
    vi: `${src} được kết nối tới ${dst}: ${vi} (${names})`,
  };
}

/** One end means to, the other end does not let it. */
export function deniedTitle(src: Peer, dst: Peer, { egress, ingress }: Verdict): Localized {
  const side = ingress.nearMisses.length > 0 ? ingress : egress;
  const [miss] = side.nearMisses;
  const end = side === ingress ? dst.name : src.name;
  const why = miss && nearMissInWords(miss);
  return {
    en: `${src.name} cannot reach ${dst.name}, although a policy means it to: ${end} does not allow it (${side.direction})${why ? `. ${why.en}` : ""}`,
    vi: `${src.name} không kết nối được tới ${dst.name} dù có policy muốn vậy: ${end} không cho phép (${side.direction})${why ? `. ${why.vi}` : ""}`,
  };
}

export function crowdTitle(
  direction: Direction,
  subject: string,
  crowd: string,
  ports: PortSet,
  policy: string,
): Localized {
  const { en, vi } = portsInWords(ports);
  const [src, dst] = direction === "ingress" ? [crowd, subject] : [subject, crowd];
  return {
    en: `${policy} lets ${src} reach ${dst}: ${en}`,
    vi: `${policy} cho ${src} kết nối tới ${dst}: ${vi}`,
  };
}

export function forbiddenTitle(src: string, dst: string, ports: PortSet, policy: string): Localized {
  const { en, vi } = portsInWords(ports);
  return {
    en: `${policy} denies ${src} to ${dst}: ${en}. No NetworkPolicy can allow it again`,
    vi: `${policy} chặn ${src} tới ${dst}: ${vi}. Không NetworkPolicy nào mở lại được`,
  };
}

export function adminTitle({ kind, name, tier, priority, ingress, egress }: AdminPolicy, count: number): Localized {
  const rules = [...ingress.map(({ action }) => `${action} in`), ...egress.map(({ action }) => `${action} out`)];
  const list = [...new Set(rules)].join(", ") || "–";
  const place =
    tier === "admin"
      ? {
          en: `asked before NetworkPolicies, priority ${priority}`,
          vi: `xét trước NetworkPolicy, độ ưu tiên ${priority}`,
        }
      : { en: "asked where no NetworkPolicy selects the Pod", vi: "xét khi không NetworkPolicy nào chọn Pod" };
  return {
    en: `${kind} ${name}: ${place.en}; ${list}; ${count} ${count === 1 ? "workload" : "workloads"}`,
    vi: `${kind} ${name}: ${place.vi}; ${list}; ${count} workload`,
  };
}

export function policyTitle({ name, namespace, subject, ingress, egress }: NetworkPolicy, count: number): Localized {
  const selector = inWords(subject);
  const ways = [ingress && "ingress", egress && "egress"].filter(Boolean).join(" + ");
  return {
    en: `NetworkPolicy ${name} (${ways || "no direction"}): ${selector ? `Pods with ${selector}` : `all Pods of ${namespace}`}, ${count} ${count === 1 ? "workload" : "workloads"}`,
    vi: `NetworkPolicy ${name} (${ways || "không chiều nào"}): ${selector ? `Pod mang ${selector}` : `mọi Pod của ${namespace}`}, ${count} workload`,
  };
}
