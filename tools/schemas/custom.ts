import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { KindEntry, Schema } from "../../server/src/schema/types.ts";
import type { Declaration } from "./declarations.ts";
import type { Definition } from "./definition.ts";
import { officialName } from "./names.ts";
import { OPAQUE } from "./primitives.ts";

export interface CustomKinds {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly kinds: readonly KindEntry[];
}

/** What the declarations do not tell about their kinds: `schemas/custom.yaml`. */
interface Facts {
  /** "group/Kind" of kinds whose objects have no namespace. */
  readonly "cluster-scoped": readonly string[];
  /** Groups, or "group/Kind", of declarations that are no kind of any cluster. */
  readonly internal: readonly string[];
  /** By definition or group: types of Kubernetes that its CRDs repeat without their required fields. */
  readonly relaxed: Readonly<Record<string, readonly string[]>>;
}

/**
 * The kinds of the well-known custom resources. Types of Kubernetes itself that they use stay references to `builtin`,
 * the definitions of the newest release.
 */
export function customKinds(
  declarations: ReadonlyMap<string, Declaration>,
  factsFile: string,
  builtin: ReadonlyMap<string, Definition>,
): CustomKinds {
  const facts: Facts = parse(readFileSync(factsFile, "utf8"));
  const clusterScoped = new Set(facts["cluster-scoped"]);
  const internal = new Set(facts.internal);
  const collector = new Collector(declarations, builtin, facts.relaxed);
  const kinds = new Map<string, KindEntry>();
  for (const declaration of new Set(declarations.values())) {
    if (declaration.object === undefined || officialName(declaration.symbol) !== undefined) continue;
    const { apiVersion, kind } = declaration.object;
    const [group = "", version = ""] = apiVersion.split("/");
    if (isList(declaration) || internal.has(`${group}/${kind}`) || internal.has(group)) continue;
    const definition = `${group}.${version}.${kind}`;
    if (kinds.has(definition)) throw new Error(`two packages declare ${apiVersion} ${kind}`);
    collector.addKind(definition, declaration);
    const namespaced = !clusterScoped.has(`${group}/${kind}`);
    kinds.set(definition, { group, version, kind, definition, namespaced, plural: pluralOf(kind) });
  }
  const clusters = [...kinds.values()].filter(({ kind, namespaced }) => namespaced && kind.startsWith("Cluster"));
  const found = new Set([...kinds.values()].map(({ group, kind }) => `${group}/${kind}`));
  const wrong = [...clusterScoped.keys()].filter((name) => !found.has(name));
  wrong.push(...clusters.map(({ group, kind }) => `${group}/${kind}`));
  if (wrong.length > 0) throw new Error(`schemas/custom.yaml: check cluster-scoped: ${wrong.join(", ")}`);
  return { definitions: collector.definitions, kinds: [...kinds.values()] };
}

const isList = ({ schema, object }: Declaration): boolean =>
  object?.kind.endsWith("List") === true && schema.properties?.items !== undefined;

/** English plurals in lower case, as controller-gen makes them. */
function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (/(s|x|z|ch|sh)$/.test(name)) return `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}

class Collector {
  readonly definitions = new Map<string, Definition>();
  readonly #declarations: ReadonlyMap<string, Declaration>;
  readonly #builtin: ReadonlyMap<string, Definition>;
  readonly #relaxed: Facts["relaxed"];
  readonly #names = new Map<Declaration, string>();

  constructor(
    declarations: ReadonlyMap<string, Declaration>,
    builtin: ReadonlyMap<string, Definition>,
    relaxed: Facts["relaxed"],
  ) {
    this.#declarations = declarations;
    this.#builtin = builtin;
    this.#relaxed = relaxed;
  }

  addKind(name: string, declaration: Declaration): void {
    const { apiVersion: _, kind: __, ...properties } = declaration.schema.properties ?? {};
    this.#add(name, declaration, {
      ...declaration.schema,
      // Their constant values are what the kind was found by.
      properties: { apiVersion: { type: "string" }, kind: { type: "string" }, ...properties },
    });
  }

  #add(name: string, declaration: Declaration, schema: Schema): void {
    this.#names.set(declaration, name);
    // Reserved first: a type may contain itself.
    this.definitions.set(name, { schema: {}, description: "" });
    this.definitions.set(name, { schema: this.#properties(schema, name), description: declaration.description });
  }

  #properties(schema: Schema, name: string): Schema {
    const properties = Object.entries(schema.properties ?? {}).map(([field, property]) => [
      field,
      this.#resolve(property, `${name}.${field}`),
    ]);
    return { ...schema, ...(properties.length > 0 && { properties: Object.fromEntries(properties) }) };
  }

  /** References by definition name instead of declaration; objects written in place become definitions of their own. */
  #resolve(schema: Schema, place: string): Schema {
    const { description, ...rest } = schema;
    const text = description !== undefined && { description };
    if (schema.$ref !== undefined) return { ...this.#refer(schema.$ref, place), ...text };
    if (schema.items !== undefined) return { ...rest, items: this.#resolve(schema.items, place), ...text };
    if (typeof schema.additionalProperties === "object") {
      return { ...rest, additionalProperties: this.#resolve(schema.additionalProperties, place), ...text };
    }
    if (schema.properties !== undefined) {
      this.definitions.set(place, { schema: this.#properties(rest, place), description: "" });
      return { $ref: place, ...text };
    }
    if (Object.keys(rest).length === 0) return { ...ANY, ...text };
    return schema.type === "object" ? { ...OPAQUE, ...text } : schema;
  }

  #refer(key: string, place: string): Schema {
    const declaration = this.#declarations.get(key);
    if (declaration === undefined) throw new Error(`nothing is declared as ${key}`);
    const official = officialName(declaration.symbol);
    if (official !== undefined && this.#builtin.has(official)) return { $ref: this.#builtinName(official, place) };
    const known = this.#names.get(declaration);
    if (known !== undefined) return { $ref: known };
    if (declaration.schema.properties === undefined) return this.#resolve(declaration.schema, declaration.symbol);
    const name = official ?? this.#freeName(declaration);
    this.#add(name, declaration, declaration.schema);
    return { $ref: name };
  }

  /** The name itself, or that of a copy without required fields. */
  #builtinName(official: string, place: string): string {
    const owner = Object.keys(this.#relaxed).find((name) => place.startsWith(`${name}.`));
    const definition = this.#builtin.get(official);
    if (owner === undefined || definition === undefined || !this.#relaxed[owner]?.includes(official)) return official;
    const name = `${owner}.${official}`;
    if (!this.definitions.has(name)) {
      const { required: _, properties = {}, ...schema } = definition.schema;
      const own = Object.entries(properties).map(([field, property]) => {
        const { $ref } = property;
        return [field, $ref === undefined ? property : { ...property, $ref: this.#builtinName($ref, place) }] as const;
      });
      this.definitions.set(name, { ...definition, schema: { ...schema, properties: Object.fromEntries(own) } });
    }
    return name;
  }

  /** `argoproj.io.v1alpha1.HelmParameter`; the longer symbol where two packages of one group have such a type. */
  #freeName({ file, symbol }: Declaration): string {
    const [type = "", version = "", group = ""] = file
      .replace(/\.d\.ts$/, "")
      .split("/")
      .toReversed();
    const name = `${group}.${version}.${type}`;
    return this.definitions.has(name) ? symbol : name;
  }
}

const ANY: Schema = { "x-kubernetes-preserve-unknown-fields": true };
