import type { Span } from "../base/span.ts";
import type { Gvk } from "../schema/types.ts";
import { isOpaque } from "../schema/validate.ts";
import { at, deref, type YMap, type YNode, type YScalar } from "../yaml/node.ts";
import { jsonValue, mergedEntries } from "../yaml/scalar.ts";
import type { Offer, PortDetails, Reference, ResourceFacts } from "./facts.ts";
import { readKustomization } from "./kustomization.ts";
import { networkNoteOf } from "./network-note.ts";
import { type PathNode, pathsOf } from "./reference-paths.ts";
import { ANY_NAMESPACE, type KindName, type OfferRow, type ReferenceRow, type SelectorRow } from "./reference-row.ts";
import { isBuiltInGroup } from "./reference-table.ts";
import { type Labels, labelOf, type Requirement, type Selector } from "./selector.ts";
import { isOptional, kindMeant, labelsOf, nameOf, selectorOf, siblingOf, siblingText } from "./siblings.ts";
import { storagePartOf } from "./storage-part.ts";
import { StringTable } from "./string-table.ts";

/** Anchors may lead to the same list again and again; past this many steps the rest is left out. */
const MAX_STEPS = 100_000;

const NONE: readonly never[] = [];

/** Reads what the tables know of one object, walking only the branches that a row speaks of. */
export function extractFacts(root: YMap, gvk: Gvk, isTemplate: boolean): ResourceFacts {
  return new Extraction(isTemplate, gvk.group).facts(root, gvk);
}

/** The API server labels each Namespace with its name. */
const NAME_LABEL = "kubernetes.io/metadata.name";

const STRINGS = new StringTable();
const own = (text: string): string => STRINGS.own(text);

class Extraction {
  readonly #around: YMap[] = [];
  readonly #references: Reference[] = [];
  readonly #offers: Offer[] = [];
  #podLabels: Labels | undefined;
  #partial: boolean;
  #steps = 0;
  readonly #group: string;
  readonly #lists: Labels[] = [];

  constructor(isTemplate: boolean, group: string) {
    this.#partial = isTemplate;
    this.#group = group;
  }

  facts(root: YMap, gvk: Gvk): ResourceFacts {
    const metadata = at(root, "metadata");
    const nameNode = at(metadata, "name");
    const name = nameOf(nameNode);
    const namespace = nameOf(at(metadata, "namespace"));
    const labels = this.#labels(at(metadata, "labels"));
    this.#walk(root, undefined, pathsOf(gvk));
    return {
      gvk: STRINGS.gvk(gvk),
      name: name === undefined ? "" : own(name),
      nameSpan: spanOf((name === undefined ? undefined : nameNode) ?? root.entries[0]?.key ?? root),
      namespace: namespace === undefined ? undefined : own(namespace),
      labels: gvk.kind === "Namespace" && name !== undefined ? [own(labelOf(NAME_LABEL, name)), ...labels] : labels,
      podLabels: this.#podLabels,
      // Copies, because a list that grew keeps room to grow further.
      offers: this.#offers.length === 0 ? NONE : this.#offers.slice(),
      references: this.#references.length === 0 ? NONE : this.#references.slice(),
      partial: this.#partial,
      kustomization: readKustomization(root, gvk, own),
      storage: storagePartOf(root, gvk),
      network: networkNoteOf(root, gvk),
    };
  }

  #walk(node: YNode | null, key: YScalar | undefined, paths: PathNode): void {
    if (this.#steps++ > MAX_STEPS) return;
    for (const row of paths.references) this.#reference(row, node);
    for (const row of paths.offers) this.#offer(row, node, key);
    if (paths.podLabels) this.#podLabels = this.#labels(node);
    const value = deref(node);
    if (value?.type === "map") this.#walkMap(value, paths);
    else if (value?.type === "seq" && paths.item)
      for (const item of value.items) this.#walk(item.value, undefined, paths.item);
  }

