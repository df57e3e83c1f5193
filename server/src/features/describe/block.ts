import type { Localized } from "../../base/localized.ts";

/** One property of a field, "default `3`". */
export interface Fact {
  readonly label: Localized;
  /** Literal pieces of YAML, shown as code; empty for facts without any, such as "required". */
  readonly values: readonly string[];
}

/** A piece of an explanation. What is shown, in which language and markup is decided where it is rendered. */
export type Block =
  /** `type` is language-neutral, in kubectl's notation: `[]Container`. */
  | {
      readonly kind: "title";
      readonly title: string;
      readonly type: string | undefined;
      readonly facts: readonly Fact[];
    }
  /** A text of ours: markdown with nothing but code spans. */
  | { readonly kind: "text"; readonly summary: Localized; readonly detail: Localized | undefined }
  /** Upstream's English, where we have no text of our own yet. */
  | { readonly kind: "upstream"; readonly english: string }
  | { readonly kind: "fact"; readonly fact: Fact }
  /** Cells are text of the manifests, or marks such as ✓; they need no language. */
  | { readonly kind: "table"; readonly head: readonly Localized[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "example"; readonly yaml: string }
  | { readonly kind: "link"; readonly url: string };
