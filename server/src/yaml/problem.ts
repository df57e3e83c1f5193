import type { Span } from "../base/span.ts";

/**
 * What is wrong with the YAML text itself. The reader recovers after each, so the tree beside the problems is as
 * complete as the text allows. Codes are stable: rules turn them into words and fixes.
 */
export type ProblemCode =
  | "tab-indentation" // a tab where only spaces may indent
  | "missing-colon" // `name web` or `name` alone where a key was expected. args: the key
  | "missing-space-after-colon" // `name:web` where a key was expected. args: the key
  | "missing-space-after-dash" // `-name: web` among list items
  | "bad-indentation" // a line whose column fits no open level. args: its column, the column it was taken to mean
  | "nested-under-scalar" // a deeper key or list below `key: value`. args: its column, the column meant; related: the value
  | "mapping-in-value" // `a: b: c` on one line
  | "list-in-value" // `a: - b` on one line
  | "duplicate-key" // args: key; related: the first
  | "unclosed-quote"
  | "unclosed-flow" // `[` or `{` without its end. args: the closing brackets that are missing, innermost first
  | "missing-comma" // in a flow collection
  | "unexpected-text" // text after a complete value
  | "reserved-character" // a plain scalar starting with @, `, %, or an indicator. args: the character
  | "bad-escape" // `"\q"`. args: the escape
  | "bad-block-header" // `| x`, `>99`. args: what does not belong there
  | "unknown-alias" // args: name
  | "alias-expansion" // aliases that would expand past the budget
  | "bad-merge" // `<<` with something that is not a mapping
  | "bad-directive"
  | "complex-key" // a map, a list or nothing used as a key: no JSON equivalent
  | "bad-tag" // a value that is not what its tag says. args: the tag
  | "control-character"
  | "too-deep" // nested deeper than 500 levels
  | "template-syntax"; // `{{ … }}` unquoted in a plain manifest

export interface Problem extends Span {
  readonly code: ProblemCode;
  /** Literal pieces of the text that the message names, in the order the code's comment gives. */
  readonly args: readonly string[];
  /** A second place worth showing, such as the first of two equal keys. */
  readonly related: Span | undefined;
}
