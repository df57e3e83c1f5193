import { mapChanged } from "../base/sharing.ts";
import { factsOf, type ResourceFacts } from "../model/facts.ts";
import type { Finding } from "../rules/rule.ts";
import type { DocumentContext } from "../workspace/context.ts";
import type { FileId } from "../workspace/file.ts";
import type { WorkspaceView } from "../workspace/view.ts";
import type { TextFile, Workspace } from "../workspace/workspace.ts";
import { withoutConsequences } from "./consequences.ts";
import { lintDocument, type OnFailure } from "./lint.ts";
import { lintReferences } from "./lint-workspace.ts";
import { type RuleChoice, RuleSet } from "./rule-set.ts";
import { type Suppressed, sift } from "./suppressions.ts";
import { whereTextBreaksOff } from "./unfinished.ts";

export interface DiagnoseSettings extends RuleChoice {
  /** Which one is heard where these settings and a configuration file disagree; the file when absent. */
  readonly wins?: "file" | "settings";
  readonly onFailure: OnFailure;
}

/** A finding and the document of the file that it is about. */
export interface Located {
  readonly index: number;
  readonly finding: Finding;
}

/** A finding that a comment in the file keeps from being reported. */
export interface LocatedSuppressed extends Suppressed {
  readonly index: number;
}

export interface Diagnosis {
  readonly located: readonly Located[];
  readonly suppressed: readonly LocatedSuppressed[];
}

/**
 * How much of a file is looked at again.
 * - "edited": documents that were not looked at before; the others keep what they were told last.
 * - a set of facts: those, and the documents that hold these objects, because what they mention has changed.
 * - "all": every document.
 */
export type Extent = "edited" | "all" | ReadonlySet<ResourceFacts>;

/** What was said of a file last: one list of findings per document, before comments are heard. */
interface Said {
  readonly contexts: readonly DocumentContext[];
  readonly findings: readonly (readonly Finding[])[];
  readonly rules: RuleSet;
}

/** Choices of rules that are kept as sets: each keystroke in a configuration file may be another. */
const KEPT_SETS = 20;

/**
 * Says everything there is to say of a file: of each document by itself, then what other files make of it. Remembers
 * what it said of open files, so that a keystroke costs the edited document.
 */
export class Diagnoser {
  readonly #workspace: Workspace;
  readonly #said = new Map<FileId, Said>();
  readonly #sets = new Map<string, RuleSet>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  diagnose(held: TextFile, settings: DiagnoseSettings, extent: Extent): readonly Located[] {
    return this.examine(held, settings, extent).located;
  }

  /** The same with what comments keep from being reported. */
  examine(held: TextFile, settings: DiagnoseSettings, extent: Extent): Diagnosis {
    const { onFailure } = settings;
    const contexts = this.#workspace.contextsOf(held);
    const rules = this.rulesFor(held.file, settings);
    const findings = this.#findings(held.file, contexts, rules, onFailure, extent);
    const { kept, suppressed } = sift(contexts, findings, { rules, asked: "workspace", onFailure });
    const told = (each: readonly Finding[], index: number): readonly Finding[] =>
      index === contexts.length - 1 ? whereTextBreaksOff(each, held.stream.doc(index)) : each;
    return {
      located: kept.flatMap((each, index) => told(each, index).map((finding) => ({ index, finding }))),
      suppressed: suppressed.flatMap((each, index) => each.map((one) => ({ index, ...one }))),
    };
  }

  /** The rules that a file is checked by. */
  rulesFor(file: FileId, { profile, severities, wins }: DiagnoseSettings): RuleSet {
    const configuration = this.#workspace.configurationOf(file);
    const said: RuleChoice = { profile, severities };
    const written: RuleChoice = { profile: configuration.profile, severities: configuration.rules };
    const choices = wins === "settings" ? [written, said] : [said, written];
    const key = JSON.stringify(choices);
    const known = this.#sets.get(key);
    if (known) return known;
    if (this.#sets.size >= KEPT_SETS) this.#sets.clear();
    const rules = new RuleSet(...choices);
    this.#sets.set(key, rules);
    return rules;
  }

  #findings(
    file: FileId,
    contexts: readonly DocumentContext[],
    rules: RuleSet,
    onFailure: OnFailure,
    extent: Extent,
  ): Said["findings"] {
    const view = this.#workspace.viewOf(file);
    const check = (context: DocumentContext): readonly Finding[] => diagnoseDocument(context, view, rules, onFailure);
    const findings = this.#again(this.#said.get(file), contexts, rules, extent, check);
    if (this.#workspace.openFile(file)) this.#said.set(file, { contexts, findings, rules });
    else this.#said.delete(file);
    return findings;
  }

  #again(
    before: Said | undefined,
    contexts: readonly DocumentContext[],
    rules: RuleSet,
    extent: Extent,
    check: (context: DocumentContext) => readonly Finding[],
  ): Said["findings"] {
    if (extent === "all" || before?.rules !== rules) return contexts.map(check);
    const findings = mapChanged(before.contexts, before.findings, contexts, check);
    if (extent === "edited" || extent.size === 0) return findings;
    return findings.map((each, index) => {
      const context = contexts[index];
      return context && factsOf(context.doc).some((facts) => extent.has(facts)) ? check(context) : each;
    });
  }
}

/** Findings about how the manifest is written, not about what it says. */
const isAboutText = ({ rule }: Finding): boolean => rule.startsWith("yaml/") || rule.startsWith("schema/");

function diagnoseDocument(
  context: DocumentContext,
  view: WorkspaceView,
  rules: RuleSet,
  onFailure: OnFailure,
): readonly Finding[] {
  const own = lintDocument(context, rules, onFailure);
  const check = (each: DocumentContext): readonly Finding[] => lintReferences(each, view, rules, onFailure);
  const shared = withoutConsequences(check(context), own.filter(isAboutText), context, check);
  return shared.length === 0 ? own : [...own, ...shared];
}
