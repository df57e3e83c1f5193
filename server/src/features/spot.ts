import { touches } from "../base/span.ts";
import type { SchemaCursor } from "../schema/cursor.ts";
import { type DocumentContext, type Subject, subjectAt } from "../workspace/context.ts";
import type { Path, YNode, YPair, YScalar } from "../yaml/node.ts";

/** The key or scalar value under the cursor. */
export interface Spot {
  readonly subject: Subject;
  /** From the subject's root to the field. */
  readonly path: Path;
  /** Undefined where no schema speaks. */
  readonly cursor: SchemaCursor | undefined;
  readonly part: "key" | "value";
  readonly node: YScalar;
}

export function spotAt(context: DocumentContext, offset: number): Spot | undefined {
  const subject = subjectAt(context, offset);
  return subject && find(subject, subject.root, [], offset);
}

function find(subject: Subject, root: YNode, start: Path, offset: number): Spot | undefined {
  const path = [...start];
  let node: YNode | null = root;
  while (node) {
    if (node.type === "map") {
      const entry: YPair | undefined = node.entries.find((pair) => touches(pair, offset));
      if (!entry) return undefined;
      path.push(entry.key.text);
      if (touches(entry.key, offset)) return spot(subject, path, "key", entry.key);
      node = entry.value;
    } else if (node.type === "seq") {
      const index = node.items.findIndex((item) => touches(item, offset));
      if (index < 0) return undefined;
      path.push(index);
      node = node.items[index]?.value ?? null;
    } else {
      return node.type === "scalar" && touches(node, offset) ? spot(subject, path, "value", node) : undefined;
    }
  }
  return undefined;
}

const spot = (subject: Subject, path: Path, part: Spot["part"], node: YScalar): Spot => ({
  subject,
  path,
  cursor: subject.cursor?.follow(path),
  part,
  node,
});
