import { isDnsSubdomain } from "../../base/names.ts";

/** apimachinery `util/validation`: whether names, labels and values have the form the API server asks for. */

const NAME_PART = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** `example.com/name` or `name`. */
export function isQualifiedName(name: string): boolean {
  const parts = name.split("/");
  const own = parts.at(-1) ?? "";
  if (parts.length > 2 || !NAME_PART.test(own) || own.length > 63) return false;
  return parts.length === 1 || isDnsSubdomain(parts[0] ?? "");
}

export const isLabelValue = (value: string): boolean => value === "" || (value.length <= 63 && NAME_PART.test(value));

const LARGEST_ANNOTATIONS = 256 * 1024;

interface Named {
  readonly name: string;
  readonly generateName: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  readonly finalizers: readonly string[];
}

/** apimachinery `api/validation` ValidateObjectMeta with `NameIsDNSSubdomain`; paths below `metadata`. */
export function metadataFaults(metadata: Named): readonly string[] {
  const faults: string[] = [];
  const { name, generateName } = metadata;
  if (generateName !== "" && !isDnsSubdomain(generateName.replace(/-$/, "a"))) faults.push("metadata.generateName");
  if (name === "" ? generateName === "" : !isDnsSubdomain(name)) faults.push("metadata.name");
  faults.push(...labelFaults(metadata.labels, "metadata.labels"));
  faults.push(...annotationFaults(metadata.annotations, "metadata.annotations"));
  metadata.finalizers.forEach((finalizer, index) => {
    if (!isQualifiedName(finalizer)) faults.push("metadata.finalizers");
    if (!finalizer.includes("/") && !STANDARD_FINALIZERS.has(finalizer)) faults.push(`metadata.finalizers[${index}]`);
  });
  return faults;
}

/** pkg/apis/core/helper `standardFinalizers`. */
const STANDARD_FINALIZERS: ReadonlySet<string> = new Set(["kubernetes", "orphan", "foregroundDeletion"]);

export function labelFaults(labels: ReadonlyMap<string, string>, path: string): readonly string[] {
  return [...labels].flatMap(([key, value]) => (isQualifiedName(key) && isLabelValue(value) ? [] : [path]));
}

export function annotationFaults(annotations: ReadonlyMap<string, string>, path: string): readonly string[] {
  const faults = [...annotations.keys()].filter((key) => !isQualifiedName(key.toLowerCase())).map(() => path);
  const size = [...annotations].reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);
  return size > LARGEST_ANNOTATIONS ? [...faults, path] : faults;
}

/** The size of a map of strings, as the API server counts it. */
export const sizeOf = (entries: ReadonlyMap<string, string>): number =>
  [...entries].reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);
