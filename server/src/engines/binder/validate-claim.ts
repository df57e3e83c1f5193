import { isSet, type Json, type JsonMap, mapOf, optionalText, textOf, textsOf } from "../../base/json.ts";
import { isDnsLabel, isDnsSubdomain } from "../../base/names.ts";
import { storedQuantity, wholeUnits } from "./quantity.ts";
import type { Release } from "./release.ts";
import { selectorFaults } from "./selector.ts";
import { classNameFaults, modeFaults, volumeModeFaults } from "./validate-volume.ts";

/** pkg/apis/core/validation ValidatePersistentVolumeClaimSpec; `path` is that of the spec, templates have their own. */
export function claimSpecFaults(spec: JsonMap, path: string, release: Release): readonly string[] {
  const modes = modeFaults(textsOf(spec.accessModes), `${path}.accessModes`, release);
  const attributes = optionalText(spec.volumeAttributesClassName) ?? "";
  return [
    ...modes,
    ...selectorFaults(spec.selector, `${path}.selector`),
    ...requestFaults(spec, path),
    ...classNameFaults(textOf(spec.storageClassName), `${path}.storageClassName`),
    ...volumeModeFaults(spec.volumeMode, `${path}.volumeMode`),
    ...sourceFaults(spec.dataSource, `${path}.dataSource`),
    ...sourceFaults(spec.dataSourceRef, `${path}.dataSourceRef`),
    ...agreementFaults(spec, path),
    ...(release.attributesClasses ? classNameFaults(attributes, `${path}.volumeAttributesClassName`) : []),
  ];
}

function requestFaults(spec: JsonMap, path: string): readonly string[] {
  const { storage } = mapOf(mapOf(spec.resources).requests);
  const missing = storage === undefined || wholeUnits(storedQuantity(storage)) <= 0n;
  return missing ? [`${path}.resources[storage]`] : [];
}

/** validateDataSource and validateDataSourceRef. */
function sourceFaults(json: Json | undefined, path: string): readonly string[] {
  if (!isSet(json)) return [];
  const source = mapOf(json);
  const kind = textOf(source.kind);
  const group = textOf(source.apiGroup);
  const namespace = path.endsWith("Ref") ? textOf(source.namespace) : "";
  return [
    ...(textOf(source.name) === "" ? [`${path}.name`] : []),
    ...(kind === "" ? [`${path}.kind`] : []),
    ...(group === "" && kind !== "PersistentVolumeClaim" ? [path] : []),
    ...(group === "" || isDnsSubdomain(group) ? [] : [`${path}.apiGroup`]),
    ...(namespace === "" || isDnsLabel(namespace) ? [] : [`${path}.namespace`]),
  ];
}

function agreementFaults(spec: JsonMap, path: string): readonly string[] {
  if (!isSet(spec.dataSource) || !isSet(spec.dataSourceRef)) return [];
  const source = mapOf(spec.dataSource);
  const reference = mapOf(spec.dataSourceRef);
  if (textOf(reference.namespace) !== "") return [path];
  const same = ["kind", "name"].every((field) => textOf(source[field]) === textOf(reference[field]));
  return same && optionalText(source.apiGroup) === optionalText(reference.apiGroup) ? [] : [path];
}
