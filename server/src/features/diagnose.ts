import { mapChanged } from "../base/sharing.ts";
import type { Finding } from "../rules/rule.ts";
import type { DocumentContext } from "../workspace/context.ts";
import type { FileId } from "../workspace/file.ts";
import type { WorkspaceView } from "../workspace/view.ts";
import type { TextFile, Workspace } from "../workspace/workspace.ts";
import { type LintSettings, lintDocument, type OnFailure } from "./lint.ts";
import { lintReferences } from "./lint-workspace.ts";

export interface DiagnoseSettings extends LintSettings {
  readonly onFailure: OnFailure;
}

/** A finding and the document of the file that it is about. */
export interface Located {
  readonly index: number;
  readonly finding: Finding;
}

export type Extent = "edited" | "all" | "alone";

/** What was said of a file last: one list of findings per document. */
interface Said {
  readonly contexts: readonly DocumentContext[];
  readonly findings: readonly (readonly Finding[])[];
  readonly severities: LintSettings["severities"];
  /** State of the workspace that all findings know of. */
  readonly revision: number;
}

/**
 * Says everything there is to say of a file: of each document by itself, then what other files make of it. Remembers
 * what it said of open files, so that a keystroke costs the edited document.
 */
export class Diagnoser {
  readonly #workspace: Workspace;
  readonly #said = new Map<FileId, Said>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * With "edited" only documents that were not looked at before ask the workspace; the others keep what they were told
   * last, until somebody asks with "all". With "alone" nobody asks the workspace, which is still being read.
   */
  diagnose(held: TextFile, settings: DiagnoseSettings, extent: Extent): readonly Located[] {
    const contexts = this.#workspace.contextsOf(held);
    if (extent === "alone") return located(contexts.map((each) => lintDocument(each, settings, settings.onFailure)));
    const view = this.#workspace.viewOf(held.file);
    const check = (context: DocumentContext): readonly Finding[] => diagnoseDocument(context, view, settings);
    const { revision } = this.#workspace;
    const before = this.#said.get(held.file);
    const { severities } = settings;
    const keep = before?.severities === severities && (before.revision === revision || extent === "edited");
    const findings = keep ? mapChanged(before.contexts, before.findings, contexts, check) : contexts.map(check);
    if (this.#workspace.openFile(held.file)) {
      this.#said.set(held.file, { contexts, findings, severities, revision: keep ? before.revision : revision });
    } else this.#said.delete(held.file);
    return located(findings);
  }
}

const located = (findings: readonly (readonly Finding[])[]): readonly Located[] =>
  findings.flatMap((each, index) => each.map((finding) => ({ index, finding })));

function diagnoseDocument(
  context: DocumentContext,
  view: WorkspaceView,
  settings: DiagnoseSettings,
): readonly Finding[] {
  const own = lintDocument(context, settings, settings.onFailure);
  const shared = lintReferences(context, view, settings, settings.onFailure);
  return shared.length === 0 ? own : [...own, ...shared];
}
