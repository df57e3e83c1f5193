import type { Log, ReportingDescriptor, Result } from "sarif";
import type { Localized } from "../base/localized.ts";
import { documentationOf } from "../features/rule-pages.ts";
import type { Rule, Severity } from "../rules/rule.ts";
import type { Checked } from "./check.ts";
import type { ReportedFinding } from "./report.ts";

const LEVEL: Readonly<Record<Severity, Result.level>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** SARIF 2.1.0, for code scanning. Columns are one-based and count UTF-16 units. */
export function asSarif(checked: Checked, rules: readonly Rule[], version: string): Log {
  const used = new Set(checked.findings.map(({ rule }) => rule));
  const descriptors = rules.filter(({ id }) => used.has(id)).map(describe);
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
        results: checked.findings.map((finding) => toResult(finding, descriptors)),
      },
    ],
  };
}

const describe = ({ id, docs, severity }: Rule): ReportingDescriptor => ({
  id,
  shortDescription: { text: docs.title.en },
  fullDescription: { text: docs.why.en },
  helpUri: documentationOf(id, "en"),
  defaultConfiguration: { level: LEVEL[severity] },
});

function toResult(finding: ReportedFinding, descriptors: readonly ReportingDescriptor[]): Result {
  const { start, end } = finding.range;
  const region = {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  return {
    ruleId: finding.rule,
    ruleIndex: descriptors.findIndex(({ id }) => id === finding.rule),
    level: LEVEL[finding.severity],
    message: { text: inBoth(finding.message) },
    locations: [{ physicalLocation: { artifactLocation: { uri: finding.file.replaceAll("\\", "/") }, region } }],
  };
}

/** Viewers of SARIF show one text: both languages, English first. */
const inBoth = (message: Localized): string => `${message.en}\n${message.vi}`;
