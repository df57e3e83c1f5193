import { at, isSet, type JsonMap, listOf, mapOf, textOf } from "../../base/json.ts";
import type { Held } from "./answer.ts";
import { readClaim } from "./objects.ts";
import { type Quantity, storedQuantity } from "./quantity.ts";

export const isLimit = (kind: string): boolean => kind === "LimitRange" || kind === "ResourceQuota";

/** plugin/pkg/admission/limitranger and resourcequota, as far as they count claims and their sizes. */
export function isOverLimit(claim: JsonMap, namespace: string, objects: Held): boolean {
  const own = [...objects.values()].filter((object) => object.namespace === namespace);
  const ranges = own.filter(({ kind }) => kind === "LimitRange").map(({ json }) => json);
  const quotas = own.filter(({ kind }) => kind === "ResourceQuota").map(({ json }) => json);
  if (ranges.length + quotas.length === 0) return false;
  const request = storedQuantity(at(claim, "spec", "resources", "requests", "storage"));
  if (ranges.some((range) => isOutside(range, request))) return true;
  const claims = own
    .filter(({ kind }) => kind === "PersistentVolumeClaim")
    .map(({ json }) => readClaim(json, namespace));
  return quotas.some((quota) => isExceeded(quota, [...claims, readClaim(claim, namespace)]));
}

function isOutside(range: JsonMap, request: Quantity): boolean {
  return listOf(mapOf(range.spec).limits)
    .map(mapOf)
    .filter(({ type }) => type === "PersistentVolumeClaim")
    .some(({ min, max }) => {
      const least = mapOf(min).storage;
      const most = mapOf(max).storage;
      return (isSet(least) && request < storedQuantity(least)) || (isSet(most) && request > storedQuantity(most));
    });
}

const OF_CLASS = /^(.+)\.storageclass\.storage\.k8s\.io\/(requests\.storage|persistentvolumeclaims)$/;
const WHOLE = 1_000_000_000n;

interface Counted {
  readonly className: string;
  readonly request: Quantity;
}

function isExceeded(quota: JsonMap, claims: readonly Counted[]): boolean {
  return Object.entries(mapOf(mapOf(quota.spec).hard)).some(([name, hard]) => {
    const [, className, resource = name.replace(/^count\//, "")] = OF_CLASS.exec(name) ?? [];
    const counted = className === undefined ? claims : claims.filter((claim) => claim.className === textOf(className));
    const limit = storedQuantity(hard);
    switch (resource) {
      case "requests.storage":
        return counted.reduce((sum, { request }) => sum + request, 0n) > limit;
      case "persistentvolumeclaims":
        return BigInt(counted.length) * WHOLE > limit;
      default:
        return false;
    }
  });
}
