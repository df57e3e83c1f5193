import { YDocument } from "../yaml/document.ts";
import { at, entriesOf, itemsOf, textOf, type YNode } from "../yaml/node.ts";
import { inEveryCluster } from "./configuration-cluster.ts";
import { isPreset, type Preset, presetFacts } from "./configuration-presets.ts";
import { type Profile, profileNamed, type RuleLevel, readRules } from "./configuration-rules.ts";
import type { Target } from "./view.ts";

export { CONFIGURATION_SCHEMA, configurationText } from "./configuration-schema.ts";

/** Name of the committed file that says what is true of the cluster but stands in no manifest. */
export const CONFIGURATION_FILE = ".kubernetes-authoring.yaml";

export interface StorageClassFact {
  readonly name: string;
  readonly isDefault: boolean;
  readonly provisioner: string | undefined;
  readonly volumeBindingMode: string | undefined;
  readonly allowVolumeExpansion: boolean | undefined;
  readonly reclaimPolicy: string | undefined;
}

export interface NodeFact {
  readonly name: string;
  readonly labels: readonly (readonly [key: string, value: string])[];
}

/** An object that exists outside the workspace. A `*` at the end of the name stands for any ending. */
export interface ExternalObject {
  readonly kind: string;
  readonly name: string;
  /** Undefined: in whichever namespace it is asked for. */
  readonly namespace: string | undefined;
  /** Undefined: unknown. */
  readonly keys: readonly string[] | undefined;
}

/** What the configuration file says. Undefined wherever it does not: then nothing is known, which is not the same as nothing. */
export interface Configuration {
  readonly kubernetesVersion: string | undefined;
  readonly preset: Preset | undefined;
  readonly defaultNamespace: string | undefined;
  readonly namespaces: readonly string[] | undefined;
  readonly storageClasses: readonly StorageClassFact[] | undefined;
  readonly nodes: readonly NodeFact[] | undefined;
  readonly external: readonly ExternalObject[];
  readonly profile: Profile | undefined;
  /** By rule id or domain, `schema/*`. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly exclude: readonly string[];
}

export const NO_CONFIGURATION: Configuration = readConfiguration(null);

/** Takes what it understands and leaves the rest: complaints are the schema's business. */
export function readConfiguration(root: YNode | null): Configuration {
  const preset = textOf(at(root, "preset"));
  return {
    kubernetesVersion: textOf(at(root, "kubernetesVersion"))?.replace(/^v/, "") || undefined,
    preset: preset !== undefined && isPreset(preset) ? preset : undefined,
    defaultNamespace: textOf(at(root, "defaultNamespace")) || undefined,
    namespaces: texts(at(root, "namespaces")),
    storageClasses: list(at(root, "storageClasses"), storageClass),
    nodes: list(at(root, "nodes"), node),
    external: list(at(root, "external"), externalObject) ?? [],
    profile: profileNamed(textOf(at(root, "profile"))),
    rules: readRules(at(root, "rules")),
    exclude: texts(at(root, "exclude")) ?? [],
  };
}

/** What the text of a configuration file asks to leave out. */
export const excludedIn = (text: string): readonly string[] =>
  readConfiguration(new YDocument(text, "manifest").root).exclude;

function list<T>(node: YNode | undefined, read: (item: YNode) => T | undefined): readonly T[] | undefined {
  return node && itemsOf(node).flatMap(({ value }) => (value ? (read(value) ?? []) : []));
}

function texts(node: YNode | undefined): readonly string[] | undefined {
  return list(node, textOf);
}

/** A name alone is short for an object that has only a name. */
const named = (item: YNode): string | undefined => textOf(item) ?? textOf(at(item, "name"));

function storageClass(item: YNode): StorageClassFact | undefined {
  const name = named(item);
  if (name === undefined) return undefined;
  const expansion = textOf(at(item, "allowVolumeExpansion"));
  return {
    name,
    isDefault: textOf(at(item, "default")) === "true",
    provisioner: textOf(at(item, "provisioner")),
    volumeBindingMode: textOf(at(item, "volumeBindingMode")),
    allowVolumeExpansion: expansion === undefined ? undefined : expansion === "true",
    reclaimPolicy: textOf(at(item, "reclaimPolicy")),
  };
}

function node(item: YNode): NodeFact | undefined {
  const name = named(item);
  const labels = entriesOf(at(item, "labels")).map(({ key, value }) => [key.text, textOf(value) ?? ""] as const);
  return name === undefined ? undefined : { name, labels };
}

function externalObject(item: YNode): ExternalObject | undefined {
  const kind = textOf(at(item, "kind"));
  const name = textOf(at(item, "name"));
  if (kind === undefined || name === undefined) return undefined;
  return { kind, name, namespace: textOf(at(item, "namespace")), keys: texts(at(item, "keys")) };
}

/** StorageClasses that are known to exist: those listed and those of the preset, which a listed one of that name replaces. */
export function storageClassesOf(configuration: Configuration): readonly StorageClassFact[] {
  const listed = configuration.storageClasses ?? [];
  const shipped = presetFacts(configuration.preset).storageClasses;
  return [...listed, ...shipped.filter(({ name }) => !listed.some((own) => own.name === name))];
}

/** Objects that are declared to exist, those of the preset included. */
export const externalObjects = (configuration: Configuration): readonly ExternalObject[] => [
  ...configuration.external,
  ...presetFacts(configuration.preset).external,
];

/** The declaration that covers an object, if any. */
export const declared = (configuration: Configuration, target: Target): ExternalObject | undefined =>
  externalObjects(configuration).find(
    ({ kind, name, namespace }) =>
      kind === target.kind &&
      (name.endsWith("*") ? target.name.startsWith(name.slice(0, -1)) : name === target.name) &&
      (namespace === undefined || target.namespace === undefined || namespace === target.namespace),
  );

/**
 * Whether an object exists although no manifest holds it. A list that the configuration spells out is complete, so what
 * it lacks does not exist; of everything else nothing is known.
 */
export function knownOutside(configuration: Configuration, target: Target): "yes" | "no" | "unknown" {
  if (inEveryCluster(target) || declared(configuration, target)) return "yes";
  switch (target.kind) {
    case "StorageClass":
      return among(target, storageClassesOf(configuration), configuration.storageClasses !== undefined);
    case "Namespace": {
      const { namespaces, defaultNamespace } = configuration;
      const names = [...(namespaces ?? []), defaultNamespace].map((name) => ({ name }));
      return among(target, names, namespaces !== undefined);
    }
    case "Node":
      return among(target, configuration.nodes ?? [], configuration.nodes !== undefined);
    default:
      return "unknown";
  }
}

function among(
  target: Target,
  known: readonly { readonly name: string | undefined }[],
  isComplete: boolean,
): "yes" | "no" | "unknown" {
  return known.some(({ name }) => name === target.name) ? "yes" : isComplete ? "no" : "unknown";
}
