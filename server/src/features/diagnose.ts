import { mapChanged } from "../base/sharing.ts";
import { factsOf, type ResourceFacts } from "../model/facts.ts";
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

/**
 * How much of a file is looked at again.
 * - "edited": documents that were not looked at before; the others keep what they were told last.
 * - a set of facts: those, and the documents that hold these objects, because what they mention has changed.
 * - "all": every document.
 * - "alone": every document, but nobody asks the workspace, which is still being read.
 */
export type Extent = "edited" | "all" | "alone" | ReadonlySet<ResourceFacts>;

/** What was said of a file last: one list of findings per document. */
interface Said {
  readonly contexts: readonly DocumentContext[];
  readonly findings: readonly (readonly Finding[])[];
  readonly severities: LintSettings["severities"];
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

  diagnose(held: TextFile, settings: DiagnoseSettings, extent: Extent): readonly Located[] {
    const contexts = this.#workspace.contextsOf(held);
    if (extent === "alone") return located(contexts.map((each) => lintDocument(each, settings, settings.onFailure)));
    const view = this.#workspace.viewOf(held.file);
    const check = (context: DocumentContext): readonly Finding[] => diagnoseDocument(context, view, settings);
    const findings = this.#findings(held.file, contexts, settings, extent, check);
    const { severities } = settings;
    if (this.#workspace.openFile(held.file)) this.#said.set(held.file, { contexts, findings, severities });
    else this.#said.delete(held.file);
    return located(findings);
  }

  #findings(
    file: FileId,
    contexts: readonly DocumentContext[],
    { severities }: DiagnoseSettings,
    extent: "edited" | "all" | ReadonlySet<ResourceFacts>,
    check: (context: DocumentContext) => readonly Finding[],
  ): Said["findings"] {
    const before = this.#said.get(file);
    if (extent === "all" || before?.severities !== severities) return contexts.map(check);
    const findings = mapChanged(before.contexts, before.findings, contexts, check);
    if (extent === "edited" || extent.size === 0) return findings;
    return findings.map((each, index) => {
      const context = contexts[index];
      return context && factsOf(context.doc).some((facts) => extent.has(facts)) ? check(context) : each;
    });
  }
}

function diagnoseDocument(
  context: DocumentContext,
  view: WorkspaceView,
  settings: DiagnoseSettings,
): readonly Finding[] {
  const own = lintDocument(context, settings, settings.onFailure);
  const shared = lintReferences(context, view, settings, settings.onFailure);
  return shared.length === 0 ? own : [...own, ...shared];
}

const located = (findings: readonly (readonly Finding[])[]): readonly Located[] =>
  findings.flatMap((each, index) => each.map((finding) => ({ index, finding })));
