import { Memo } from "../../base/memo.ts";
import type { World } from "../../engines/network/world.ts";
import type { NetworkObject } from "../../workspace/network-objects.ts";
import { isAllowed } from "./allow.ts";
import { type Intent, intentsOf } from "./intents.ts";

/** The network at one moment, as far as wishes go. */
interface Moment {
  readonly world: World;
  readonly objects: ReadonlyMap<string, NetworkObject>;
}

const wanted = new Memo<World, readonly Intent[]>();
const denied = new Memo<World, readonly Intent[]>();

/** Every connection that the manifests mean to be there. */
export const wantedIn = ({ world, objects }: Moment): readonly Intent[] =>
  wanted.of(world, () => intentsOf(world, objects));

/** Those that policies do not allow. */
export const deniedIn = (moment: Moment): readonly Intent[] =>
  denied.of(moment.world, () => wantedIn(moment).filter((intent) => !isAllowed(moment.world, intent)));

/** Whether an object is an end of a wanted connection, leads there, or is what says that it is wanted. */
export function concerns({ src, dst, reason }: Intent, object: NetworkObject): boolean {
  const isEnd = [src, dst].some(
    (end) => end.kind === "workload" && end.peer.pods.some(({ origin }) => origin === object.origin),
  );
  if (isEnd || reason.origin === object.origin) return true;
  const isService = object.kind === "Service" && reason.name === object.name;
  return isService && dst.kind === "workload" && dst.peer.namespace === object.namespace;
}
