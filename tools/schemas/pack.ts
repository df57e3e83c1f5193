import type { KindEntry, KindTable, Schema } from "../../server/src/schema/types.ts";
import type { Definition } from "./definition.ts";
import { byStability } from "./names.ts";

/** Collects definitions from several tables so that what they share is written once. */
export interface Pack {
  add(definitions: ReadonlyMap<string, Definition>, kinds: readonly KindEntry[]): KindTable;
  /** One distinct definition per line, without descriptions. */
  definitions(): string;
  /** One distinct set of descriptions per line. */
  descriptions(): string;
}

export function createPack(): Pack {
  const definitionLines = new Lines();
  const descriptionLines = new Lines();
  return {
    add(definitions, kinds) {
      const lines: Record<string, readonly [number, number]> = {};
      for (const name of [...definitions.keys()].toSorted()) {
        const definition = definitions.get(name);
        if (definition === undefined) continue;
        const texts = textsOf(definition);
        lines[name] = [
          definitionLines.numberOf(bare(definition.schema)),
          Object.keys(texts).length === 0 ? -1 : descriptionLines.numberOf(texts),
        ];
      }
      return { definitions: lines, kinds: kinds.toSorted(byPreference) };
    },
    definitions: () => definitionLines.text(),
    descriptions: () => descriptionLines.text(),
  };
}

class Lines {
  readonly #numbers = new Map<string, number>();

  numberOf(value: unknown): number {
    const line = ascii(JSON.stringify(value));
    const known = this.#numbers.get(line);
    if (known !== undefined) return known;
    this.#numbers.set(line, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  text(): string {
    return [...this.#numbers.keys()].join("\n");
  }
}

/** Pure ASCII files are decoded several times faster and keep half the memory. */
const ascii = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

function textsOf({ schema, description }: Definition): Readonly<Record<string, string>> {
  const texts: Record<string, string> = description === "" ? {} : { "": description };
  for (const [field, { description: text }] of Object.entries(schema.properties ?? {})) {
    if (text !== undefined && text !== "") texts[field] = text;
  }
  return texts;
}

/** Without descriptions, properties in alphabetical order so that equal definitions have equal text. */
function bare({ description: _, ...schema }: Schema): Schema {
  const { properties, items, additionalProperties } = schema;
  return {
    ...schema,
    ...(properties && { properties: bareProperties(properties) }),
    ...(items && { items: bare(items) }),
    ...(typeof additionalProperties === "object" && { additionalProperties: bare(additionalProperties) }),
  };
}

function bareProperties(properties: Readonly<Record<string, Schema>>): Record<string, Schema> {
  const sorted = Object.entries(properties).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, schema]) => [name, bare(schema)]));
}

/** By group, the stable versions first: the first entry of a kind is the one to prefer. */
function byPreference(a: KindEntry, b: KindEntry): number {
  if (a.group !== b.group) return a.group < b.group ? -1 : 1;
  return byStability(a.version, b.version) || (a.kind < b.kind ? -1 : 1);
}
