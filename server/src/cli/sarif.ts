import type { Fix, Log, Region, ReportingDescriptor, Result, Suppression } from "sarif";
import type { Range } from "../base/lines.ts";
import type { Localized } from "../base/localized.ts";
import { documentationOf } from "../features/rule-pages.ts";
import type { Rule, Severity } from "../rules/rule.ts";
import type { ReportedFinding, SuppressedFinding } from "./report.ts";

/** What is told, and what is only noted: findings of a baseline, and those that comments in the files suppress. */
export interface Told {
  readonly fresh: readonly ReportedFinding[];
  readonly known: readonly ReportedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly hasBaseline: boolean;
}

const LEVEL: Readonly<Record<Severity, Result.level>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** SARIF 2.1.0, for code scanning. Columns are one-based and count UTF-16 units. */
export function asSarif({ fresh, known, suppressed, hasBaseline }: Told, rules: readonly Rule[], version: string): Log {
  const used = new Set([...fresh, ...known, ...suppressed].map(({ rule }) => rule));
  const descriptors = rules.filter(({ id }) => used.has(id)).map(describe);
  const told = (finding: ReportedFinding, state: "new" | "unchanged", suppressions: Suppression[]): Result => ({
    ...toResult(finding, descriptors),
    ...(hasBaseline ? { baselineState: state } : {}),
    suppressions,
  });
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "kubernetes-authoring",
            version,
            informationUri: "https://github.com/kubernetes-authoring/kubernetes-authoring",
            rules: descriptors,
          },
        },
        columnKind: "utf16CodeUnits",
        results: [
          ...fresh.map((finding) => told(finding, "new", [])),
          ...known.map((finding) => told(finding, "unchanged", [{ kind: "external" }])),
          ...suppressed.map((finding) => told(finding, "new", [inSource(finding)])),
        ],
      },
    ],
  };
}

const inSource = ({ reason }: SuppressedFinding): Suppression => ({
  kind: "inSource",
  ...(reason === undefined ? {} : { justification: reason }),
});

const describe = ({ id, docs, severity }: Rule): ReportingDescriptor => ({
  id,
  shortDescription: { text: docs.title.en },
  fullDescription: { text: docs.why.en },
  helpUri: documentationOf(id, "en"),
  defaultConfiguration: { level: LEVEL[severity] },
});

function toResult(finding: ReportedFinding, descriptors: readonly ReportingDescriptor[]): Result {
  const fixes = finding.fixes.map(toFix);
  return {
    ruleId: finding.rule,
    ruleIndex: descriptors.findIndex(({ id }) => id === finding.rule),
    level: LEVEL[finding.severity],
    message: { text: inBoth(finding.message) },
    locations: [
      { physicalLocation: { artifactLocation: { uri: uriOf(finding.file) }, region: regionOf(finding.range) } },
    ],
    partialFingerprints: { "kubernetesAuthoring/v1": finding.fingerprint },
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

function toFix({ title, edits }: ReportedFinding["fixes"][number]): Fix {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: inBoth(title) },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ range, newText }) => ({ deletedRegion: regionOf(range), insertedContent: { text: newText } })),
    })),
  };
}

const regionOf = ({ start, end }: Range): Region => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

const uriOf = (file: string): string => encodeURI(file.replaceAll("\\", "/"));

/** Viewers of SARIF show one text: both languages, English first. */
const inBoth = (message: Localized): string => `${message.en}\n${message.vi}`;
