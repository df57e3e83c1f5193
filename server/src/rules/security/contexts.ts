import type { YMap } from "../../yaml/node.ts";
import { mapAt } from "../given.ts";
import type { Pod } from "../pod/pods.ts";

/** The security contexts of a Pod, its own first. */
export const contextsOf = ({ spec, containers }: Pod): readonly YMap[] =>
  [spec, ...containers.map(({ map }) => map)].flatMap((holder) => mapAt(holder, "securityContext") ?? []);
