import { Diagnoser } from "../../server/src/features/diagnose.ts";
import type { Severity } from "../../server/src/rules/rule.ts";
import type { SchemaStore } from "../../server/src/schema/store.ts";
import { fileId } from "../../server/src/workspace/file.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { type ClassifiedFile, classifiedFiles } from "../../test/kit/classified.ts";
import { cleanFiles, groupBy } from "./hosts.ts";

/** What is said of files in which nothing was planted. */
export interface FalseFindings {
  /** Valid files, and those of them with an error or a warning. */
  readonly valid: number;
  readonly withError: number;
  readonly withWarning: number;
  /** Templates, values, kustomizations and patches, and those of them with an error. */
  readonly pieces: number;
  readonly piecesWithError: number;
  readonly said: readonly string[];
}

const PIECES: readonly string[] = ["template", "kustomization", "other", "patch"];

/** Each repository of a corpus is a workspace of its own. */
export function falseFindings(corpus: string, store: SchemaStore): FalseFindings {
  const clean = new Set(cleanFiles(corpus));
  const projects = groupBy(classifiedFiles(corpus), ({ path }) => path.split("/")[0] ?? "");
  const looked = [...projects.values()].flatMap((files) => findingsOf(files, store));
  const has = (severity: Severity) => (file: Looked) => file.findings.some((each) => each.severity === severity);
  const valid = looked.filter(({ path }) => clean.has(path));
  const pieces = looked.filter(({ path, role }) => PIECES.includes(role) && !clean.has(path));
  return {
    valid: valid.length,
    withError: valid.filter(has("error")).length,
    withWarning: valid.filter(has("warning")).length,
    pieces: pieces.length,
    piecesWithError: pieces.filter(has("error")).length,
    said: [
      ...valid.flatMap(({ path, findings }) =>
        findings
          .filter(({ severity }) => severity === "error" || severity === "warning")
          .map(({ text }) => `${path}: ${text}`),
      ),
      ...pieces.flatMap(({ path, findings }) =>
        findings.filter(({ severity }) => severity === "error").map(({ text }) => `${path}: ${text}`),
      ),
    ],
  };
}

interface Looked {
  readonly path: string;
  readonly role: string;
  readonly findings: readonly { readonly severity: Severity; readonly text: string }[];
}

function findingsOf(files: readonly ClassifiedFile[], store: SchemaStore): readonly Looked[] {
  const workspace = new Workspace(store);
  const uriOf = (path: string) => fileId(`file:///${path}`);
  workspace.setFolders([uriOf(files[0]?.path.split("/")[0] ?? "")]);
  workspace.announce(files.map(({ path }) => uriOf(path)));
  for (const { path, stream } of files) workspace.load(uriOf(path), stream.text);
  const diagnoser = new Diagnoser(workspace);
  return files.map(({ path, role, stream }) => {
    const held = workspace.load(uriOf(path), stream.text);
    const settings = {
      severities: {},
      onFailure: (rule: string, error: unknown): void => {
        throw new Error(`${rule} failed on ${path}`, { cause: error });
      },
    };
    const findings = diagnoser.diagnose(held, settings, "all").map(({ index, finding }) => ({
      severity: finding.severity,
      text: `${stream.positionAt(index, finding.span.start).line + 1} ${finding.severity} ${finding.rule}: ${finding.message.en}`,
    }));
    return { path, role, findings };
  });
}
