import { lintReferences } from "../../server/src/features/lint-workspace.ts";
import { factsOf } from "../../server/src/model/facts.ts";
import type { Finding } from "../../server/src/rules/rule.ts";
import type { Catalog } from "../../server/src/schema/catalog.ts";
import { type Configuration, NO_CONFIGURATION } from "../../server/src/workspace/configuration.ts";
import { type DocumentContext, documentContext } from "../../server/src/workspace/context.ts";
import { type FileId, fileId } from "../../server/src/workspace/file.ts";
import { ResourceIndex } from "../../server/src/workspace/index.ts";
import { viewOf } from "../../server/src/workspace/index-view.ts";
import type { Entry, WorkspaceView } from "../../server/src/workspace/view.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { splitDocs } from "../../server/src/yaml/split.ts";
import { EVERYTHING, onFailure } from "./rule-sets.ts";
import { newest } from "./schemas.ts";

const ROOT = "file:///work";

export const documentsOf = (text: string): readonly YDocument[] =>
  splitDocs(text).map((piece) => new YDocument(piece, "manifest"));

/** A folder of files, read as manifests, with `$0` where a cursor stands. */
export class SmallWorkspace {
  readonly index = new ResourceIndex();
  readonly #documents = new Map<FileId, readonly YDocument[]>();
  readonly #configuration: Configuration;
  readonly #catalog: Catalog;
  /** File, document and offset of the `$0`. */
  cursor: { readonly path: string; readonly document: number; readonly offset: number } | undefined;

  constructor(
    files: Readonly<Record<string, string>>,
    configuration: Configuration = NO_CONFIGURATION,
    catalog: Catalog = newest,
  ) {
    this.#configuration = configuration;
    this.#catalog = catalog;
    for (const [path, text] of Object.entries(files)) this.put(path, text);
  }

  put(path: string, text: string): void {
    const pieces = splitDocs(text);
    const document = pieces.findIndex((piece) => piece.includes("$0"));
    if (document >= 0) this.cursor = { path, document, offset: pieces[document]?.indexOf("$0") ?? 0 };
    const documents = documentsOf(text.replace("$0", ""));
    this.#documents.set(uriOf(path), documents);
    this.index.put(
      uriOf(path),
      documents.map((doc) => ({ facts: factsOf(doc) })),
    );
  }

  remove(path: string): void {
    this.#documents.delete(uriOf(path));
    this.index.remove(uriOf(path));
  }

  view(path: string): WorkspaceView {
    return viewOf(this.index, uriOf(path), {
      root: ROOT,
      catalog: this.#catalog,
      configuration: this.#configuration,
      defaultNamespace: "default",
      declarations: { file: uriOf(".kubernetes-authoring.yaml"), doc: undefined },
    });
  }

  documents(path: string): readonly YDocument[] {
    return this.#documents.get(uriOf(path)) ?? [];
  }

  contexts(path: string): readonly DocumentContext[] {
    return this.documents(path).map((doc) => documentContext(doc, "manifest", this.#catalog));
  }

  /** View, document and offset of the `$0`. */
  at(): readonly [WorkspaceView, DocumentContext, number] {
    const { path, document, offset } = this.cursor ?? { path: "", document: 0, offset: 0 };
    const context = this.contexts(path)[document];
    if (!context) throw new Error("no $0 in any file");
    return [this.view(path), context, offset];
  }

  /** Text of a span, as `path: text`. */
  show(place: {
    readonly file: string;
    readonly document: number;
    readonly span: { start: number; end: number };
  }): string {
    const path = place.file.slice(ROOT.length + 1);
    const text = this.documents(path)[place.document]?.text ?? "";
    return `${path}: ${text.slice(place.span.start, place.span.end)}`;
  }

  lint(path: string): readonly { readonly document: number; readonly finding: Finding }[] {
    return this.contexts(path).flatMap((context, document) =>
      lintReferences(context, this.view(path), EVERYTHING, onFailure).map((finding) => ({ document, finding })),
    );
  }
}

export const uriOf = (path: string): FileId => fileId(`${ROOT}/${path}`);

/** `Kind namespace/name in path`, for comparing answers. */
export const nameOfEntry = ({ file, facts }: Entry): string =>
  `${facts.gvk.kind} ${facts.namespace ?? ""}/${facts.name} in ${file.slice(ROOT.length + 1)}`;
