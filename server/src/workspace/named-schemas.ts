import ignore, { type Ignore } from "ignore";
import type { Span } from "../base/span.ts";
import type { NamedSchema } from "../schema/complaint.ts";
import { resolveReference } from "../schema/schema-file.ts";
import type { YDocument } from "../yaml/document.ts";
import type { FileRole } from "./context.ts";
import { decodedUri, type FileId } from "./file.ts";
import { type Naming, namingIn } from "./schema-naming.ts";

/** The JSON Schema that a document, or a setting about its file, names. */
export interface SchemaUse {
  readonly uri: string;
  /** Where the document names it; undefined when a setting does. */
  readonly span: Span | undefined;
  /** Undefined while nobody has read it. */
  readonly schema: NamedSchema | undefined;
}

/** Setting: path of a schema -> patterns of the files that it is for, both counted from the workspace folder. */
export type SchemaSetting = Readonly<Record<string, readonly string[]>>;

export type SchemaLanguage = "yaml" | "json";

/** The JSON Schemas that people name, by URI. They are read outside and put in here. */
export class NamedSchemas {
  readonly #schemas = new Map<string, NamedSchema>();
  readonly #users = new Map<string, Set<FileId>>();
  readonly #wanted = new Set<string>();
  #patterns: readonly { readonly path: string; readonly files: Ignore }[] = [];
  #others: readonly SchemaLanguage[] = [];
  #revision = 0;

  /** Moves when documents may have another schema than before. */
  get revision(): number {
    return this.#revision;
  }

  configure(setting: SchemaSetting): void {
    this.#patterns = Object.entries(setting).map(([path, globs]) => ({ path, files: ignore().add([...globs]) }));
    this.#revision++;
  }

  /** Says what a schema holds now. */
  put(uri: string, schema: NamedSchema): void {
    this.#schemas.set(uri, schema);
    this.#revision++;
  }

  /** Files that name it, or have named it. */
  usersOf(uri: string): ReadonlySet<FileId> {
    return this.#users.get(uri) ?? new Set();
  }

  /** Somebody else reads what documents in these languages name; only settings are ours there. */
  leaveToOthers(languages: readonly SchemaLanguage[]): void {
    this.#others = languages;
  }

  /** Schemas that documents have named and nobody has read, once each. */
  takeWanted(): readonly string[] {
    if (this.#wanted.size === 0) return [];
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    return wanted;
  }

  /** Whether a setting names a schema for the file; `root` is the workspace folder that it lies in. */
  isFor(file: FileId, root: string): boolean {
    return this.#patterns.length > 0 && this.#ofSetting(file, root) !== undefined;
  }

  /** What the document says of itself comes before what a setting says of its file. */
  useIn(file: FileId, doc: YDocument, role: FileRole, root: () => string): SchemaUse | undefined {
    if (role === "template" || doc.dialect === "template") return undefined;
    const language = /\.jsonc?$/i.test(file) ? "json" : "yaml";
    const named = this.#others.includes(language) ? undefined : namingIn(doc, file, role);
    const naming = named ?? (this.#patterns.length > 0 ? this.#ofSetting(file, root()) : undefined);
    const uri = naming && resolveReference(naming.reference, naming.base);
    // What lies on the network is never fetched.
    if (!naming || uri === undefined || /^https?:/i.test(uri)) return undefined;
    this.#note(uri, file);
    return { uri, span: naming.span, schema: this.#schemas.get(uri) };
  }

  #ofSetting(file: FileId, root: string): Naming | undefined {
    const inside = file.startsWith(`${root}/`) ? decodedUri(file.slice(root.length + 1)) : "";
    if (inside === "" || !ignore.isPathValid(inside)) return undefined;
    const found = this.#patterns.find(({ files }) => files.ignores(inside));
    return found && { reference: encodeURI(found.path), base: `${root}/`, span: undefined };
  }

  #note(uri: string, file: FileId): void {
    const users = this.#users.get(uri);
    if (users) users.add(file);
    else {
      this.#users.set(uri, new Set([file]));
      this.#wanted.add(uri);
    }
  }
}

/** Whether both say the same of a document. */
export const isSameUse = (a: SchemaUse | undefined, b: SchemaUse | undefined): boolean =>
  a?.uri === b?.uri && a?.schema === b?.schema && a?.span?.start === b?.span?.start;
