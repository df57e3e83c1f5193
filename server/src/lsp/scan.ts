import { manifestPaths, readText } from "../disk/files.ts";
import { fileOfPath, toPath } from "../disk/uris.ts";
import type { FileId } from "../workspace/file.ts";
import { mayNameSchema } from "../workspace/schema-naming.ts";
import type { TextFile, Workspace } from "../workspace/workspace.ts";
import { inSlices } from "./slices.ts";

/** Where closed files come from. Folders without a disk are listed and read by the editor. */
export interface Files {
  list(folder: string): Iterable<FileId> | Promise<Iterable<FileId>>;
  read(file: FileId): string | undefined | Promise<string | undefined>;
}

export const diskFiles = (excluded: () => readonly string[]): Files => ({
  *list(folder) {
    const path = toPath(folder);
    if (path === undefined) return;
    for (const found of manifestPaths(path, excluded())) yield fileOfPath(found);
  },
  read: (file) => {
    const path = toPath(file);
    return path === undefined ? undefined : readText(path);
  },
});

export interface ScanEvents {
  /** A closed file was read, and what others may want to know of it is in the index. */
  file(held: TextFile): void;
  progress(done: number, of: number): void;
  isStale(): boolean;
}

/**
 * Reads every file of the folders that may hold manifests. Names come first, so that charts are known before their
 * templates; then kustomizations, which say what is a patch; then everything else. Returns false when it was left.
 */
export async function scan(
  workspace: Workspace,
  folders: readonly string[],
  files: Files,
  events: ScanEvents,
): Promise<boolean> {
  const found: FileId[] = [];
  for (const folder of folders) {
    const listed = await files.list(folder);
    const collect = function* (): Generator<void> {
      for (const file of listed) {
        found.push(file);
        yield;
      }
    };
    if (!(await inSlices(collect(), events.isStale))) return false;
  }
  workspace.announce(found);
  const first = (file: FileId): boolean => /\/(?:kustomization\.ya?ml|Kustomization)$/.test(file);
  const ordered = [...found.filter(first), ...found.filter((file) => !first(file))];
  let done = 0;
  const take = (file: FileId, text: string | undefined): void => {
    if (text !== undefined && mayConcern(workspace, file, text)) events.file(workspace.load(file, text));
    if (++done % 100 === 0) events.progress(done, ordered.length);
  };
  const work = function* (): Generator<void> {
    for (const file of ordered) {
      const text = files.read(file);
      if (text instanceof Promise) waiting.push(text.then((read) => take(file, read)));
      else take(file, text);
      yield;
    }
  };
  const waiting: Promise<void>[] = [];
  if (!(await inSlices(work(), events.isStale))) return false;
  await Promise.all(waiting);
  return !events.isStale();
}

/** Most YAML and JSON of a repository is not Kubernetes: one look for the words spares reading it. */
function mayConcern(workspace: Workspace, file: FileId, text: string): boolean {
  if (mayNameSchema(text) || workspace.hasNamedSchema(file)) return true;
  if (/\.json$/i.test(file)) return text.includes('"apiVersion"') && text.includes('"kind"');
  return (
    text.includes("apiVersion") ||
    text.includes("kind:") ||
    /\/(?:kustomization\.ya?ml|Kustomization|\.kubernetes-authoring\.yaml)$/.test(file)
  );
}
