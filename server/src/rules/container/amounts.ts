import { at, entriesOf, type YMap, type YPair, type YScalar } from "../../yaml/node.ts";
import { scalarAt } from "../given.ts";
import { parseQuantity, type Quantity } from "./quantity.ts";

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