  #walkMap(map: YMap, paths: PathNode): void {
    const { fields, each } = paths;
    if (fields.size === 0 && !each) return;
    this.#around.push(map);
    for (const { key, value } of mergedEntries(map)) {
      const field = fields.get(key.text) ?? each;
      if (field) this.#walk(value, key, field);
      else if (isOpaque(key.text)) this.#partial = true;
    }
    this.#around.pop();
  }

  /** Pods without labels are Pods all the same: the template is there even when its labels are not. */
  #labels(node: YNode | null | undefined): Labels {
    const labels = labelsOf(node);
    if (!labels) this.#partial = true;
    return this.#shared(labels ?? NONE);
  }

  /** An object repeats its labels again and again: on itself, on its Pods, in its selector. One list serves them all. */
  #shared(labels: Labels): Labels {
    if (labels.length === 0) return NONE;
    const known = this.#lists.find(
      (list) => list.length === labels.length && list.every((each, i) => each === labels[i]),
    );
    if (known) return known;
    const list = labels.map(own);
    this.#lists.push(list);
    return list;
  }

  #reference(row: ReferenceRow, node: YNode | null): void {
    if (row.by === "selector") return this.#selector(row, node);
    const text = nameOf(node);
    if (text === undefined) return;
    switch (row.by) {
      case "local":
        return this.#add(row, node, { part: text });
      case "kind":
        return isBuiltInGroup(this.#group) ? undefined : this.#add(row, node, { to: row.to, name: text });
      case "makes":
        return this.#add(row, node, { to: row.to, name: text });
      case "name": {
        const to = kindMeant(row.to, this.#around);
        return to && this.#add(row, node, { to, name: text });
      }
      case "key":
      case "port": {
        const to = kindMeant(row.to, this.#around);
        const of = siblingOf(this.#around, row.of);
        const selector = selectorOf(of);
        const name = nameOf(of);
        if (to && (selector ?? name) !== undefined) this.#add(row, node, { to, part: text, selector, name });
      }
    }
  }

  #selector(row: SelectorRow, node: YNode | null): void {
    const selector = selectorOf(node);
    const isWide = row.anyIf?.some((path) => siblingOf(this.#around, path) !== undefined);
    if (selector) this.#add(row, node, { to: row.to, selector, namespace: isWide ? ANY_NAMESPACE : undefined });
  }

  #add(
    row: ReferenceRow,
    node: YNode | null,
    mention: {
      readonly to?: KindName;
      readonly name?: string | undefined;
      readonly part?: string;
      readonly selector?: Selector | undefined;
      readonly namespace?: string | undefined;
    },
  ): void {
    if (!node) return;
    const { to, name, part, selector } = mention;
    const namespace = "namespace" in row ? siblingText(this.#around, row.namespace) : mention.namespace;
    this.#references.push({
      row,
      start: node.start,
      end: node.end,
      to: to && ("to" in row && to === row.to ? to : STRINGS.gvk({ ...to, version: "" })),
      name: name === undefined ? "" : own(name),
      part: part === undefined ? "" : own(part),
      namespace: namespace === undefined ? undefined : own(namespace),
      selector: selector && this.#selectorOf(selector),
      optional: isOptional(row, this.#around),
    });
  }

  #selectorOf({ labels, requirements }: Selector): Selector {
    return {
      labels: this.#shared(labels),
      requirements: requirements.length === 0 ? NONE : requirements.map(ownRequirement),
    };
  }

  #offer(row: OfferRow, node: YNode | null, key: YScalar | undefined): void {
    const value = deref(node);
    if (row.path.endsWith(".*")) {
      if (key && isOpaque(key.text)) this.#partial = true;
      else if (key) this.#offers.push({ part: row.part, name: own(key.text), number: 0, ...spanOf(key) });
      return;
    }
    const nameNode = row.name === undefined ? value : at(value, row.name);
    const name = nameOf(nameNode);
    const numberNode = row.number === undefined ? undefined : at(value, row.number);
    const number = numberOf(numberNode);
    const place = name === undefined ? (number === 0 ? undefined : numberNode) : nameNode;
    if (!place) return;
    const details = row.details && detailsOf(value, row.details);
    const offer = { part: row.part, name: name === undefined ? "" : own(name), number, ...spanOf(place) };
    this.#offers.push(details ? { ...offer, details } : offer);
  }
}

const ownRequirement = ({ key, operator, values }: Requirement): Requirement => ({
  key: own(key),
  operator: own(operator),
  values: values.map(own),
});

const spanOf = ({ start, end }: Span): Span => ({ start, end });

function detailsOf(port: YNode | undefined, fields: NonNullable<OfferRow["details"]>): PortDetails | undefined {
  const text = (field: string | undefined): string => (field && nameOf(at(port, field))) || "";
  const protocol = text(fields.protocol);
  const target = text(fields.target);
  const nodePort = numberOf(at(port, fields.node));
  if ((protocol === "" || protocol === "TCP") && target === "" && nodePort === 0) return undefined;
  return { protocol: own(protocol), target: own(target), nodePort };
}

function numberOf(node: YNode | undefined): number {
  const scalar = deref(node);
  const value = scalar?.type === "scalar" ? jsonValue(scalar) : undefined;
  return typeof value === "number" ? value : 0;
}
