import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readText } from "../disk/files.ts";
import { UsageError } from "./options.ts";
import type { ReportedFinding } from "./report.ts";

/** A finding that was there when the baseline was written. Files are named from the baseline's folder. */
interface Entry {
  readonly rule: string;
  readonly file: string;
  readonly fingerprint: string;
}

/** Findings split by whether a baseline has them, and what in it is no longer found. */
export interface Compared {
  readonly fresh: readonly ReportedFinding[];
  readonly known: readonly ReportedFinding[];
  readonly stale: readonly Entry[];
}

export function writeBaseline(path: string, findings: readonly ReportedFinding[]): void {
  const entries = findings
    .map(({ rule, place, fingerprint }): Entry => ({ rule, file: place, fingerprint }))
    .sort((a, b) => compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint));
  // One finding a line, so that changes read well and merge.
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n");
  writeFileSync(path, `{\n  "version": 1,\n  "findings": [${lines === "" ? "" : `\n${lines}\n  `}]\n}\n`);
}

/** `isChecked` says whether a file was looked at: of others nothing is known to be gone. */
export function compareWithBaseline(
  path: string,
  findings: readonly ReportedFinding[],
  isChecked: (place: string) => boolean,
): Compared {
  const entries = readBaseline(path);
  const noted = new Set(entries.map(({ fingerprint }) => fingerprint));
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  const exists = (file: string): boolean => readText(join(dirname(path), file)) !== undefined;
  return {
    fresh: findings.filter(({ fingerprint }) => !noted.has(fingerprint)),
    known: findings.filter(({ fingerprint }) => noted.has(fingerprint)),
    stale: entries.filter(({ file, fingerprint }) => !found.has(fingerprint) && (isChecked(file) || !exists(file))),
  };
}

function readBaseline(path: string): readonly Entry[] {
  const text = readText(path);
  if (text === undefined) throw new UsageError(`--baseline: ${path} cannot be read`);
  try {
    const { version, findings }: { readonly version?: unknown; readonly findings?: unknown } = JSON.parse(text);
    if (version === 1 && Array.isArray(findings)) return findings.filter(isEntry);
  } catch {
    // Told below like any other text that is no baseline.
  }
  throw new UsageError(`--baseline: ${path} is not a file that --write-baseline wrote`);
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" &&
  value !== null &&
  "fingerprint" in value &&
  "file" in value &&
  "rule" in value &&
  [value.fingerprint, value.file, value.rule].every((part) => typeof part === "string");

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
