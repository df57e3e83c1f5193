import type { LanguageChoice } from "../base/localized.ts";
import type { ReportedFinding } from "./report.ts";

const COMMAND = { error: "error", warning: "warning", information: "notice", hint: "notice" } as const;

/** Workflow commands: GitHub shows each beside the line that it is about. */
export const asGitHub = (findings: readonly ReportedFinding[], languages: LanguageChoice): string =>
  findings
    .map(({ severity, file, range: { start, end }, rule, message }) => {
      const fields = {
        file: file.replaceAll("\\", "/"),
        line: start.line + 1,
        endLine: end.line + 1,
        // Columns may only be given for findings on one line.
        ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
        title: rule,
      };
      const list = Object.entries(fields).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${COMMAND[severity]} ${list.join(",")}::${data(languages.map((each) => message[each]).join("\n"))}`;
    })
    .join("\n");

/** The runner's toolkit escapes these (packages/core/src/command.ts). */
const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
