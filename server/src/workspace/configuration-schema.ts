import type { Localized } from "../base/localized.ts";
import type { Schema } from "../schema/types.ts";
import type { Path } from "../yaml/node.ts";
import { PRESETS } from "./configuration-presets.ts";
import { LEVELS, PROFILES } from "./configuration-rules.ts";
import { CONFIGURATION_TEXTS } from "./configuration-texts.ts";

/** What the field at `path` of the configuration file is for; list positions in the path do not matter. */
export function configurationText(path: Path): Localized | undefined {
  const key = path.filter((step) => typeof step === "string").join(".");
  return CONFIGURATION_TEXTS[key.startsWith("rules.") ? "rules.*" : key];
}

const text: Schema = { type: "string", minLength: 1 };
const texts: Schema = { type: "array", items: text };

/** Schema of `.kubernetes-authoring.yaml`, with the English text as each field's description. */
export const CONFIGURATION_SCHEMA: Schema = described(
  {
    type: "object",
    properties: {
      // Without quotes 1.30 would be the number 1.3.
      kubernetesVersion: { type: "string", pattern: "^v?1\\.\\d+$" },
      preset: { type: "string", enum: PRESETS },
      defaultNamespace: text,
      namespaces: texts,
      storageClasses: {
        type: "array",
        items: {
          type: "object",
          required: ["name"],
          properties: {
            name: text,
            default: { type: "boolean" },
            provisioner: text,
            volumeBindingMode: { type: "string", enum: ["Immediate", "WaitForFirstConsumer"] },
            allowVolumeExpansion: { type: "boolean" },
            reclaimPolicy: { type: "string", enum: ["Delete", "Retain"] },
          },
        },
      },
      nodes: {
        type: "array",
        items: {
          type: "object",
          required: ["name"],
          properties: { name: text, labels: { type: "object", additionalProperties: { type: "string" } } },
        },
      },
      external: {
        type: "array",
        items: {
          type: "object",
          required: ["kind", "name"],
          properties: { kind: text, name: text, namespace: text, keys: texts },
        },
      },
      profile: { type: "string", enum: PROFILES },
      // A bare `off` is false to a YAML 1.1 reader; it is accepted for the word that people mean.
      rules: { type: "object", additionalProperties: { enum: [...LEVELS, false] } },
      exclude: texts,
    },
  },
  [],
);

function described(schema: Schema, path: readonly string[]): Schema {
  const description = CONFIGURATION_TEXTS[path.join(".")]?.en;
  const { properties, items, additionalProperties } = schema;
  return {
    ...schema,
    ...(description !== undefined && { description }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, field]) => [name, described(field, [...path, name])]),
      ),
    }),
    ...(items?.properties && { items: described(items, path) }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: described(additionalProperties, [...path, "*"]),
    }),
  };
}
