import type { Span } from "../base/span.ts";

/**
 * What is wrong with the YAML text itself. The reader recovers after each, so the tree beside the problems is as
 * complete as the text allows. Codes are stable: rules turn them into words and fixes.
 */
export type ProblemCode =
  | "tab-indentation" // a tab where only spaces may indent
  | "missing-colon" // `name web` or `name` alone where a key was expected
  | "missing-space-after-colon" // `name:web` where a key was expected
  | "missing-space-after-dash" // `-name: web` among list items
  | "bad-indentation" // a line whose column fits no open level
  | "nested-under-scalar" // a deeper key below `key: value`
  | "mapping-in-value" // `a: b: c` on one line
  | "duplicate-key" // args: key; related: the first
  | "unclosed-quote"
  | "unclosed-flow" // `[` or `{` without its end
  | "missing-comma" // in a flow collection
  | "unexpected-text" // text after a complete value
  | "reserved-character" // a plain scalar starting with @, `, %, or an indicator
  | "bad-escape" // `"\q"`
  | "bad-block-header" // `| x`, `>99`
  | "unknown-alias" // args: name
  | "alias-expansion" // aliases that would expand past the budget
  | "bad-merge" // `<<` with something that is not a mapping
  | "bad-directive"
  | "complex-key" // a map or list used as a key: no JSON equivalent
  | "bad-tag"
  | "control-character"
  | "template-syntax"; // `{{ … }}` unquoted in a plain manifest

export interface Problem extends Span {
  readonly code: ProblemCode;
  /** Literal pieces of the text that the message names, in the order the code's comment gives. */
  readonly args: readonly string[];
  /** A second place worth showing, such as the first of two equal keys. */
  readonly related: Span | undefined;
}
