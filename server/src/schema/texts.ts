import type { Language, Localized } from "../base/localized.ts";
import { apiVersionOf, type Gvk } from "./types.ts";

/** Markdown with nothing but code spans: one sentence, then one to four more. */
interface Prose {
  readonly summary: string;
  readonly detail: string;
}

/** An explanation of a field, kind, concept or problem, written by us in every language: `text.vi.summary`. */
export interface Text extends Readonly<Record<Language, Prose>> {
  readonly key: string;
  readonly title: Localized;
  /** YAML that needs no translation. */
  readonly example: string | undefined;
  /** Page to read on. */
  readonly docs: string | undefined;
  /** Keys of related texts, for {@link Texts.get}. */
  readonly see: readonly string[];
  /** First Kubernetes release that has the field, "1.24". */
  readonly since: string | undefined;
}

/** Content of `dist/texts.json`, written by tools/texts/compile.mjs. */
export interface CompiledTexts {
  /** A string is the key of the text that explains this place too. */
  readonly entries: { readonly [key: string]: CompiledText | string };
  /** "definition#field" -> patterns of values (`*` matches anything) with the key of the text they lead to. */
  readonly byValue: { readonly [field: string]: readonly (readonly [pattern: string, key: string])[] };
}

interface CompiledText extends Readonly<Record<Language, Prose>> {
  readonly title: string | Localized;
  readonly example?: string;
  readonly docs?: string;
  readonly see?: readonly string[];
  readonly since?: string;
}

/** Root fields with one meaning in every kind. */
const SHARED_FIELDS: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata", "spec", "status"]);

/**
 * The texts that `dist/texts.json` holds. Keys are schema definitions rather than paths, so that `image` is explained
 * once and not once per workload kind. The JSON is parsed when the first text is asked for.
 */
export class Texts {
  readonly #json: string;
  #compiled: CompiledTexts | undefined;

  constructor(json: string) {
    this.#json = json;
  }

  /**
   * What `field` of `definition` means. `kind` ("apps/v1/Deployment") and `path` ("spec.selector", list positions left
   * out) prefer a text written for that very place; at the root of an object they also find the fields all kinds share.
   */
  forField(definition: string | undefined, field: string, kind?: string, path?: string): Text | undefined {
    return (
      (kind !== undefined && path !== undefined ? this.get(`${kind}:${path}`) : undefined) ??
      (definition !== undefined ? this.get(`${definition}#${field}`) : undefined) ??
      (path === field && SHARED_FIELDS.has(field) ? this.get(`any#${field}`) : undefined)
    );
  }

  forKind(gvk: Gvk): Text | undefined {
    return this.get(`${apiVersionOf(gvk)}/${gvk.kind}`);
  }

  /** "nat" or "pvc-pending": a concept or else a problem of that name. */
  forConcept(slug: string): Text | undefined {
    return this.get(`concept/${slug}`) ?? this.get(`problem/${slug}`);
  }

  /** What a value of "definition#field" says beyond it: an image that is Calico's, an access mode few disks offer. */
  forValue(field: string, value: string): Text | undefined {
    const byValue = this.#read().byValue;
    const patterns = Object.hasOwn(byValue, field) ? byValue[field] : undefined;
    const match = patterns?.find(([pattern]) => matches(pattern, value));
    return match && this.get(match[1]);
  }

  get(key: string): Text | undefined {
    const entries = this.#read().entries;
    const entry = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (entry === undefined) return undefined;
    if (typeof entry === "string") return this.get(entry);
    const { title, en, vi, example, docs, see, since } = entry;
    return {
      key,
      title: typeof title === "string" ? { en: title, vi: title } : title,
      en,
      vi,
      example,
      docs,
      see: see ?? [],
      since,
    };
  }

  #read(): CompiledTexts {
    // Written by our own build and shipped beside this code: its shape is checked there and in the tests.
    this.#compiled ??= JSON.parse(this.#json) as CompiledTexts;
    return this.#compiled;
  }
}

/** Whether `value` is `pattern`, where `*` stands for any characters, none included. */
function matches(pattern: string, value: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (!value.startsWith(first)) return false;
  const last = rest.pop();
  if (last === undefined) return value === first;
  let from = first.length;
  for (const part of rest) {
    const at = value.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return value.length - last.length >= from && value.endsWith(last);
}
