import type { Finding } from "../rules/rule.ts";
import type { DocumentContext } from "../workspace/context.ts";
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

/** Everything there is to say of a file: each document by itself, then what other files make of it. */
export function diagnose(workspace: Workspace, held: TextFile, settings: DiagnoseSettings): readonly Located[] {
  return held.stream.docs.flatMap((doc, index) => {
    const context = workspace.contextOf(held, doc);
    return diagnoseDocument(workspace, held, context, settings).map((finding) => ({ index, finding }));
  });
}

export function diagnoseDocument(
  workspace: Workspace,
  held: TextFile,
  context: DocumentContext,
  settings: DiagnoseSettings,
): readonly Finding[] {
  const own = lintDocument(context, settings, settings.onFailure);
  const shared = lintReferences(context, workspace.viewOf(held.file), settings);
  return shared.length === 0 ? own : [...own, ...shared];
}
