import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  ClientCapabilities,
  CreateFile,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { LineIndex } from "../base/lines.ts";
import type { Edit } from "../base/span.ts";

/** What an editor can do with edits. */
export interface EditAbilities {
  /** Edits of several files with their versions, and new files. */
  readonly documentChanges: boolean;
  /** A preview in which each change is explained and can be left out. */
  readonly annotations: boolean;
  /** Text that is selected once it is inserted. */
  readonly snippets: boolean;
}

/** Edits of one file. `create` says that it does not exist yet. */
export interface FileChange {
  readonly uri: string;
  readonly create: boolean;
  readonly edits: readonly TextEdit[];
}

export interface EditOptions {
  readonly abilities: EditAbilities;
  /** Why, where the editor is to show the changes before it makes them. */
  readonly preview?: ChangeAnnotation | undefined;
  /** Text in the edits that the person is to replace. */
  readonly blank?: string | undefined;
}

export function editAbilities({ workspace }: ClientCapabilities): EditAbilities {
  const edit = workspace?.workspaceEdit;
  return {
    documentChanges: edit?.documentChanges ?? false,
    annotations: edit?.changeAnnotationSupport !== undefined,
    snippets: edit?.snippetEditSupport ?? false,
  };
}

/** The plainest form that says everything: editors differ in what they understand. */
export function toWorkspaceEdit(
  changes: readonly FileChange[],
  { abilities, preview, blank }: EditOptions,
): WorkspaceEdit {
  const annotation = abilities.annotations ? preview : undefined;
  const selects = abilities.snippets && blank !== undefined;
  const creates = changes.some(({ create }) => create);
  if (!(abilities.documentChanges && (annotation || selects)) && !creates)
    return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, [...edits]])) };
  const documents = changes.map(
    ({ uri, edits }): TextDocumentEdit => ({
      textDocument: { uri, version: null },
      edits: edits.map((edit): TextEdit | AnnotatedTextEdit | SnippetTextEdit =>
        selects && edit.newText.includes(blank)
          ? selected(edit, blank)
          : annotation
            ? { ...edit, annotationId: ID }
            : edit,
      ),
    }),
  );
  return {
    documentChanges: [...changes.filter(({ create }) => create).map(creation), ...documents],
    ...(annotation ? { changeAnnotations: { [ID]: annotation } } : {}),
  };
}

const ID = "kubernetes-authoring";

const creation = ({ uri }: FileChange): CreateFile => ({ kind: "create", uri, options: { ignoreIfExists: true } });

function selected({ range, newText }: TextEdit, blank: string): SnippetTextEdit {
  const [before = "", ...after] = newText.split(blank).map((text) => text.replace(/[\\$}]/g, "\\$&"));
  return { range, snippet: { kind: "snippet", value: `${before}\${1:${blank}}${after.join(blank)}` } };
}

/** Edits of a text by offset as edits by position. */
export function toTextEdits(text: string, edits: readonly Edit[]): readonly TextEdit[] {
  const lines = new LineIndex(text);
  return edits.map(({ span, text: newText }) => ({
    range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
    newText,
  }));
}
