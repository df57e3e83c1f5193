import type { Localized } from "../../base/localized.ts";
import type { Peer } from "../../engines/network/parties.ts";
import type { World } from "../../engines/network/world.ts";
import { neighbourhoodOf } from "./neighbourhood.ts";

/** Who can call a workload, in a few words. */
export function reachTitle(world: World, peer: Peer): Localized {
  const { others, ingress, entrance } = neighbourhoodOf(world, peer);
  const count = ingress.workloads.length;
  const isOutside = ingress.outside.length > 0;
  const comesIn = entrance !== undefined && entrance.ports.key !== "";
  if (ingress.isUnlimited) {
    return {
      en: `open by default: everybody can call it (${others})`,
      vi: `mặc định mở: ai cũng gọi được (${others})`,
    };
  }
  const more = [
    ...(comesIn ? [{ en: "Ingress", vi: "Ingress" }] : []),
    ...(isOutside ? [{ en: "the outside", vi: "bên ngoài" }] : []),
  ];
  if (count === 0 && more.length === 0) return { en: "reachable from nobody", vi: "không ai gọi được" };
  const en = [
    count === 0 ? "no workload" : count === 1 ? "1 workload" : `${count} workloads`,
    ...more.map((each) => each.en),
  ];
  const vi = [count === 0 ? "không workload nào" : `${count} workload`, ...more.map((each) => each.vi)];
  return {
    en: count === 0 ? `reachable from ${en.slice(1).join(" and ")} alone` : `reachable from ${en.join(" and ")}`,
    vi: count === 0 ? `chỉ ${vi.slice(1).join(" và ")} gọi được` : `${vi.join(" và ")} gọi được`,
  };
}
