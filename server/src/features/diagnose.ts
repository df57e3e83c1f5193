import type { Finding } from "../rules/rule.ts";
import type { DocumentContext } from "../workspace/context.ts";
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
 * Everything there is to say of a file: each document by itself, then what other files make of it. With "edited" only
 * documents that were not looked at before ask the workspace again; the others keep what they were told last, until
 * somebody asks with "all". That keeps a keystroke as cheap as its document.
 */
export function diagnose(
  workspace: Workspace,
  held: TextFile,
  settings: DiagnoseSettings,
  extent: "edited" | "all" = "all",
): readonly Located[] {
  const view = workspace.viewOf(held.file);
  return held.stream.docs.flatMap((doc, index) => {
    const context = workspace.contextOf(held, doc);
    const own = lintDocument(context, settings, settings.onFailure);
    const shared = sharedFindings(workspace, context, view, settings, extent);
    return [...own, ...shared].map((finding) => ({ index, finding }));
  });
}

interface Shared {
  readonly revision: number;
  readonly severities: LintSettings["severities"];
  readonly findings: readonly Finding[];
}

const memo = new WeakMap<DocumentContext, Shared>();

function sharedFindings(
  workspace: Workspace,
  context: DocumentContext,
  view: WorkspaceView,
  settings: DiagnoseSettings,
  extent: "edited" | "all",
): readonly Finding[] {
  const { revision } = workspace;
  const { severities } = settings;
  const known = memo.get(context);
  if (known?.severities === severities && (known.revision === revision || extent === "edited")) return known.findings;
  const findings = lintReferences(context, view, settings, settings.onFailure);
  memo.set(context, { revision, severities, findings });
  return findings;
}
