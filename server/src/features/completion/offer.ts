import type { Localized } from "../../base/localized.ts";
import { snippetText } from "./completion.ts";
import type { ValuePlace } from "./place.ts";
import { writtenScalar } from "./scalar.ts";

/** A value to offer, before it is known how it will be written. */
export interface Offer {
  readonly value: string;
  readonly text: Localized | undefined;
  /** A string, which must not be written so that YAML reads something else. */
  readonly isString: boolean;
}

/** The parts of a completion that say how a value is written at its place. */
export function writtenValue(value: string, isString: boolean, place: ValuePlace) {
  const written = writtenScalar(value, isString, place);
  const prefix = /^["']/.exec(written)?.[0] ?? "";
  return {
    label: value === "" ? '""' : value,
    ...(prefix === "" || value === "" ? {} : { filterText: prefix + value }),
    deprecated: false,
    retrigger: false,
    edit: {
      span: place.replace,
      snippet: snippetText(place.before) + snippetText(written) + snippetText(place.after),
    },
    additionalEdits: place.extra,
  };
}
