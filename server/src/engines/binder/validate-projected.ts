import { isSet, type JsonMap, listOf, mapOf, numberOf, optionalText, textOf } from "../../base/json.ts";
import { isDnsSubdomain } from "../../base/names.ts";
import { reservedPathFaults } from "./paths.ts";
import { selectorFaults } from "./selector.ts";
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
    const kinds = ["secret", "configMap", "downwardAPI", "serviceAccountToken", "clusterTrustBundle"];
    return [
      ...keyedFaults(source, "secret", at, twice),
      ...keyedFaults(source, "configMap", at, twice),
      ...listOf(mapOf(source.downwardAPI).items).flatMap((item) => [
        ...downwardFaults(mapOf(item), `${at}.downwardAPI`),
        ...twice(textOf(mapOf(item).path)),
      ]),
      ...(isSet(source.serviceAccountToken) ? tokenFaults(mapOf(source.serviceAccountToken), at, path) : []),
      ...(isSet(source.clusterTrustBundle) ? bundleFaults(mapOf(source.clusterTrustBundle), at, twice) : []),
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

function bundleFaults(bundle: JsonMap, at: string, twice: Twice): readonly string[] {
  const path = `${at}.clusterTrustBundle`;
  const name = optionalText(bundle.name);
  const signer = optionalText(bundle.signerName);
  const file = textOf(bundle.path);
  const faults: string[] = [];
  if ((name === undefined) === (signer === undefined)) faults.push(path);
  else if (name !== undefined) {
    if (!isDnsSubdomain(name.replaceAll(":", "."))) faults.push(`${path}.name`);
    if (isSet(bundle.labelSelector)) faults.push(`${path}.labelSelector`);
  } else {
    if (!/^[^/]+\/[^/]+$/.test(signer ?? "")) faults.push(`${path}.signerName`);
    faults.push(...selectorFaults(bundle.labelSelector, `${path}.labelSelector`));
  }
  if (file === "") faults.push(`${path}.path`);
  return [...faults, ...reservedPathFaults(file, `${path}.path`), ...twice(file)];
}
