import { relative } from "node:path";
import { readText } from "../disk/files.ts";
import { toPath } from "../disk/uris.ts";
import { Diagnoser } from "../features/diagnose.ts";
import type { SchemaStore } from "../schema/store.ts";
import type { FileId } from "../workspace/file.ts";
import { Workspace } from "../workspace/workspace.ts";
import type { CheckArguments } from "./arguments.ts";
import { type Report, type ReportedFinding, report } from "./report.ts";
import { load, readSources } from "./sources.ts";

export interface Checked extends Report {
  /** Paths that could not be read, each as a sentence for people. */
  readonly unreadable: readonly string[];
  /** Rules that failed on their own account. */
  readonly failures: readonly string[];
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
      profile: given.profile,
      severities: given.rules,
      wins: "settings" as const,
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
