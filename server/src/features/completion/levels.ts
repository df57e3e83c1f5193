import type { SchemaCursor } from "../../schema/cursor.ts";
import type { DocumentContext, Subject } from "../../workspace/context.ts";
import type { Path, YMap, YNode, YScalar, YSeq } from "../../yaml/node.ts";

interface Base {
  /** From the subject's root, or from the document's root where there is no subject. */
  readonly path: Path;
  readonly cursor: SchemaCursor | undefined;
  readonly subject: Subject | undefined;
  /** Of the keys of a map, the dashes of a list, the key or dash that a slot or scalar belongs to. */
  readonly column: number;
}

export interface MapLevel extends Base {
  readonly kind: "map";
  readonly node: YMap;
}

export interface SeqLevel extends Base {
  readonly kind: "seq";
  readonly node: YSeq;
}

/** A key or dash without a value yet. */
export interface SlotLevel extends Base {
  readonly kind: "slot";
  readonly owner: "pair" | "item";
}

export interface ScalarLevel extends Base {
  readonly kind: "scalar";
  readonly node: YScalar;
}

export type Level = MapLevel | SeqLevel | SlotLevel | ScalarLevel;

/** Gives the schema of a document's root when no subject does. */
export type RootSchema = (root: YMap, context: DocumentContext) => SchemaCursor | undefined;

/** Where an object begins, its own schema takes over and paths count from it. */
export function subjectOf(
  node: YNode | null | undefined,
  context: DocumentContext,
  rootSchema: RootSchema,
): Pick<Base, "subject" | "path" | "cursor"> | undefined {
  const subject = context.subjects.find(({ root }) => root === node);
  return subject && { subject, path: [], cursor: subject.cursor ?? rootSchema(subject.root, context) };
}

/**
 * What is still open where a line begins, outermost first: the block maps and lists that a line of the right column
 * would continue, and at the end the key or dash that waits for a value. Flow collections close the chain.
 */
export function openLevels(context: DocumentContext, lineStart: number, rootSchema: RootSchema): readonly Level[] {
  const root = context.doc.root;
  return root ? new Chain(context, lineStart, rootSchema).walk(root) : [];
}

class Chain {
  readonly #context: DocumentContext;
  readonly #lineStart: number;
  readonly #rootSchema: RootSchema;
  readonly #levels: Level[] = [];

  constructor(context: DocumentContext, lineStart: number, rootSchema: RootSchema) {
    this.#context = context;
    this.#lineStart = lineStart;
    this.#rootSchema = rootSchema;
  }

  walk(root: YNode): readonly Level[] {
    const cursor = root.type === "map" ? this.#rootSchema(root, this.#context) : undefined;
    let next: Step | undefined = { node: root, path: [], cursor, subject: undefined, column: 0, owner: "pair" };
    for (let depth = 0; next && depth < 200; depth++) next = this.#step(next);
    return this.#levels;
  }

  #step(from: Step): Step | undefined {
    const here = this.#asSubject(from);
    const { node, path, cursor, subject } = here;
    if (!node || (node.start >= this.#lineStart && !isBlockCollection(node))) {
      // A scalar on the current line is the half-typed beginning of whatever belongs here.
      if (path.length > 0)
        this.#levels.push({ kind: "slot", path, cursor, subject, column: here.column, owner: here.owner });
      return undefined;
    }
    switch (node.type) {
      case "alias":
        return undefined;
      case "scalar":
        this.#levels.push({ kind: "scalar", node, path, cursor, subject, column: here.column });
        return undefined;
      case "map":
        return node.flow ? undefined : this.#map(node, here);
      case "seq":
        return node.flow ? undefined : this.#seq(node, here);
    }
  }

  #asSubject(step: Step): Step {
    return { ...step, ...subjectOf(step.node, this.#context, this.#rootSchema) };
  }

  #map(node: YMap, { path, cursor, subject }: Step): Step | undefined {
    const column = this.#column(node.entries[0]?.key.start ?? node.start);
    this.#levels.push({ kind: "map", node, path, cursor, subject, column });
    const last = node.entries.findLast(({ key }) => key.start < this.#lineStart);
    if (!last) return undefined;
    const key = last.key.text;
    return { node: last.value, path: [...path, key], cursor: cursor?.child(key), subject, column, owner: "pair" };
  }

  #seq(node: YSeq, { path, cursor, subject }: Step): Step | undefined {
    const column = this.#column(node.start);
    this.#levels.push({ kind: "seq", node, path, cursor, subject, column });
    const index = node.items.findLastIndex(({ start }) => start < this.#lineStart);
    const item = node.items[index];
    if (!item) return undefined;
    return { node: item.value, path: [...path, index], cursor: cursor?.item(), subject, column, owner: "item" };
  }

  #column(offset: number): number {
    return this.#context.doc.lines.positionAt(offset).character;
  }
}

interface Step extends Base {
  readonly node: YNode | null;
  readonly owner: SlotLevel["owner"];
}

const isBlockCollection = (node: YNode): boolean => (node.type === "map" || node.type === "seq") && !node.flow;

/** True when the level goes on below `offset`, so that nothing shallower may be written at `offset`. */
export function continuesBelow(level: Level, offset: number): boolean {
  switch (level.kind) {
    case "map":
      return level.node.entries.some(({ key }) => key.start > offset);
    case "seq":
      return level.node.items.some(({ start }) => start > offset);
    default:
      return false;
  }
}
