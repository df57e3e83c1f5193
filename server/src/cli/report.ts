import type { Range } from "../base/lines.ts";
import { LineIndex } from "../base/lines.ts";
import type { Localized } from "../base/localized.ts";
import type { Located } from "../features/diagnose.ts";
import { rangeIn } from "../features/places.ts";
import type { Fix, Severity } from "../rules/rule.ts";
import type { FileId } from "../workspace/file.ts";
import type { TextFile } from "../workspace/workspace.ts";

/** What `check --format json` prints; positions are zero-based and count UTF-16 units, as in LSP. */
export interface Report {
  readonly files: number;
  readonly documents: number;
  readonly findings: readonly ReportedFinding[];
}

export interface ReportedFinding {
  readonly file: string;
  /** Which document of the file, from 0. */
  readonly document: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Localized;
  readonly range: Range;
  /** Best first. */
  readonly fixes: readonly ReportedFix[];
}

interface ReportedFix {
  readonly title: Localized;
  readonly preferred: boolean;
  readonly safe: boolean;
  readonly edits: readonly { readonly file: string; readonly range: Range; readonly newText: string }[];
}

/** `nameOf` turns a file back into what the person called it; `textOf` reads a file that a fix edits too. */
export function report(
  held: TextFile,
  { index, finding }: Located,
  nameOf: (file: FileId) => string,
  textOf: (file: FileId) => string,
): ReportedFinding {
  const fixes = finding.fixes?.() ?? [];
  return {
    file: nameOf(held.file),
    document: index,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: rangeIn(held, index, finding.span),
    fixes: fixes.map((fix) => reportFix(held, index, fix, nameOf, textOf)),
  };
}

function reportFix(
  held: TextFile,
  index: number,
  fix: Fix,
  nameOf: (file: FileId) => string,
  textOf: (file: FileId) => string,
): ReportedFix {
  const own = fix.edits.map(({ span, text }) => ({
    file: nameOf(held.file),
    range: rangeIn(held, index, span),
    newText: text,
  }));
  const others = (fix.elsewhere ?? []).flatMap(({ file, edits }) => {
    const lines = new LineIndex(textOf(file));
    return edits.map(({ span, text }) => ({
      file: nameOf(file),
      range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
      newText: text,
    }));
  });
  return { title: fix.title, preferred: fix.preferred, safe: fix.safe, edits: [...own, ...others] };
}
