export interface Glossary {
  readonly areas: readonly {
    readonly id: string;
    readonly title: { readonly en: string; readonly vi: string };
    readonly terms: readonly {
      readonly en: string;
      readonly vi: string;
      readonly rule: "keep" | "gloss" | "translate";
      readonly gloss?: string;
      readonly note?: string;
    }[];
  }[];
  readonly banned: readonly { readonly word: string; readonly instead: string }[];
  readonly spelling: readonly { readonly wrong: string; readonly right: string }[];
  readonly singular: readonly string[];
}

export function readGlossary(file?: string): Glossary;
export function glossaryPage(glossary: Glossary): string;
