import type { Finding, Fix } from "../rules/rule.ts";
import { setRuleLevel } from "../workspace/configuration-edit.ts";
import type { ConfigurationFile } from "../workspace/configurations.ts";
import type { DocumentContext } from "../workspace/context.ts";
import type { Located } from "./diagnose.ts";
import { apart } from "./fix-all.ts";
import { ignoreFix } from "./ignore.ts";

/** One entry of the light bulb: a fix and the finding it belongs to. */
export interface QuickFix {
  readonly located: Located;
  readonly fix: Fix;
}

/** The fixes of several findings of one rule, wherever in the file they are. */
export interface RuleFix {
  readonly rule: string;
  readonly title: Fix["title"];
  readonly fixes: readonly QuickFix[];
}

/** What there is to do about some findings, in the order in which it is offered. */
export interface QuickFixes {
  /** Fixes of the findings themselves, the preferred ones first. */
  readonly own: readonly QuickFix[];
  readonly wholeRules: readonly RuleFix[];
  /** Ways not to see the findings any more. */
  readonly silencing: readonly QuickFix[];
}

/** `all` is everything found in the file, `contexts` its documents, `configuration` the file that rules are set in. */
export function quickFixes(
  touched: readonly Located[],
  all: readonly Located[],
  contexts: readonly DocumentContext[],
  configuration: ConfigurationFile,
): QuickFixes {
  const own = touched.flatMap((located) => (located.finding.fixes?.() ?? []).map((fix) => ({ located, fix })));
  const preferred = own.filter(({ fix }) => fix.preferred);
  const firstOfRule = touched.filter(
    ({ finding }, index) => touched.findIndex((other) => other.finding.rule === finding.rule) === index,
  );
  return {
    own: [...preferred, ...own.filter(({ fix }) => !fix.preferred)],
    wholeRules: firstOfRule
      .filter(({ finding }) => preferred.some(({ located }) => located.finding.rule === finding.rule))
      .flatMap(({ finding }) => wholeRule(finding.rule, all)),
    silencing: [
      ...touched.flatMap((located) => {
        const context = contexts[located.index];
        const fix = context && ignoreFix(context, located.finding);
        return fix ? [{ located, fix }] : [];
      }),
      ...firstOfRule.flatMap((located) => turnOff(located.finding, configuration).map((fix) => ({ located, fix }))),
    ],
  };
}

/** More of one kind are not put right at once: somebody is to look at the result. */
const MOST = 500;

function wholeRule(rule: string, all: readonly Located[]): readonly RuleFix[] {
  const preferred = all
    .filter(({ finding }) => finding.rule === rule)
    .slice(0, MOST)
    .flatMap((located): readonly QuickFix[] => {
      const fix = located.finding.fixes?.()[0];
      return fix?.preferred && !fix.elsewhere?.length ? [{ located, fix }] : [];
    });
  const documents = [...new Set(preferred.map(({ located }) => located.index))];
  const fixes = documents.flatMap((index) => apart(preferred.filter(({ located }) => located.index === index)));
  if (fixes.length < 2) return [];
  const title = {
    en: `Fix all ${fixes.length} findings of \`${rule}\` in this file`,
    vi: `Sửa cả ${fixes.length} chỗ bị \`${rule}\` báo trong tệp này`,
  };
  return [{ rule, title, fixes }];
}

function turnOff({ rule }: Finding, { file, doc }: ConfigurationFile): readonly Fix[] {
  const edits = setRuleLevel(doc, rule, "off");
  if (!edits) return [];
  return [
    {
      title: { en: `Turn off \`${rule}\` for this project`, vi: `Tắt \`${rule}\` cho dự án này` },
      preferred: false,
      safe: false,
      edits: [],
      elsewhere: [{ file, create: doc === undefined, edits }],
    },
  ];
}
