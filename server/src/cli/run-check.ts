import { writeFileSync } from "node:fs";
import type { LanguageChoice, Localized } from "../base/localized.ts";
import { nearest } from "../base/nearest.ts";
import { RULE_NAMES } from "../features/rule-set.ts";
import { RULES } from "../rules/index.ts";
import type { SchemaStore } from "../schema/store.ts";
import type { CheckArguments } from "./arguments.ts";
import { type Compared, compareWithBaseline, writeBaseline } from "./baseline.ts";
import { type Checked, check } from "./check.ts";
import { asGitHub } from "./github.ts";
import { UsageError } from "./options.ts";
import { asPatch } from "./patch.ts";
import { asSarif } from "./sarif.ts";
import { asText } from "./text.ts";
import { isOver, upgradeAsJson, upgradeAsText } from "./upgrade.ts";

/** What checking needs of the process it runs in. */
export interface CheckSurroundings {
  readonly store: SchemaStore;
  readonly version: string;
  standardInput(): string;
}

/** What the process prints, and how it ends. */
interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: 0 | 1 | 2;
}

/** Checks and, where asked, writes files. */
export async function runCheck(
  given: CheckArguments,
  { store, version, standardInput }: CheckSurroundings,
): Promise<Outcome> {
  for (const name of Object.keys(given.rules)) mustBeRule(name);
  if (given.upgradeTo !== undefined && given.format !== "text" && given.format !== "json")
    throw new UsageError(`--upgrade-to prints text or json, not ${given.format}`);
  const checked = await check(given, store, standardInput);
  if (given.fix === "write") writeFixed(checked);
  const compared = compare(given, checked);
  const report = outputOf(given, checked, compared, version);
  const instead = insteadOfReport(given, checked);
  const complaints = [...checked.unreadable, ...checked.failures, ...(instead === undefined ? [] : [report])];
  return {
    stdout: instead ?? `${report}\n`,
    stderr: complaints.map((line) => `${line}\n`).join(""),
    status: checked.unreadable.length > 0 ? 2 : isFaulty(given, compared) ? 1 : 0,
  };
}

function mustBeRule(name: string): void {
  if (RULE_NAMES.includes(name)) return;
  const [meant] = nearest(name, RULE_NAMES);
  throw new UsageError(`--rules: there is no rule "${name}"${meant === undefined ? "" : `; did you mean ${meant}?`}`);
}

function isFaulty({ baseline, upgradeTo }: CheckArguments, { fresh }: Compared): boolean {
  if (baseline?.use === "write") return false;
  return fresh.some((finding) => (upgradeTo === undefined ? finding.severity === "error" : isOver(finding)));
}

/** A patch, or the fixed text of standard input: then the report goes to the other output. */
function insteadOfReport({ fix, paths }: CheckArguments, checked: Checked): string | undefined {
  if (fix === "show") return asPatch(checked.fixed);
  return fix === "write" && paths.includes("-") ? inputAfter(checked) : undefined;
}

function writeFixed({ fixed }: Checked): void {
  for (const { file, after } of fixed) if (file !== "-") writeFileSync(file, after);
}

/** Standard input as fixes left it. */
const inputAfter = ({ fixed, input }: Checked): string => fixed.find(({ file }) => file === "-")?.after ?? input;

function compare({ baseline }: CheckArguments, { findings, places }: Checked): Compared {
  if (!baseline) return { fresh: findings, known: [], stale: [] };
  if (baseline.use === "read") return compareWithBaseline(baseline.path, findings, (place) => places.has(place));
  writeBaseline(baseline.path, findings);
  return { fresh: [], known: findings, stale: [] };
}

function outputOf(given: CheckArguments, checked: Checked, compared: Compared, version: string): string {
  const { files, documents, suppressed, fixed } = checked;
  const { fresh, known, stale } = compared;
  if (given.upgradeTo !== undefined) {
    const upgrade = { to: given.upgradeTo, findings: fresh, fixed };
    return given.format === "json" ? upgradeAsJson(upgrade) : upgradeAsText(upgrade, given.languages);
  }
  switch (given.format) {
    case "json":
      return JSON.stringify(
        {
          files,
          documents,
          findings: fresh,
          suppressed,
          fixed: fixed.map(({ file, fixes }) => ({ file, fixes })),
          ...(given.baseline ? { baseline: { known: known.length, stale } } : {}),
        },
        undefined,
        2,
      );
    case "sarif":
      return JSON.stringify(
        asSarif({ ...compared, suppressed, hasBaseline: !!given.baseline }, RULES, version),
        undefined,
        2,
      );
    case "github":
      return asGitHub(fresh, given.languages);
    case "text":
      return [asText({ ...checked, findings: fresh }, given.languages), ...remarks(given, compared)].join("\n");
  }
}

/** What there is to say about the baseline. */
function remarks({ baseline, languages }: CheckArguments, { known, stale }: Compared): readonly string[] {
  if (!baseline) return [];
  if (baseline.use === "write") return said(written(known.length, baseline.path), languages);
  return [
    ...said(
      {
        en: `${known.length} more are in ${baseline.path}`,
        vi: `${known.length} phát hiện khác đã có trong ${baseline.path}`,
      },
      languages,
    ),
    ...(stale.length === 0 ? [] : said(leftOver(stale.length, baseline.path), languages)),
    ...stale.map(({ file, rule }) => `    ${file}: ${rule}`),
  ];
}

const written = (count: number, path: string): Localized => ({
  en: `${count} findings are noted in ${path}; with --baseline only new ones are reported`,
  vi: `Đã ghi ${count} phát hiện vào ${path}; dùng --baseline để chỉ báo phát hiện mới`,
});

const leftOver = (count: number, path: string): Localized => ({
  en: `${count} entries of ${path} are no longer found; write it anew with --write-baseline`,
  vi: `${count} mục trong ${path} không còn xuất hiện; ghi lại bằng --write-baseline`,
});

const said = (text: Localized, languages: LanguageChoice): readonly string[] => languages.map((each) => text[each]);
