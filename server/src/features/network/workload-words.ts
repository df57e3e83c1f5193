import type { Localized } from "../../base/localized.ts";
import type { Direction } from "../../engines/network/input.ts";
import type { Peer } from "../../engines/network/parties.ts";
import { NO_PORTS } from "../../engines/network/ports.ts";
import type { Callee, Caller, Intent } from "./intents.ts";
import type { Neighbourhood, Side } from "./neighbourhood.ts";
import { portsInWords } from "./words.ts";

/** `web`, and `shop/web` seen from another namespace. */
export const shortName = ({ namespace, name }: Pick<Peer, "namespace" | "name">, home: string): string =>
  namespace === home ? name : `${namespace}/${name}`;

/** The answer in one sentence. */
export function verdictInWords({ ingress, egress, others }: Neighbourhood): Localized {
  const [into, outOf] = [callers(ingress, others), callees(egress, others)];
  return { en: `${into.en}; ${outOf.en}.`, vi: `${into.vi}; ${outOf.vi}.` };
}

function callers({ workloads, outside }: Side, others: number): Localized {
  const count = workloads.length;
  const isOpen = outside.length > 0;
  if (count === 0) {
    return isOpen
      ? {
          en: "No workload can call it, but the outside can",
          vi: "Không workload nào gọi được, nhưng bên ngoài thì được",
        }
      : { en: "Nobody here can call it", vi: "Ở đây không ai gọi được" };
  }
  const who =
    count === others
      ? { en: `Every workload (${count}) can call it`, vi: `Mọi workload (${count}) đều gọi được` }
      : { en: `${count} of ${others} workloads can call it`, vi: `${count}/${others} workload gọi được` };
  return isOpen ? { en: `${who.en}, and so can the outside`, vi: `${who.vi}, bên ngoài cũng vậy` } : who;
}

function callees({ workloads, outside }: Side, others: number): Localized {
  const count = workloads.length;
  const isOpen = outside.length > 0;
  if (count === 0) {
    return isOpen
      ? { en: "it can call the outside, but no workload", vi: "nó gọi được ra bên ngoài, nhưng không workload nào" }
      : { en: "it can call nobody here", vi: "nó không gọi được ai ở đây" };
  }
  const whom =
    count === others
      ? { en: `it can call every workload (${count})`, vi: `nó gọi được mọi workload (${count})` }
      : { en: `it can call ${count} of ${others}`, vi: `nó gọi được ${count}/${others}` };
  return isOpen ? { en: `${whom.en} and the outside`, vi: `${whom.vi} và bên ngoài` } : whom;
}

const WAYS: Readonly<Record<Direction, Localized>> = {
  ingress: { en: "In (ingress)", vi: "Chiều vào (ingress)" },
  egress: { en: "Out (egress)", vi: "Chiều ra (egress)" },
};

/** Why that is so: which policies hold. */
export function standingInWords({ direction, state, policies, admin }: Side, home: string): Localized {
  const way = WAYS[direction];
  const names = listed(
    [...policies, ...admin].map((each) => `\`${"namespace" in each ? shortName(each, home) : each.name}\``),
  );
  switch (state) {
    case "open":
      return admin.length > 0
        ? {
            en: `${way.en}: open by default, apart from what ${names} say`,
            vi: `${way.vi}: mặc định mở, trừ những gì ${names} quy định`,
          }
        : {
            en: `${way.en}: open by default, no policy restricts it`,
            vi: `${way.vi}: mặc định mở, không policy nào giới hạn`,
          };
    case "closed":
      return { en: `${way.en}: nothing is allowed (${names})`, vi: `${way.vi}: không cho phép gì (${names})` };
    case "node":
      return {
        en: `${way.en}: in its node's network, where most CNI plugins apply no policies`,
        vi: `${way.vi}: nằm trong mạng của node, nơi phần lớn plugin CNI không áp dụng policy`,
      };
    case "isolated":
      return { en: `${way.en}: only what is allowed by ${names}`, vi: `${way.vi}: chỉ những gì ${names} cho phép` };
  }
}

const MOST_NAMES = 4;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return [...names.slice(0, MOST_NAMES), ...(more > 0 ? [`… +${more}`] : [])].join(", ");
}

/** The way in that needs no caller in the manifests. */
export function entranceInWords({ entrance }: Neighbourhood): readonly Localized[] {
  if (!entrance) return [];
  const names = listed([...new Set(entrance.ways.map(({ from }) => `${from.kind} \`${from.name}\``))]);
  if (entrance.ports === NO_PORTS) {
    return [
      {
        en: `${names} sends to it, but policies do not let the controller in`,
        vi: `${names} gửi tới nó, nhưng policy không cho controller vào`,
      },
    ];
  }
  const { en, vi } = portsInWords(entrance.ports);
  return [{ en: `${names} sends to it: ${en}`, vi: `${names} gửi tới nó: ${vi}` }];
}

export function endInWords(end: Caller | Callee, home: string): Localized {
  switch (end.kind) {
    case "workload": {
      const name = shortName(end.peer, home);
      return { en: name, vi: name };
    }
    case "controller":
      return { en: "the Ingress or Gateway controller", vi: "controller của Ingress hoặc Gateway" };
    case "outside":
      return "host" in end ? { en: end.host, vi: end.host } : { en: "the outside", vi: "bên ngoài" };
  }
}

/** `TCP 5432`, as everywhere. */
export const portOf = ({ protocol, number }: Pick<Intent, "protocol" | "number">): string => `${protocol} ${number}`;

/** Why we think that a connection is wanted. */
export function reasonInWords({ reason }: Intent): Localized {
  const { kind, name } = reason;
  switch (kind) {
    case "dials":
      return { en: `the caller's settings name ${name}`, vi: `cấu hình của bên gọi ghi ${name}` };
    case "enters":
      return { en: `${name} sends there`, vi: `${name} gửi tới đó` };
    case "published":
      return { en: `Service ${name} is open to the outside`, vi: `Service ${name} mở ra bên ngoài` };
    case "policy":
      return { en: `policy ${name} means it`, vi: `policy ${name} muốn vậy` };
  }
}

/** A connection that is wanted and that policies do not allow. */
export function unmetInWords(intent: Intent, home: string): Localized {
  const [src, dst, why] = [endInWords(intent.src, home), endInWords(intent.dst, home), reasonInWords(intent)];
  const port = portOf(intent);
  return {
    en: `✗ ${src.en} → ${dst.en}, ${port}: ${why.en}, but policies do not allow it`,
    vi: `✗ ${src.vi} → ${dst.vi}, ${port}: ${why.vi}, nhưng policy không cho phép`,
  };
}
