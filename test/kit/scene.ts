import type { Cursor } from "../../server/src/features/places.ts";
import { fileId } from "../../server/src/workspace/file.ts";
import { type TextFile, Workspace } from "../../server/src/workspace/workspace.ts";
import type { Case, CaseFile } from "./cases.ts";
import { compileTexts } from "./named-schema.ts";
import { schemas } from "./schemas.ts";

export interface SceneFile extends CaseFile {
  readonly held: TextFile;
}

/** The files of a case, open in a workspace. */
export interface Scene {
  readonly workspace: Workspace;
  readonly files: readonly SceneFile[];
}

const FOLDER = "file:///workspace/";

export function openScene(example: Case): Scene {
  const workspace = new Workspace(schemas);
  workspace.announce(example.files.map(({ name }) => fileId(FOLDER + name)));
  // What one file is may depend on another, a patch on its kustomization: the second round knows them all.
  for (const { name, text } of example.files) workspace.open(fileId(FOLDER + name), text);
  const files = example.files.map((file) => ({ ...file, held: workspace.open(fileId(FOLDER + file.name), file.text) }));
  readNamedSchemas(workspace, files);
  return { workspace, files };
}

/** JSON Schemas that files of the case name are files of the case. */
function readNamedSchemas(workspace: Workspace, files: readonly SceneFile[]): void {
  for (const { held } of files) workspace.contextsOf(held);
  const texts = files
    .filter(({ name }) => name.endsWith(".schema.json"))
    .map(({ name, text }) => [FOLDER + name, text] as const);
  for (const uri of workspace.namedSchemas.takeWanted()) workspace.namedSchemas.put(uri, compileTexts(uri, texts));
}

/** Where `$0` stood. A case that asks about the cursor must have one. */
export function cursorOf(scene: Scene): Cursor & { readonly file: SceneFile } {
  for (const file of scene.files) {
    const { held, cursor } = file;
    if (cursor === undefined) continue;
    const { index, offset } = held.stream.docAt(cursor);
    return { held, index, offset, context: scene.workspace.contextOf(held, held.stream.doc(index)), base: 0, file };
  }
  throw new Error("the case has no $0");
}
