import { Memo } from "../../base/memo.ts";
import { isBuiltInGroup } from "../../model/reference-table.ts";
import type { Resource } from "../../model/resource.ts";
import { deref, pairOf, type YMap, type YNode } from "../../yaml/node.ts";
import { isA, mapAt } from "../given.ts";

/** Every place of an object that holds labels, annotations, or requirements about labels. */
export interface LabelPlaces {
  readonly labels: readonly YMap[];
  readonly annotations: readonly YMap[];
  /** Items of `matchExpressions`. */
  readonly requirements: readonly Requirement[];
}

export interface Requirement {
  readonly map: YMap;
  /** Asks for nodes, whose labels may also be compared as numbers. */
  readonly ofNodes: boolean;
}

export const labelPlaces = (resource: Resource): LabelPlaces => memo.of(resource, readPlaces);

const memo = new Memo<Resource, LabelPlaces>();

function readPlaces(resource: Resource): LabelPlaces {
  const search = new Search();
  search.metadata(pairOf(resource.root, "metadata")?.value);
  const { group, kind } = resource.gvk;
  // The schema in a CRD describes fields of these names, and what custom kinds mean by them is their own affair.
  if (isBuiltInGroup(group) && kind !== "CustomResourceDefinition")
    for (const { key, value } of resource.root.entries) if (SECTIONS.has(key.text)) search.below(value, false);
  if (isA(resource, "", "Service", "ReplicationController")) search.map(mapAt(resource.root, "spec", "selector"));
  return search;
}

const SECTIONS: ReadonlySet<string> = new Set(["spec", "template", "webhooks", "topology", "allowedTopologies"]);
const MOST_NODES = 20_000;

class Search implements LabelPlaces {
  readonly labels: YMap[] = [];
  readonly annotations: YMap[] = [];
  readonly requirements: Requirement[] = [];
  readonly #seen = new Set<YNode>();
  #left = MOST_NODES;

  below(node: YNode | null, ofNodes: boolean): void {
    const value = deref(node);
    if (value === undefined || value.type === "scalar" || this.#seen.has(value) || --this.#left < 0) return;
    this.#seen.add(value);
    if (value.type === "seq") for (const item of value.items) this.below(item.value, ofNodes);
    else for (const { key, value: child } of value.entries) this.#field(key.text, child, ofNodes);
  }

  #field(key: string, value: YNode | null, ofNodes: boolean): void {
    switch (key) {
      case "metadata":
        return this.metadata(value);
      case "nodeSelector":
      case "matchLabels":
        this.map(deref(value));
        // A PersistentVolume's node affinity has no map of this name but terms: the walk goes on.
        return this.below(value, ofNodes);
      case "matchExpressions":
        return this.#requirements(value, ofNodes);
      case "nodeAffinity":
        return this.below(value, true);
      default:
        return this.below(value, ofNodes);
    }
  }

  metadata(node: YNode | null | undefined): void {
    const metadata = deref(node);
    this.map(deref(pairOf(metadata, "labels")?.value));
    const annotations = deref(pairOf(metadata, "annotations")?.value);
    if (annotations?.type === "map" && !this.annotations.includes(annotations)) this.annotations.push(annotations);
  }

  map(node: YNode | undefined): void {
    if (node?.type === "map" && !this.labels.includes(node)) this.labels.push(node);
  }

  #requirements(node: YNode | null, ofNodes: boolean): void {
    const list = deref(node);
    if (list?.type !== "seq" || this.#seen.has(list)) return;
    this.#seen.add(list);
    for (const item of list.items) {
      const map = deref(item.value);
      if (map?.type === "map") this.requirements.push({ map, ofNodes });
    }
  }
}
