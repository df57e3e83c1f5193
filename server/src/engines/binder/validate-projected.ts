import { isSet, type JsonMap, listOf, mapOf, numberOf, textOf } from "../../base/json.ts";
import { reservedPathFaults } from "./paths.ts";
import { downwardFaults, keyToPathFaults } from "./validate-pod-volumes.ts";

/** pkg/apis/core/validation validateProjectionSources; two files at one path are said of the whole volume. */
export function projectedFaults(projected: JsonMap, path: string): readonly string[] {
  const taken = new Set<string>();
  const twice = (file: string): readonly string[] => {
    if (file === "") return [];
    if (taken.has(file)) return [path];
    taken.add(file);
    return [];
  };
  return listOf(projected.sources).flatMap((json, index) => {
    const source = mapOf(json);
    const at = `${path}.sources[${index}]`;
    // Trust bundles and certificates of pods are behind gates that are off: the API server drops them.
    const kinds = ["secret", "configMap", "downwardAPI", "serviceAccountToken"];
    return [
      ...keyedFaults(source, "secret", at, twice),
      ...keyedFaults(source, "configMap", at, twice),
      ...listOf(mapOf(source.downwardAPI).items).flatMap((item) => [
        ...downwardFaults(mapOf(item), `${at}.downwardAPI`),
        ...twice(textOf(mapOf(item).path)),
      ]),
      ...(isSet(source.serviceAccountToken) ? tokenFaults(mapOf(source.serviceAccountToken), at, path) : []),
      ...(kinds.filter((kind) => isSet(source[kind])).length > 1 ? [at] : []),
    ];
  });
}

type Twice = (file: string) => readonly string[];

function keyedFaults(source: JsonMap, kind: string, at: string, twice: Twice): readonly string[] {
  if (!isSet(source[kind])) return [];
  const keyed = mapOf(source[kind]);
  return [
    ...(textOf(keyed.name) === "" ? [`${at}.${kind}.name`] : []),
    ...listOf(keyed.items).flatMap((item, index) => [
      ...keyToPathFaults(mapOf(item), `${at}.${kind}.items[${index}]`),
      ...twice(textOf(mapOf(item).path)),
    ]),
  ];
}

const TEN_MINUTES = 600;
const LONGEST = 2 ** 32;

function tokenFaults(token: JsonMap, at: string, volume: string): readonly string[] {
  const seconds = numberOf(token.expirationSeconds) ?? 3600;
  const file = textOf(token.path);
  return [
    ...(seconds < TEN_MINUTES || seconds > LONGEST ? [`${at}.serviceAccountToken.expirationSeconds`] : []),
    ...(file === "" ? [`${volume}.path`] : reservedPathFaults(file, `${volume}.path`)),
  ];
}
