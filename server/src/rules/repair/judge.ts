import { isList } from "../../model/resource.ts";
import type { SchemaCursor } from "../../schema/cursor.ts";
import type { SchemaProblem } from "../../schema/problem.ts";
import { validate } from "../../schema/validate.ts";
import { type DocumentContext, documentContext } from "../../workspace/context.ts";
import { YDocument } from "../../yaml/document.ts";
import { at, type YNode } from "../../yaml/node.ts";
import type { Problem } from "../../yaml/problem.ts";
import { splitDocs } from "../../yaml/split.ts";
import { type Layout, type Look, lookAt } from "./look.ts";

/** How a text reads. */
export interface Verdict {
  /** What a reader or the schema refuses, weighed. */
  readonly hard: number;
  /** What is allowed and yet unlikely to be meant; see look.ts. */
  readonly look: Look;
  readonly faults: readonly Fault[];
  /** What objects lack that the text breaks off in: it may well come below. */
  readonly open: readonly Fault[];
  /** The first document's tree. */
  readonly doc: YDocument;
}

/** One thing that is wrong, with an offset in the text that was judged. */
export interface Fault {
  readonly at: number;
  readonly name: string;
}

/** Judges texts that are meant to be the same document, or a piece of it. */
export class Judge {
  readonly #context: DocumentContext;
  readonly #own: SchemaCursor | undefined;
  readonly #layout: Layout;
  readonly #goesOn: boolean;

  /** `goesOn`: the document does, below the texts. */
  constructor(context: DocumentContext, layout: Layout, goesOn: boolean) {
    this.#context = context;
    this.#layout = layout;
    this.#goesOn = goesOn;
    this.#own = context.own;
  }

  /** Undefined as soon as it is clear that the text reads worse than `limit`. */
  verdict(text: string, limit = Number.POSITIVE_INFINITY): Verdict | undefined {
    const parts = text.includes("---") ? splitDocs(text) : [text];
    const faults: Fault[] = [];
    const open: Fault[] = [];
    const looks: Look[] = [];
    let hard = 0;
    let start = 0;
    let first: YDocument | undefined;
    for (const part of parts) {
      const doc = new YDocument(part, this.#context.doc.dialect);
      for (const problem of doc.problems) faults.push({ at: start + problem.start, name: nameOf(problem) });
      hard += doc.problems.length * SYNTAX;
      if (hard > limit) return undefined;
      const context = documentContext(doc, this.#context.role, this.#context.catalog, this.#own);
      const strange = strangeness(context);
      if (strange > 0) faults.push({ at: 0, name: STRANGE });
      hard += strange;
      const partial = context.role === "patch";
      for (const { root, cursor } of context.subjects) {
        for (const problem of cursor ? validate(root, cursor, { partial }) : []) {
          const fault = { at: start + problem.start, name: nameOf(problem) };
          faults.push(fault);
          const isOpen = this.#goesOn && problem.kind === "missing-field" && part.slice(problem.map.end).trim() === "";
          if (isOpen) open.push(fault);
          else hard += weightOf(problem);
        }
      }
      looks.push(lookAt(part, doc.root, cursorOf(context, doc.root), this.#layout));
      first ??= doc;
      start += part.length;
    }
    return first && hard <= limit ? { hard, look: sum(looks), faults, open, doc: first } : undefined;
  }
}

/** Name of the fault that a document is no complete object. */
export const STRANGE = "strange";

const SYNTAX = 2;

const weightOf = (problem: SchemaProblem): number =>
  problem.kind === "missing-field" ? problem.fields.length : problem.kind === "wrong-type" ? 1.5 : 1;

export const nameOf = (problem: Problem | SchemaProblem): string => {
  if ("code" in problem) {
    // What the columns are does not matter: the line is still out of place.
    const isLayout = problem.code === "bad-indentation" || problem.code === "nested-under-scalar";
    return isLayout ? "layout" : `${problem.code} ${problem.args[0] ?? ""}`;
  }
  return problem.kind;
};

/** A document that is no object any more, or one that nobody knows, says nothing because it is not asked. */
function strangeness({ doc, subjects, own, role }: DocumentContext): number {
  if (doc.root === null) return 0;
  const [subject] = subjects;
  if (!subject) return 8;
  if (own) return 0;
  const { resource } = subject;
  if (!resource) return 0;
  const { gvk } = resource;
  const isNamed = resource.name !== undefined || at(resource.root, "metadata", "generateName") !== undefined;
  const nameless = role === "manifest" && !isNamed && !isList(resource);
  return (nameless ? 1 : 0) + (gvk.kind === "" ? 4 : 0) + (gvk.version === "" ? 4 : 0) + (subject.cursor ? 0 : 2);
}

const cursorOf = ({ subjects }: DocumentContext, root: YNode | null): SchemaCursor | undefined =>
  subjects.find((subject) => subject.root === root)?.cursor;

const sum = (looks: readonly Look[]): Look => ({
  entries: looks.reduce((total, { entries }) => total + entries, 0),
  known: looks.reduce((total, { known }) => total + known, 0),
  blind: looks.reduce((total, { blind }) => total + blind, 0),
  empty: looks.reduce((total, { empty }) => total + empty, 0),
  folded: looks.reduce((total, { folded }) => total + folded, 0),
  irregular: looks.reduce((total, { irregular }) => total + irregular, 0),
  disorder: looks.reduce((total, { disorder }) => total + disorder, 0),
  odd: looks.reduce((total, { odd }) => total + odd, 0),
});
