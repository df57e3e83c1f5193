import { RULES } from "../rules/index.ts";
import type { Rule, Severity } from "../rules/rule.ts";
import { PROFILES, type Profile } from "../workspace/configuration-rules.ts";
import type { YDocument } from "../yaml/document.ts";
import { objectRuleChoice } from "./object-rule-choice.ts";

/** What somebody said about rules: in settings, in the configuration file or on the command line. */
export interface RuleChoice {
  /** Undefined: nothing was said. */
  readonly profile?: Profile | undefined;
  /** By rule id or domain, `schema/*`; the id wins. Naming a rule turns it on, whatever the profile. */
  readonly severities: Readonly<Record<string, Severity | "off">>;
}

type RulesThatRead<R extends Rule["reads"]> = readonly Extract<Rule, { readonly reads: R }>[];

/** The rules that are asked, and how serious their findings are. A value: equal choices need be made into a set once. */
export class RuleSet {
  readonly profile: Profile;
  readonly syntax: RulesThatRead<"syntax">;
  readonly repair: RulesThatRead<"repair">;
  readonly schema: RulesThatRead<"schema">;
  readonly object: RulesThatRead<"object">;
  readonly workspace: RulesThatRead<"workspace">;
  readonly suppression: RulesThatRead<"suppression">;
  readonly configuration: RulesThatRead<"configuration">;
  readonly namedSchema: RulesThatRead<"named-schema">;
  readonly #rulesFor: (kind: string, doc: YDocument) => RulesThatRead<"object">;
  readonly #levels = new Map<string, Severity | undefined>();

  /** Of choices that disagree the last one wins. */
  constructor(...choices: readonly RuleChoice[]) {
    this.profile = choices.findLast(({ profile }) => profile)?.profile ?? "essential";
    const rules = RULES.filter((rule) => this.#decide(rule, choices));
    this.syntax = rules.filter((rule) => rule.reads === "syntax");
    this.repair = rules.filter((rule) => rule.reads === "repair");
    this.schema = rules.filter((rule) => rule.reads === "schema");
    this.object = rules.filter((rule) => rule.reads === "object");
    this.#rulesFor = objectRuleChoice(this.object);
    this.workspace = rules.filter((rule) => rule.reads === "workspace");
    this.suppression = rules.filter((rule) => rule.reads === "suppression");
    this.configuration = rules.filter((rule) => rule.reads === "configuration");
    this.namedSchema = rules.filter((rule) => rule.reads === "named-schema");
  }

  /** The rules that look at objects of this kind and have something to say about a field of the document. */
  objectRulesFor(kind: string, doc: YDocument): RulesThatRead<"object"> {
    return this.#rulesFor(kind, doc);
  }

  /** Whether the rule is asked at all. */
  has(rule: string): boolean {
    return this.#levels.has(rule);
  }

  /** The severity that somebody chose, else the rule's `own`. */
  severityOf(rule: string, own: Severity): Severity {
    return this.#levels.get(rule) ?? own;
  }

  #decide({ id, profile }: Rule, choices: readonly RuleChoice[]): boolean {
    const chosen = levelOf(id, choices);
    if (chosen === "off" || (chosen === undefined && !isIn(profile, this.profile))) return false;
    this.#levels.set(id, chosen);
    return true;
  }
}

/** The domain of a rule, as settings name all of its rules: `schema/*`. */
export function domainOf(rule: string): string {
  return `${rule.slice(0, rule.indexOf("/"))}/*`;
}

/** Every rule and domain that a comment or a configuration file may name. */
export const RULE_NAMES: readonly string[] = [...new Set(RULES.flatMap(({ id }) => [id, domainOf(id)]))].sort();

/** Whoever speaks last decides, be it about the rule or about its domain. */
function levelOf(id: string, choices: readonly RuleChoice[]): Severity | "off" | undefined {
  const domain = domainOf(id);
  return choices.reduce<Severity | "off" | undefined>(
    (level, { severities }) => severities[id] ?? severities[domain] ?? level,
    undefined,
  );
}

function isIn(first: Rule["profile"], profile: Profile): boolean {
  return PROFILES.indexOf(first ?? "essential") <= PROFILES.indexOf(profile);
}
