import type { Schema } from "../../server/src/schema/types.ts";

/** A definition on its way to the shipped files; the descriptions of its properties are still inside the schema. */
export interface Definition {
  readonly schema: Schema;
  readonly description: string;
}
