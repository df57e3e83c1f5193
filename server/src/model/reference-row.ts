/** A kind whatever its version: references do not break when an API version moves on. */
export interface KindName {
  readonly group: string;
  readonly kind: string;
}

/** `apps/StatefulSet`, `/Service`: the form the tables use for kinds. */
export const kindKey = ({ group, kind }: KindName): string => `${group}/${kind}`;

/** The kind that sibling fields name, and the one meant when they are absent. */
export interface KindFromSiblings {
  readonly kindAt: string;
  /** Field that holds the group, or group and version. Absent or empty: there is none, the group is that of `otherwise`. */
  readonly groupAt?: string;
  /** What an absent field stands for. */
  readonly otherwise?: KindName;
  /** Kinds that are objects; others (a `User`) are only names. Absent: all are. */
  readonly only?: readonly string[];
}

/**
 * Which parts of an object others may name: keys of a ConfigMap, ports, volumes.
 */
export type Part = "key" | "container-port" | "service-port" | "volume" | "listener" | "kind";

interface Base {
  /**
   * `group/Kind`, `*` for every kind, `PodSpec` and `PodTemplate` wherever a kind holds one, `Container` for every
   * container of a PodSpec.
   */
  readonly from: string;
  /**
   * Field names joined by dots. `[]` steps into each item of a list, `*` into each value of a map, `a|b` into either.
   * A name that holds dots itself has no row so far and needs none.
   */
  readonly path: string;
  /** Sibling that says with `true` that the target may be missing. Siblings are paths; `..` is the map further out. */
  readonly optional?: string;
}

/** Where the target's namespace comes from: the object's own unless a sibling names another. */
interface Namespaced {
  readonly namespace?: string;
}

/** The value is the name of an object. */
export interface NameRow extends Base, Namespaced {
  readonly by: "name";
  readonly to: KindName | KindFromSiblings;
}

/** The value is a key of the object that the sibling `of` names. */
export interface KeyRow extends Base, Namespaced {
  readonly by: "key";
  readonly to: KindName | KindFromSiblings;
  readonly of: string;
  readonly part?: Part;
}

/** The value is the name or number of a port: of the Service that `of` names, or of the Pods that the selector `of` selects. */
export interface PortRow extends Base, Namespaced {
  readonly by: "port";
  readonly to: KindName | KindFromSiblings;
  readonly of: string;
}

/** The value selects objects by their labels: Pods, or objects of another kind. */
export interface SelectorRow extends Base {
  readonly by: "selector";
  readonly to: KindName;
  /** What a selector without conditions selects. */
  readonly empty: "all" | "none";
  /** Siblings whose presence widens the choice beyond the object's own namespace. */
  readonly anyIf?: readonly string[];
  /** The selector must match the object's own Pod template, or the API server refuses the object. */
  readonly own?: true;
}

/** The value is the name of a part of the same object. */
export interface LocalRow extends Base {
  readonly by: "local";
  readonly part: Part;
}

/** The value is the name of an object that a controller will make from this one. */
export interface MakesRow extends Base {
  readonly by: "makes";
  readonly to: KindName;
}

/** The object's kind is one that a CustomResourceDefinition brings. */
export interface KindRow extends Base {
  readonly by: "kind";
  readonly to: KindName;
}

export type ReferenceRow = NameRow | KeyRow | PortRow | SelectorRow | LocalRow | MakesRow | KindRow;

/** A part of an object that references may name. */
export interface OfferRow {
  readonly from: string;
  /** Ends in `*`: the keys below are the parts. Otherwise each value there is one. */
  readonly path: string;
  readonly part: Part;
  /** Where the value is a map: the field that holds the part's name, and the one that holds its number. */
  readonly name?: string;
  readonly number?: string;
  /** Fields of a port that seldom are anything but their defaults. */
  readonly details?: { readonly protocol: string; readonly target?: string; readonly node: string };
}

/** Where a reference reaches beyond its object's namespace. No namespace has this name. */
export const ANY_NAMESPACE = "*";
