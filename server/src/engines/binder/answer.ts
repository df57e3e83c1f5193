import type { JsonMap } from "../../base/json.ts";
import type { Stored } from "./manifest.ts";

/** What the API server makes of one object: the object that it then holds, or the paths that it names in its refusal. */
export type Result =
  | { readonly json: JsonMap; readonly fields: undefined }
  | { readonly json: undefined; readonly fields: readonly string[] };

export const accept = (json: JsonMap): Result => ({ json, fields: undefined });
export const refuse = (fields: readonly string[]): Result => ({ json: undefined, fields });

/** What the API server holds, by `objectKey`. */
export type Held = ReadonlyMap<string, Stored>;
