import type { Span } from "../base/span.ts";
import { mistakesOf } from "../rules/mistakes.ts";
import type { Repair } from "../rules/repair/repairs.ts";
import type { Draft, Finding, Rule } from "../rules/rule.ts";
import type { SchemaProblem } from "../schema/problem.ts";
import type { DocumentContext, Subject } from "../workspace/context.ts";
import type { Problem } from "../yaml/problem.ts";
import { withoutConsequences } from "./consequences.ts";
import { RULE_NAMES, type RuleSet } from "./rule-set.ts";

/** Told when a rule fails on a document. The rule is silent there; nothing else changes. */
export type OnFailure = (rule: string, error: unknown) => void;

/** What the rules say of one document, in its order. One mistake gives one finding. */
export function lintDocument(
  context: DocumentContext,
  rules: RuleSet,
  onFailure: OnFailure = () => {},
): readonly Finding[] {
  const said = memo.get(context);
  if (said?.rules === rules) return said.findings;
  const findings = new Linter(context, rules, onFailure).run();
  memo.set(context, { rules, findings });
  return findings;
}

/** Contexts and sets of rules are values: what was said of one stays true. */
const memo = new WeakMap<DocumentContext, { readonly rules: RuleSet; readonly findings: readonly Finding[] }>();

/** Whether rules look at the document at all: of a template nothing is certain before it is rendered. */
export const isLinted = ({ role, doc }: DocumentContext): boolean =>
  role !== "template" && role !== "other" && doc.dialect !== "template";

class Linter {
  readonly #context: DocumentContext;
  readonly #rules: RuleSet;
  readonly #onFailure: OnFailure;
  readonly #findings: Finding[] = [];

  constructor(context: DocumentContext, rules: RuleSet, onFailure: OnFailure) {
    this.#context = context;
    this.#rules = rules;
    this.#onFailure = onFailure;
  }

  run(): readonly Finding[] {
    if (isLinted(this.#context)) this.#ours();
    this.#named();
    return this.#findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  #ours(): void {
    const { repairs, syntax, schema } = mistakesOf(this.#context, this.#onFailure);
    for (const repair of repairs) this.#repair(repair);
    for (const problem of syntax) this.#syntax(problem);
    for (const { problem, subject } of schema) this.#schema(problem, subject);
    // Patches and kustomizations are pieces: what they leave out is not missing.
    if (this.#context.role === "manifest") this.#objects();
    if (this.#context.role === "configuration") this.#configuration();
  }

  /** The schema that the document names repeats nothing that was said of the same place already. */
  #named(): void {
    const { named } = this.#context;
    if (!named) return;
    const ours = this.#findings.splice(0);
    for (const rule of this.#rules.namedSchema) this.#guard(rule, () => rule.check(named, this.#context));
    const isSaid = ({ span }: Finding): boolean =>
      ours.some((each) => each.span.start === span.start && each.span.end === span.end);
    this.#findings.push(...ours, ...this.#findings.splice(0).filter((finding) => !isSaid(finding)));
  }

  #syntax(problem: Problem): void {
    for (const rule of this.#rules.syntax) {
      if (!rule.codes.includes(problem.code)) continue;
      this.#guard(rule, () => [rule.finding(problem, this.#context)]);
    }
  }

  #repair(repair: Repair): void {
    for (const rule of this.#rules.repair) {
      if (rule.repairs.includes(repair.kind)) this.#guard(rule, () => [rule.finding(repair, this.#context)]);
    }
  }

  #schema(problem: SchemaProblem, subject: Subject): void {
    for (const rule of this.#rules.schema) {
      if (!rule.problems.includes(problem.kind)) continue;
      // A rule is handed only problems of the kinds it names, which its wide type in the list cannot say.
      this.#guard(rule, () => [rule.finding(problem as never, subject, this.#context)]);
    }
  }

  #objects(): void {
    const causes = this.#findings.splice(0);
    for (const subject of this.#context.subjects) this.#object(subject);
    const findings = this.#findings.splice(0);
    const kept = withoutConsequences(findings, causes, this.#context, (repaired) => {
      const linter = new Linter(repaired, this.#rules, this.#onFailure);
      for (const subject of repaired.subjects) linter.#object(subject);
      return linter.#findings;
    });
    this.#findings.push(...causes, ...kept);
  }

  #object(subject: Subject): void {
    const { resource } = subject;
    if (!resource) return;
    for (const rule of this.#rules.objectRulesFor(resource.gvk.kind, this.#context.doc)) {
      try {
        for (const draft of rule.check(resource, subject, this.#context)) this.#say(rule, draft);
      } catch (error) {
        this.#onFailure(rule.id, error);
      }
    }
  }

  #configuration(): void {
    for (const rule of this.#rules.configuration) this.#guard(rule, () => rule.check(this.#context, RULE_NAMES));
  }

  #guard(rule: Rule, check: () => Iterable<Draft | undefined>): void {
    try {
      for (const draft of check()) if (draft) this.#say(rule, draft);
    } catch (error) {
      this.#onFailure(rule.id, error);
    }
  }

  #say(rule: Rule, draft: Draft): void {
    const span = firstLine(draft.span, this.#context.doc.text);
    const severity = this.#rules.severityOf(rule.id, draft.severity ?? rule.severity);
    this.#findings.push({ ...draft, span, rule: rule.id, severity });
  }
}

/** A mistake is marked where it starts, not over all the lines that it makes unreadable. */
function firstLine({ start, end }: Span, text: string): Span {
  const line = /[^\r\n]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start, end: start + line };
}
