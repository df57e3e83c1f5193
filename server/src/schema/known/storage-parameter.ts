import { type Known, known, type Row } from "./known.ts";

export interface Parameter extends Known {
  readonly values: readonly string[];
  /** Of the provisioner inside Kubernetes; its CSI driver does not know it. */
  readonly isOld: boolean;
}

type ParameterRow = Row | readonly [...Row, values: string];

export const rows = (table: readonly ParameterRow[], isOld = false): readonly Parameter[] =>
  table.map(([value, en, vi, values = ""]) => ({
    ...known([value, en, vi]),
    values: values === "" ? [] : values.split(" "),
    isOld,
  }));

/** Of the provisioner inside Kubernetes. */
export const old = (table: readonly ParameterRow[]): readonly Parameter[] => rows(table, true);
