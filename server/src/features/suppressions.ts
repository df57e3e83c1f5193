import { RULES } from "../rules/index.ts";
import type { Finding, SuppressionUse } from "../rules/rule.ts";
import { type SuppressedName, type Suppression, suppressionsOf } from "../rules/suppression/comment.ts";
import type { DocumentContext } from "../workspace/context.ts";
import { isLinted, type OnFailure } from "./lint.ts";
import { domainOf, RULE_NAMES, type RuleSet } from "./rule-set.ts";

/** A finding that a comment keeps from being reported. */
export interface Suppressed {
  readonly finding: Finding;
  readonly reason: string | undefined;
}

/** The findings of a file's documents, sifted by the comments in them. */
export interface Sifted {
  readonly kept: readonly (readonly Finding[])[];
  readonly suppressed: readonly (readonly Suppressed[])[];
}

export interface Sifting {
  readonly rules: RuleSet;
  /** "alone" when nobody asked the workspace: then a rule that does has not had its say. */
  readonly asked: "alone" | "workspace";
  readonly onFailure: OnFailure;
}

/** `findings` holds one list for each of the file's documents. What the comments themselves get wrong is added. */
export function sift(
  contexts: readonly DocumentContext[],
  findings: readonly (readonly Finding[])[],
  sifting: Sifting,
): Sifted {
  const comments = contexts.map(({ doc }) => suppressionsOf(doc));
  if (comments.every(({ length }) => length === 0)) return { kept: findings, suppressed: [] };
  const ofFile = comments.flat().filter(({ scope }) => scope === "file");
  const used = new Set<SuppressedName>();
  const kept: (readonly Finding[])[] = [];
  const suppressed: (readonly Suppressed[])[] = [];
  for (const [index, context] of contexts.entries()) {
    const own = comments[index] ?? [];
    const silenced: Suppressed[] = [];
    kept.push(
      (findings[index] ?? []).filter((finding) => {
        const found = silencing(finding, context, [...own, ...ofFile]);
        for (const { name } of found) used.add(name);
        if (found[0]) silenced.push({ finding, reason: found[0].comment.reason });
        return found.length === 0;
      }),
    );
    suppressed.push(silenced);
  }
  return { kept: kept.map((each, index) => withRemarks(each, contexts[index], used, sifting)), suppressed };
}

interface Silencing {
  readonly comment: Suppression;
  readonly name: SuppressedName;
}

/** Every comment that the finding falls under, and the name in it: each of them is of use. */
function silencing(finding: Finding, { doc }: DocumentContext, comments: readonly Suppression[]): readonly Silencing[] {
  const line = doc.lines.positionAt(finding.span.start).line;
  const domain = domainOf(finding.rule);
  return comments.flatMap((comment) => {
    if (comment.scope === "unclear" || (comment.scope === "line" && comment.line !== line)) return [];
    return comment.names
      .filter(({ text }) => text === finding.rule || text === domain)
      .map((name) => ({ comment, name }));
  });
}

/** The findings with what there is to say about the comments of the document. */
function withRemarks(
  findings: readonly Finding[],
  context: DocumentContext | undefined,
  used: ReadonlySet<SuppressedName>,
  { rules, asked, onFailure }: Sifting,
): readonly Finding[] {
  if (!context || !isLinted(context) || rules.suppression.length === 0) return findings;
  const comments = suppressionsOf(context.doc);
  if (comments.length === 0) return findings;
  const remarks: Finding[] = [];
  for (const suppression of comments) {
    const use = useOf(suppression, used, rules, asked);
    for (const rule of rules.suppression) {
      try {
        for (const draft of rule.check(use, context)) {
          const severity = rules.severityOf(rule.id, draft.severity ?? rule.severity);
          remarks.push({ ...draft, rule: rule.id, severity });
        }
      } catch (error) {
        onFailure(rule.id, error);
      }
    }
  }
  return [...findings, ...remarks].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function useOf(
  suppression: Suppression,
  used: ReadonlySet<SuppressedName>,
  rules: RuleSet,
  asked: Sifting["asked"],
): SuppressionUse {
  const names = suppression.scope === "unclear" ? [] : suppression.names;
  return {
    suppression,
    unused: names.filter((name) => !used.has(name) && hadItsSay(name.text, rules, asked)),
    unknown: names.filter(({ text }) => !RULE_NAMES.includes(text)),
    known: RULE_NAMES,
  };
}

/** Whether a name stands for rules that were asked, all of them. What nobody asked is not known to be of no use. */
function hadItsSay(name: string, rules: RuleSet, asked: Sifting["asked"]): boolean {
  const meant = RULES.filter(({ id }) => id === name || domainOf(id) === name);
  return (
    meant.length > 0 &&
    meant.every(({ reads }) => reads !== "suppression" && (reads !== "workspace" || asked === "workspace")) &&
    meant.some(({ id }) => rules.has(id))
  );
}
