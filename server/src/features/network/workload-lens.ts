import type { Localized } from "../../base/localized.ts";
import type { Peer } from "../../engines/network/parties.ts";
import type { World } from "../../engines/network/world.ts";
import { entranceOf, sideOf } from "./neighbourhood.ts";

/** Who can call a workload, in a few words. */
export function reachTitle(world: World, peer: Peer): Localized {
  const others = world.parties.peers.length - 1;
  const [ingress, entrance] = [sideOf(world, peer, "ingress"), entranceOf(world, peer)];
  const count = ingress.workloads.length;
  const isOutside = ingress.outside.length > 0;
  const comesIn = entrance !== undefined && entrance.ports.key !== "";
  if (ingress.isUnlimited && others > 0) {
    const { en, vi } = workloads(others);
    return { en: `open by default: ${en} and the outside`, vi: `mặc định mở: ${vi} và bên ngoài gọi được` };
  }
  if (ingress.isUnlimited) return { en: "open by default", vi: "mặc định mở" };
  const more = [
    ...(comesIn ? [{ en: "Ingress", vi: "Ingress" }] : []),
    ...(isOutside ? [{ en: "the outside", vi: "bên ngoài" }] : []),
  ];
  if (count === 0 && more.length === 0) {
    // What rules mean may be in manifests of somebody else.
    return ingress.state === "closed"
      ? { en: "reachable from nobody", vi: "không ai gọi được" }
      : { en: "reachable from nobody here", vi: "ở đây không ai gọi được" };
  }
  const named = [...(count > 0 ? [workloads(count)] : []), ...more];
  const [en, vi] = [named.map((each) => each.en).join(" and "), named.map((each) => each.vi).join(" và ")];
  return count > 0
    ? { en: `reachable from ${en}`, vi: `${vi} gọi được` }
    : { en: `reachable from ${en} alone`, vi: `chỉ ${vi} gọi được` };
}

const workloads = (count: number): Localized => ({
  en: count === 1 ? "1 workload" : `${count} workloads`,
  vi: `${count} workload`,
});
