import { statSync } from "node:fs";
import { join, relative } from "node:path";
import { manifestPaths, mayHoldManifest, readText } from "../disk/files.ts";
import { fileOfPath, toPath } from "../disk/uris.ts";
import { Diagnoser } from "../features/diagnose.ts";
import type { SchemaStore } from "../schema/store.ts";
import { type FileId, fileId, folderOf } from "../workspace/file.ts";
import { type TextFile, Workspace } from "../workspace/workspace.ts";
import type { CheckArguments } from "./arguments.ts";
import { type Report, type ReportedFinding, report } from "./report.ts";

export interface Checked extends Report {
  /** Paths that could not be read, each as a sentence for people. */
  readonly unreadable: readonly string[];
  /** Rules that failed on their own account. */
  readonly failures: readonly string[];
}

interface Source {
  readonly name: string;
  readonly file: FileId;
  readonly text: string;
}

/** Reads all paths, then checks them as one workspace, or each file as one of its own. */
export function check(given: CheckArguments, store: SchemaStore, standardInput: () => string): Checked {
  const unreadable: string[] = [];
  const sources = given.paths.flatMap((path) => readSources(path, standardInput, unreadable));
  const failures: string[] = [];
  const names = new Map(sources.map(({ file, name }) => [file, name]));
  const nameOf = (file: FileId): string => names.get(file) ?? relative(process.cwd(), toPath(file) ?? file);
  const groups = given.isolated ? sources.map((source) => [source]) : [sources];
  const findings: ReportedFinding[] = [];
  let documents = 0;
  for (const group of groups) {
    const workspace = new Workspace(store);
    workspace.configure({ kubernetesVersion: given.kubernetesVersion, namespace: "default" });
    const diagnoser = new Diagnoser(workspace);
    const settings = {
      severities: given.rules,
      onFailure: (rule: string, error: unknown) => void failures.push(`${rule}: ${String(error)}`),
    };
    for (const held of load(workspace, group)) {
      documents += held.stream.docs.filter((doc) => doc.root !== null).length;
      const located = diagnoser.diagnose(held, settings, "all");
      const textOf = (file: FileId): string => readText(toPath(file) ?? "") ?? "";
      findings.push(...located.map((each) => report(held, each, nameOf, textOf)));
    }
  }
  return { files: sources.length, documents, findings, unreadable, failures };
}

/** Twice over: what a file is for may depend on kustomizations and charts that were read after it. */
function load(workspace: Workspace, sources: readonly Source[]): readonly TextFile[] {
  workspace.setFolders([commonFolder(sources.map(({ file }) => folderOf(file)))]);
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

function readSources(path: string, standardInput: () => string, unreadable: string[]): readonly Source[] {
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
