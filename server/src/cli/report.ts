import type { Range } from "../base/lines.ts";
import { LineIndex } from "../base/lines.ts";
import type { Localized } from "../base/localized.ts";
import type { Located } from "../features/diagnose.ts";
import { rangeIn } from "../features/places.ts";
import type { Fix, Retired, Severity } from "../rules/rule.ts";
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
  /** The same for the same finding, wherever its line moves. */
  readonly fingerprint: string;
  /** The file, named from the folder of the baseline. */
  readonly place: string;
  readonly retired?: Retired;
  /** Best first. */
  readonly fixes: readonly ReportedFix[];
}

/** A finding that a comment in the file keeps from being reported. */
export interface SuppressedFinding extends ReportedFinding {
  readonly reason: string | undefined;
}

interface ReportedFix {
  readonly title: Localized;
  readonly preferred: boolean;
  readonly safe: boolean;
  readonly edits: readonly { readonly file: string; readonly range: Range; readonly newText: string }[];
}

/** What files are called. */
export interface Naming {
  /** What the person calls a file. */
  name(file: FileId): string;
  readonly place: string;
  /** Text of a file that a fix edits too. */
  text(file: FileId): string;
}

export function report(
  held: TextFile,
  { index, finding }: Located,
  fingerprint: string,
  naming: Naming,
): ReportedFinding {
  const fixes = finding.fixes?.() ?? [];
  return {
    file: naming.name(held.file),
    document: index,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: rangeIn(held, index, finding.span),
    fingerprint,
    place: naming.place,
    ...(finding.retired ? { retired: finding.retired } : {}),
    fixes: fixes.map((fix) => reportFix(held, index, fix, naming)),
  };
}

function reportFix(held: TextFile, index: number, fix: Fix, naming: Naming): ReportedFix {
  const own = fix.edits.map(({ span, text }) => ({
    file: naming.name(held.file),
    range: rangeIn(held, index, span),
    newText: text,
  }));
  const others = (fix.elsewhere ?? []).flatMap(({ file, edits }) => {
    const lines = new LineIndex(naming.text(file));
    return edits.map(({ span, text }) => ({
      file: naming.name(file),
      range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
      newText: text,
    }));
  });
  return { title: fix.title, preferred: fix.preferred, safe: fix.safe, edits: [...own, ...others] };
}
