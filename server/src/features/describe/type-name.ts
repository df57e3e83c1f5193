import type { SchemaCursor } from "../../schema/cursor.ts";

/** A type in the notation of `kubectl explain`: `[]Container`, `map[string]string`, `quantity`. */
export function typeName(cursor: SchemaCursor): string {
  switch (cursor.type) {
    case "object":
      return cursor.definition === undefined || cursor.definition.includes("/")
        ? "object"
        : lastPart(cursor.definition);
    case "list": {
      const item = cursor.item();
      return `[]${item ? typeName(item) : "any"}`;
    }
    case "map": {
      const rest = cursor.schema.additionalProperties;
      const value = typeof rest === "object" ? cursor.child("") : undefined;
      return value ? `map[string]${typeName(value)}` : "object";
    }
    default:
      return cursor.type;
  }
}

const lastPart = (definition: string): string => definition.slice(definition.lastIndexOf(".") + 1);
