import { statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { manifestPaths, mayHoldManifest, readText } from "../disk/files.ts";
import { fileOfPath, toPath } from "../disk/uris.ts";
import { CONFIGURATION_FILE } from "../workspace/configuration.ts";
import { type FileId, fileId, folderOf } from "../workspace/file.ts";
import type { TextFile, Workspace } from "../workspace/workspace.ts";

/** A file that the person named, or that lies in a folder they named. */
export interface Source {
  /** What the person calls it. */
  readonly name: string;
  readonly file: FileId;
  readonly text: string;
}

/** The files that a path means: a file, those of a folder, or `-`. What cannot be read is a sentence in `unreadable`. */
export function readSources(path: string, standardInput: () => string, unreadable: string[]): readonly Source[] {
  if (path === "-") return [{ name: "-", file: fileId("stdin:/standard-input.yaml"), text: standardInput() }];
  const kind = kindOf(path);
  if (kind === "folder") {
    return [...manifestPaths(path, [])].flatMap((found) =>
      readSource(found, join(path, relative(path, found)), unreadable),
    );
  }
  if (kind === "file") return readSource(path, path, unreadable);
  unreadable.push(`${path}: no such file or folder`);
  return [];
}

/**
 * The configuration files that the person did not name: those of the folders above, up to where a repository begins.
 * The editor, which is opened on the repository, hears the same ones.
 */
function configurationsAbove(folder: string): readonly { readonly file: FileId; readonly text: string }[] {
  const path = toPath(`${folder}/`);
  if (path === undefined) return [];
  const found: { readonly file: FileId; readonly text: string }[] = [];
  for (let here = resolve(path); ; here = dirname(here)) {
    const file = join(here, CONFIGURATION_FILE);
    const text = readText(file);
    if (text !== undefined) found.push({ file: fileOfPath(file), text });
    if (here === dirname(here) || kindOf(join(here, ".git")) !== undefined) return found;
  }
}

/** Twice over: what a file is for may depend on kustomizations and charts that were read after it. */
export function load(workspace: Workspace, sources: readonly Source[]): readonly TextFile[] {
  const folder = commonFolder(sources.map(({ file }) => folderOf(file)));
  workspace.setFolders([folder]);
  for (const { file, text } of configurationsAbove(folder)) workspace.load(file, text);
  workspace.announce(sources.map(({ file }) => file));
  for (const { file, text } of sources) workspace.load(file, text);
  return sources.map(({ file, text }) => workspace.open(file, text));
}

/** The folder that holds all of them: paths given together belong together. */
function commonFolder(folders: readonly string[]): string {
  const [parts = [], ...others] = folders.map((folder) => folder.split("/")).sort((a, b) => a.length - b.length);
  const length = parts.findIndex((part, index) => others.some((other) => other[index] !== part));
  return (length < 0 ? parts : parts.slice(0, length)).join("/");
}

function readSource(path: string, name: string, unreadable: string[]): readonly Source[] {
  const text = readText(path);
  if (text !== undefined) return [{ name, file: fileOfPath(path), text }];
  unreadable.push(`${path}: cannot be read${mayHoldManifest(path) ? "" : " as a manifest"}`);
  return [];
}

function kindOf(path: string): "file" | "folder" | undefined {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}
