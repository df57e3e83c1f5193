import { type ReadSchema, SchemaReader } from "../disk/named-schemas.ts";
import { toFileId } from "../disk/uris.ts";
import type { FileId } from "../workspace/file.ts";
import type { NamedSchemas } from "../workspace/named-schemas.ts";
import type { Pending } from "./pending.ts";

export interface Feeding {
  readonly schemas: NamedSchemas;
  readonly pending: Pending;
  /** What an editor holds, else what the disk holds. */
  read(file: FileId): string | undefined | Promise<string | undefined>;
  recheck(file: FileId): void;
  onFailure(error: unknown): void;
}

/** While somebody types in a schema, it is left alone for so long. */
const REREAD_AFTER_MS = 150;

/** Reads the JSON Schemas that documents name, and again when their files change. */
export class SchemaFeed {
  readonly #around: Feeding;
  readonly #reader: SchemaReader;
  readonly #read = new Map<string, ReadonlySet<FileId>>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  /** One after the other, so that what was read last stays. */
  #work: Promise<void> = Promise.resolve();

  constructor(around: Feeding) {
    this.#around = around;
    this.#reader = new SchemaReader((uri) => around.read(toFileId(uri)));
  }

  /** Whatever documents have named since. */
  readWanted(): void {
    for (const uri of this.#around.schemas.takeWanted()) this.#feed(uri);
  }

  /** A file was written, in an editor or on disk: it may be part of a schema. */
  changed(file: FileId): void {
    if (this.#read.size === 0) return;
    for (const [uri, files] of this.#read) if (files.has(file)) this.#changed.add(uri);
    if (this.#changed.size === 0) return;
    if (this.#timer === undefined) this.#around.pending.begin();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const changed = [...this.#changed];
      this.#changed.clear();
      for (const uri of changed) this.#feed(uri);
      this.#around.pending.end();
    }, REREAD_AFTER_MS);
  }

  /** Settings may have named other schemas. */
  settingsChanged(): void {
    for (const uri of this.#read.keys())
      for (const user of this.#around.schemas.usersOf(uri)) this.#around.recheck(user);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #feed(uri: string): void {
    this.#around.pending.begin();
    this.#work = this.#work
      .then(async () => this.#take(uri, await this.#reader.read(uri)))
      .catch((error: unknown) => this.#around.onFailure(error))
      .finally(() => this.#around.pending.end());
  }

  #take(uri: string, { schema, files }: ReadSchema): void {
    this.#read.set(uri, new Set([...files].map(toFileId)));
    this.#around.schemas.put(uri, schema);
    for (const user of this.#around.schemas.usersOf(uri)) this.#around.recheck(user);
  }
}
