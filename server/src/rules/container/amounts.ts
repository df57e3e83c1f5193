import { at, entriesOf, type YMap, type YPair, type YScalar } from "../../yaml/node.ts";
import { scalarAt } from "../given.ts";
import { parseQuantity, type Quantity } from "../quantity.ts";

export interface Amount {
  readonly of: "requests" | "limits";
  /** `cpu`, `memory`, `nvidia.com/gpu`. */
  readonly resource: string;
  readonly pair: YPair;
  readonly node: YScalar;
  readonly quantity: Quantity;
}

/** The requests and limits of a container whose quantities can be read. */
export const amountsOf = (container: YMap): readonly Amount[] =>
  (["requests", "limits"] as const).flatMap((of) =>
    entriesOf(at(container, "resources", of)).flatMap((pair) => {
      const node = scalarAt(pair.value);
      const quantity = node && parseQuantity(node.text);
      return node && quantity ? [{ of, resource: pair.key.text, pair, node, quantity }] : [];
    }),
  );

/** 256 KiB: what runs with less is no program. */
const LEAST_BYTES = 262_144;
/** The largest nodes that clouds rent out have a few more, and nobody gives one of them to a single container. */
export const MOST_CPUS = 200;

/** An amount that nobody can mean: bytes in thousandths, hundreds of CPUs. */
export function isOdd({ resource, quantity: { amount, suffix } }: Amount): boolean {
  if (amount <= 0) return false;
  if (resource === "cpu") return amount < 0.001 || amount >= MOST_CPUS;
  return (resource === "memory" || resource === "ephemeral-storage") && (suffix === "m" || amount < LEAST_BYTES);
}
