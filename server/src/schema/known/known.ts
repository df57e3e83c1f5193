import type { Localized } from "../../base/localized.ts";

/** A value or key that people write, with one line on what it means. */
export interface Known {
  readonly value: string;
  readonly text: Localized;
}

/** `[value, English, Vietnamese]`: tables of these read like the tables they are. */
export type Row = readonly [value: string, en: string, vi: string];

export const known = ([value, en, vi]: Row): Known => ({ value, text: { en, vi } });

/** Values of a field by its definition's name without the `io.k8s.` prefixes, `core.v1.Container#imagePullPolicy`. */
export type FieldTable = { readonly [field: string]: readonly Row[] };
