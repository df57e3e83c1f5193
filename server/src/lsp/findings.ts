import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver";
import type { LanguageChoice } from "../base/localized.ts";
import type { Located } from "../features/diagnose.ts";
import { placeOf, rangeIn } from "../features/places.ts";
import { documentationOf } from "../features/rule-pages.ts";
import type { Severity } from "../rules/rule.ts";
import type { TextFile, Workspace } from "../workspace/workspace.ts";
import { inLanguages } from "./words.ts";

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(
  workspace: Workspace,
  held: TextFile,
  { index, finding }: Located,
  languages: LanguageChoice,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeIn(held, index, finding.span),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    codeDescription: { href: documentationOf(finding.rule, languages[0]) },
    source: "kubernetes-authoring",
    message: inLanguages(finding.message, languages),
  };
  if (finding.tag) {
    diagnostic.tags = [finding.tag === "deprecated" ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary];
  }
  if (finding.related?.length) {
    diagnostic.relatedInformation = finding.related.map(({ span, entry, message }) => ({
      location: entry ? placeOf(workspace, held, entry, span) : { uri: held.file, range: rangeIn(held, index, span) },
      message: inLanguages(message, languages),
    }));
  }
  return diagnostic;
}
