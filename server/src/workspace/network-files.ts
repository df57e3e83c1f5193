import type { Range } from "../base/lines.ts";
import { Memo } from "../base/memo.ts";
import type { YDocument } from "../yaml/document.ts";
import type { FileId } from "./file.ts";
import { type NetworkObject, networkObjectsOf, pathKey } from "./network-objects.ts";
import type { TextFile, Workspace } from "./workspace.ts";

/** Where a part of an object stands. */
export interface NetworkPlace {
  readonly file: FileId;
  readonly range: Range;
}

/** All objects of the network as they were at one moment. */
export interface NetworkSnapshot {
  /** In the order of their files. */
  readonly objects: readonly NetworkObject[];
  /** The innermost thing at `path` that people point at. */
  placeOf(origin: string, path: readonly (string | number)[]): NetworkPlace | undefined;
  /** The object whose text holds a line, and the innermost path in it. */
  objectAt(file: FileId, line: number): NetworkObject | undefined;
  /** The object of a file that others know by this name. */
  objectNamed(file: FileId, kind: string, namespace: string | undefined, name: string): NetworkObject | undefined;
}

/**
 * What the files of a workspace hold of the network. A document that an edit left alone keeps its objects, and a closed
 * file is read once: only the small objects stay.
 */
export class NetworkFiles {
  readonly #namespace: string;
  readonly #files = new Map<FileId, readonly FileDocument[]>();
  readonly #objects = new Memo<YDocument, readonly NetworkObject[]>();
  #documents = 0;

  constructor(namespace: string) {
    this.#namespace = namespace;
  }

  put(workspace: Workspace, held: TextFile): void {
    const { file, stream, role } = held;
    if (role !== "manifest") return void this.#files.delete(file);
    const documents = stream.docs.map((doc, index): FileDocument => {
      const isManifest = workspace.contextOf(held, doc).role === "manifest";
      return { line: stream.lineStarts[index] ?? 0, objects: isManifest ? this.#of(doc) : [] };
    });
    this.#files.set(
      file,
      documents.filter(({ objects }) => objects.length > 0),
    );
  }

  remove(file: FileId): void {
    this.#files.delete(file);
  }

  has(file: FileId): boolean {
    return this.#files.has(file);
  }

  snapshot(): NetworkSnapshot {
    const files = [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1));
    const homes = new Map<string, { readonly file: FileId; readonly line: number; readonly object: NetworkObject }>();
    for (const [file, documents] of files) {
      for (const { line, objects } of documents) {
        for (const object of objects) homes.set(object.origin, { file, line, object });
      }
    }
    let named: ReadonlyMap<string, NetworkObject> | undefined;
    return {
      objects: [...homes.values()].map(({ object }) => object),
      placeOf: (origin, path) => {
        const home = homes.get(origin);
        const range = home && innermost(home.object, path);
        return home && range && { file: home.file, range: lower(range, home.line) };
      },
      objectAt: (file, line) => {
        const documents = this.#files.get(file) ?? [];
        for (const { line: start, objects } of documents) {
          const found = objects.find(({ ranges }) => holds(ranges.get(""), line - start));
          if (found) return found;
        }
        return undefined;
      },
      objectNamed: (file, kind, namespace = this.#namespace, name) => {
        named ??= new Map([...homes.values()].map((home) => [nameKey(home.file, home.object), home.object]));
        return named.get(nameKey(file, { kind, namespace, name }));
      },
    };
  }

  #of(doc: YDocument): readonly NetworkObject[] {
    return this.#objects.of(doc, () => {
      const number = this.#documents++;
      return networkObjectsOf(doc, this.#namespace, (index) => `${number}/${index}`);
    });
  }
}

interface FileDocument {
  /** Line of the file on which the document starts. */
  readonly line: number;
  readonly objects: readonly NetworkObject[];
}

const nameKey = (file: FileId, { kind, namespace, name }: Pick<NetworkObject, "kind" | "namespace" | "name">): string =>
  JSON.stringify([file, kind, namespace, name]);

function innermost({ ranges }: NetworkObject, path: readonly (string | number)[]): Range | undefined {
  for (let length = path.length; length > 0; length--) {
    const range = ranges.get(pathKey(path.slice(0, length)));
    if (range) return range;
  }
  return ranges.get("");
}

const holds = (range: Range | undefined, line: number): boolean =>
  range !== undefined && range.start.line <= line && line <= range.end.line;

const lower = ({ start, end }: Range, lines: number): Range => ({
  start: { line: start.line + lines, character: start.character },
  end: { line: end.line + lines, character: end.character },
});
