import type { Edit } from "../../../base/span.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { lineBreakOf } from "../../../yaml/layout.ts";
import type { YPair } from "../../../yaml/node.ts";

/**
 * Puts the value of a block entry one or more objects deeper: `["target:", "  type: Utilization", "  averageUtilization"]`
 * takes the place of the key, its colon and value stay.
 */
export function deeper(doc: YDocument, pair: YPair, lines: readonly string[]): Edit {
  return { span: pair.key, text: lines.join(newline(doc, pair)) };
}

function newline(doc: YDocument, pair: YPair): string {
  return `${lineBreakOf(doc.text)}${" ".repeat(doc.lines.positionAt(pair.key.start).character)}`;
}
