import { isMap, type Json } from "../../base/json.ts";
import { readQuantity } from "./quantity.ts";

/** What Go's decoder accepts for a field; fields that are not listed are ignored, as the server does by default. */
export type Shape =
  | "string"
  | "int32"
  | "int64"
  | "bool"
  | "quantity"
  | { readonly list: Shape }
  | { readonly map: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> };

/** False where the API server answers 400 before it looks at any rule. Null always fits: it is the zero value. */
export function decodes(value: Json | undefined, shape: Shape): boolean {
  if (value === undefined || value === null) return true;
  switch (shape) {
    case "string":
      return typeof value === "string";
    case "bool":
      return typeof value === "boolean";
    case "int32":
      return isWhole(value, 31n);
    case "int64":
      return isWhole(value, 63n);
    case "quantity":
      return readQuantity(value) !== undefined;
  }
  if ("list" in shape) return Array.isArray(value) && value.every((item) => decodes(item, shape.list));
  if (!isMap(value)) return false;
  if ("map" in shape) return Object.values(value).every((item) => decodes(item, shape.map));
  return Object.keys(value).every((name) => {
    const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    return field === undefined || decodes(value[name], field);
  });
}

function isWhole(value: Json, bits: bigint): boolean {
  if (typeof value === "number" && !Number.isInteger(value)) return false;
  if (typeof value !== "number" && typeof value !== "bigint") return false;
  const whole = BigInt(value);
  return whole < 1n << bits && whole >= -(1n << bits);
}
