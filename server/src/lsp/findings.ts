import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type TextEdit,
} from "vscode-languageserver";
import { LineIndex } from "../base/lines.ts";
import type { LanguageChoice } from "../base/localized.ts";
import type { Edit } from "../base/span.ts";
import type { Located } from "../features/diagnose.ts";
import { rangeIn } from "../features/places.ts";
import { documentationOf } from "../features/rule-pages.ts";
import type { Fix, Severity } from "../rules/rule.ts";
import type { TextFile } from "../workspace/workspace.ts";
import { inLanguages, inLeading } from "./words.ts";

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(held: TextFile, { index, finding }: Located, languages: LanguageChoice): Diagnostic {
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
    diagnostic.relatedInformation = finding.related.map(({ span, message }) => ({
      location: { uri: held.file, range: rangeIn(held, index, span) },
      message: inLanguages(message, languages),
    }));
  }
  return diagnostic;
}

/** One light-bulb entry. `textOf` gives the text of another file that the fix edits as well. */
export async function toCodeAction(
  held: TextFile,
  located: Located,
  fix: Fix,
  languages: LanguageChoice,
  textOf: (file: string) => Promise<string | undefined>,
): Promise<CodeAction> {
  const changes: Record<string, TextEdit[]> = {};
  if (fix.edits.length > 0) {
    changes[held.file] = fix.edits.map((edit) => ({
      range: rangeIn(held, located.index, edit.span),
      newText: edit.text,
    }));
  }
  const created: string[] = [];
  for (const { file, create, edits } of fix.elsewhere ?? []) {
    const text = await textOf(file);
    if (create && text === undefined) created.push(file);
    changes[file] = toTextEdits(text ?? "", edits);
  }
  return {
    title: inLeading(fix.title, languages),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(held, located, languages)],
    isPreferred: fix.preferred,
    edit: created.length === 0 ? { changes } : { documentChanges: creations(created, changes) },
  };
}

function toTextEdits(text: string, edits: readonly Edit[]): TextEdit[] {
  const lines = new LineIndex(text);
  return edits.map(({ span, text: newText }) => ({
    range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
    newText,
  }));
}

function creations(created: readonly string[], changes: Readonly<Record<string, TextEdit[]>>) {
  return [
    ...created.map((uri) => ({ kind: "create" as const, uri, options: { ignoreIfExists: true } })),
    ...Object.entries(changes).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits })),
  ];
}
