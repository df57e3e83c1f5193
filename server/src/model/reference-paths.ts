import type { Path } from "../yaml/node.ts";
import { expandKinds, podTemplatePath } from "./pod-templates.ts";
import { type KindName, kindKey, type OfferRow, type ReferenceRow } from "./reference-row.ts";
import { CONTAINERS, OFFERS, REFERENCES } from "./reference-table.ts";

/** A place in the objects of one kind: the rows of the tables that speak of it, and the places below it that matter. */
export interface PathNode {
  readonly fields: Map<string, PathNode>;
  each: PathNode | undefined;
  item: PathNode | undefined;
  readonly references: ReferenceRow[];
  readonly offers: OfferRow[];
  /** The value is the label map of Pods. */
  podLabels: boolean;
}

/** What the tables know of a kind, as one tree to walk beside a document. Made once per kind. */
export const pathsOf = (kind: KindName): PathNode => TREES.of(kindKey(kind));

/** Rows about the place at `path` of an object, in the table's order. */
export function rowsAt(kind: KindName, path: Path): readonly ReferenceRow[] {
  let here: PathNode | undefined = pathsOf(kind);
  for (const step of path)
    here = typeof step === "number" ? here?.item : (here?.fields.get(step) ?? here?.each ?? undefined);
  return here?.references ?? [];
}

class Trees {
  readonly #known = new Map<string, PathNode>();

  of(kind: string): PathNode {
    let tree = this.#known.get(kind);
    if (!tree) {
      tree = treeOf(kind);
      this.#known.set(kind, tree);
    }
    return tree;
  }
}

const TREES = new Trees();

function treeOf(kind: string): PathNode {
  const root = emptyNode();
  const slash = kind.indexOf("/");
  const template = podTemplatePath({ group: kind.slice(0, slash), kind: kind.slice(slash + 1) })?.join(".");
  for (const row of REFERENCES)
    for (const path of pathsFor(row, kind, template))
      for (const node of makeNodes(root, path)) node.references.push(row);
  for (const row of OFFERS)
    for (const path of pathsFor(row, kind, template)) for (const node of makeNodes(root, path)) node.offers.push(row);
  if (template !== undefined)
    for (const node of makeNodes(root, joined(template, "metadata.labels"))) node.podLabels = true;
  return root;
}

/** Where in objects of `kind` a row applies. */
function pathsFor(row: ReferenceRow | OfferRow, kind: string, template: string | undefined): readonly string[] {
  if (row.from === "PodSpec") return template === undefined ? [] : [joined(template, "spec", row.path)];
  if (row.from === "Container") return template === undefined ? [] : [joined(template, "spec", CONTAINERS, row.path)];
  return row.from === "*" || expandKinds(row.from).includes(kind) ? [row.path] : [];
}

const joined = (...paths: readonly string[]): string => paths.filter((path) => path !== "").join(".");

function makeNodes(root: PathNode, path: string): readonly PathNode[] {
  let here: readonly PathNode[] = [root];
  for (const step of path.split(".")) here = here.flatMap((node) => makeStep(node, step));
  return here;
}

function makeStep(node: PathNode, step: string): readonly PathNode[] {
  if (step === "*") {
    node.each ??= emptyNode();
    return [node.each];
  }
  const isList = step.endsWith("[]");
  return (isList ? step.slice(0, -2) : step).split("|").map((name) => {
    let field = node.fields.get(name);
    if (!field) {
      field = emptyNode();
      node.fields.set(name, field);
    }
    if (!isList) return field;
    field.item ??= emptyNode();
    return field.item;
  });
}

const emptyNode = (): PathNode => ({
  fields: new Map(),
  each: undefined,
  item: undefined,
  references: [],
  offers: [],
  podLabels: false,
});
