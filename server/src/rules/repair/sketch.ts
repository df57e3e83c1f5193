import type { Edit } from "../../base/span.ts";
import type { Shift } from "./window.ts";

/**
 * What a repair does, in the words of the rule that speaks of it.
 * - "own": what the rule of the fault itself proposes.
 * - "shift": lines stand in the wrong column.
 * - "move": a field stands in another object than its own.
 * - "add-dash", "remove-dash": a list item began, or did not.
 * - "separate": another object begins.
 * - "wrap": the key that holds these lines was left out.
 * - "unwrap": a key is written twice, once inside the other.
 * - "colon": another sign stands where a colon belongs.
 * - "blank": other blanks than spaces indent a line.
 * - "comment": `//` begins a comment.
 * - "stray": a line of signs that mean nothing there.
 * - "quote": a value lacks its quotes, or one of them.
 * - "split": two lines run together.
 * - "swap": a key stands below what it holds.
 * - "text-lines": lines of a block scalar are not deep enough.
 * - "text-header": the `|` of a block scalar was left out.
 */
export type RepairKind =
  | "own"
  | "shift"
  | "move"
  | "add-dash"
  | "remove-dash"
  | "separate"
  | "wrap"
  | "unwrap"
  | "colon"
  | "blank"
  | "comment"
  | "stray"
  | "quote"
  | "split"
  | "swap"
  | "text-lines"
  | "text-header";

/** A repair that might be meant. */
export interface Sketch {
  readonly kind: RepairKind;
  /** Number of the line that is at fault. */
  readonly line: number;
  readonly shifts: readonly Shift[];
  /** Edits besides the shifts; neither touch the indentation of a shifted line. */
  readonly edits: readonly Edit[];
  /** How unlikely this is before anybody has looked at the outcome. */
  readonly price: number;
  /** Keys and items that go, and are not lost either. */
  readonly drops?: number;
  /** What looked like keys becomes text, and is not lost. */
  readonly swallows?: boolean;
  /** The key that is put in. */
  readonly key?: string;
}
