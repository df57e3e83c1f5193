import type { YAlias, YNode } from "./node.ts";

/** The alias at which kubectl's decoder gives up because aliases expand to too much; undefined if it does not. */
export function excessiveAlias(root: YNode | null): YAlias | undefined {
  const budget = new AliasBudget();
  if (root !== null) budget.visit(root, 0);
  return budget.exceeded;
}

/** Deeper than any real document, and than the stack of those who follow aliases should have to bear. */
const MAX_DEPTH = 4000;

/** Counts as goyaml.v2 decode.go `unmarshal` does: every node once, and again for each alias to it. */
class AliasBudget {
  #decoded = 0;
  #aliased = 0;
  /** The outermost alias now being followed. */
  #outermost: YAlias | undefined;
  exceeded: YAlias | undefined;

  visit(node: YNode, depth: number): void {
    this.#count(depth);
    if (this.exceeded !== undefined) return;
    if (node.type === "alias") {
      if (node.target === undefined) return;
      const outermost = this.#outermost;
      this.#outermost = outermost ?? node;
      this.visit(node.target, depth + 1);
      this.#outermost = outermost;
    } else if (node.type === "map") {
      for (const pair of node.entries) {
        this.#count(depth);
        if (pair.value === null) this.#count(depth);
        else this.visit(pair.value, depth + 1);
        if (this.exceeded !== undefined) return;
      }
    } else if (node.type === "seq") {
      for (const item of node.items) {
        if (item.value === null) this.#count(depth);
        else this.visit(item.value, depth + 1);
        if (this.exceeded !== undefined) return;
      }
    }
  }

  #count(depth: number): void {
    this.#decoded++;
    if (this.#outermost === undefined) return;
    this.#aliased++;
    const tooMany =
      this.#aliased > 100 && this.#decoded > 1000 && this.#aliased / this.#decoded > allowedRatio(this.#decoded);
    if (tooMany || depth > MAX_DEPTH) this.exceeded ??= this.#outermost;
  }
}

/** goyaml.v2 decode.go `allowedAliasRatio`. */
function allowedRatio(decoded: number): number {
  const low = 400_000;
  const high = 4_000_000;
  if (decoded <= low) return 0.99;
  if (decoded >= high) return 0.1;
  return 0.99 - 0.89 * ((decoded - low) / (high - low));
}
