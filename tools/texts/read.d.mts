interface Prose {
  readonly summary: string;
  readonly detail: string;
}

export interface SourceText {
  readonly key: string;
  readonly file: string;
  readonly title: { readonly en: string; readonly vi: string };
  readonly en: Prose;
  readonly vi: Prose;
  readonly example?: string;
  /** A key of links.yaml. */
  readonly docs: string;
  readonly see?: readonly string[];
  readonly also?: readonly string[];
  readonly since?: string;
  readonly matches?: readonly { readonly field: string; readonly value: string }[];
}

export function readTexts(root?: string): {
  readonly texts: readonly SourceText[];
  readonly links: { readonly [key: string]: string };
};
