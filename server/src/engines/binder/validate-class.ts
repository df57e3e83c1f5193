import { isMap, isSet, type Json, type JsonMap, listOf, mapOf, stringsOf, textOf, textsOf } from "../../base/json.ts";
import { isQualifiedName, sizeOf } from "./names.ts";

const MOST_PARAMETERS = 512;
const LARGEST_PARAMETERS = 256 * 1024;

/** pkg/apis/storage/validation ValidateStorageClass. */
export function storageClassFaults(json: JsonMap): readonly string[] {
  return [
    ...(isQualifiedName(textOf(json.provisioner).toLowerCase()) ? [] : ["provisioner"]),
    ...parameterFaults(json.parameters),
    ...(["", "Delete", "Retain"].includes(textOf(json.reclaimPolicy)) ? [] : ["reclaimPolicy"]),
    ...(isSet(json.volumeBindingMode) && !isBindingMode(json.volumeBindingMode) ? ["volumeBindingMode"] : []),
    ...topologyFaults(listOf(json.allowedTopologies)),
  ];
}

/** ValidateVolumeAttributesClass. */
export function attributesClassFaults(json: JsonMap): readonly string[] {
  return [
    ...(isQualifiedName(textOf(json.driverName).toLowerCase()) ? [] : ["driverName"]),
    ...parameterFaults(json.parameters),
    ...(stringsOf(json.parameters).size === 0 ? ["parameters"] : []),
  ];
}

const isBindingMode = (mode: Json): boolean => mode === "Immediate" || mode === "WaitForFirstConsumer";

function parameterFaults(json: Json | undefined): readonly string[] {
  const parameters = stringsOf(json);
  if (parameters.size > MOST_PARAMETERS) return ["parameters"];
  return parameters.has("") || sizeOf(parameters) > LARGEST_PARAMETERS ? ["parameters"] : [];
}

/**
 * validateAllowedTopologies. Its list of terms seen starts with as many empty ones as there are terms, so a term
 * without expressions counts as a duplicate.
 */
function topologyFaults(terms: readonly Json[]): readonly string[] {
  const seen = new Set(terms.length > 0 ? ["[]"] : []);
  return terms.flatMap((json, index) => {
    const path = `allowedTopologies[${index}].matchLabelExpressions`;
    const expressions = listOf(mapOf(json).matchLabelExpressions).filter(isMap);
    const raw = new Map<string, readonly string[]>();
    const faults = expressions.flatMap((expression, i) => {
      const key = textOf(expression.key);
      const twice = raw.has(key) ? [`${path}[${i}].key`] : [];
      raw.set(key, [...new Set(textsOf(expression.values))].sort());
      return [...expressionFaults(expression, `${path}[${i}]`), ...twice];
    });
    const term = JSON.stringify([...raw].sort(([a], [b]) => (a < b ? -1 : 1)));
    if (seen.has(term)) faults.push(path);
    seen.add(term);
    return faults;
  });
}

/** validateTopologySelectorLabelRequirement. */
function expressionFaults(expression: JsonMap, path: string): readonly string[] {
  const values = textsOf(expression.values);
  const faults = values.length === 0 ? [`${path}.values`] : [];
  values.forEach((value, index) => {
    if (values.indexOf(value) < index) faults.push(`${path}.values[${index}]`);
  });
  return isQualifiedName(textOf(expression.key)) ? faults : [...faults, `${path}.key`];
}
