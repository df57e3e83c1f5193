import { factsOfResource } from "../model/facts.ts";
import { resourcesOf } from "../model/resource.ts";
import { RULES } from "../rules/index.ts";
import type { Finding } from "../rules/rule.ts";
import type { DocumentContext } from "../workspace/context.ts";
import type { WorkspaceView } from "../workspace/view.ts";
import type { OnFailure } from "./lint.ts";
import type { RuleSet } from "./rule-set.ts";

/**
 * What the rest of the workspace makes of one document. Templates and patches are left alone: what they lack stands in
 * the values, or in the object they patch.
 */
export function lintReferences(
  context: DocumentContext,
  view: WorkspaceView,
  rules: RuleSet,
  onFailure: OnFailure = () => {},
): readonly Finding[] {
  const { doc, role } = context;
  if (role !== "manifest" || doc.dialect === "template") return NONE;
  const findings: Finding[] = [];
  for (const resource of resourcesOf(doc)) {
    const facts = factsOfResource(resource);
    if (!facts) continue;
    const isConnected = facts.references.length + facts.offers.length > 0;
    for (const rule of rules.workspace) {
      if (rule.kinds ? !rule.kinds.includes(facts.gvk.kind) : !isConnected) continue;
      try {
        for (const draft of rule.check(resource, facts, view)) {
          const severity = rules.severityOf(rule.id, draft.severity ?? rule.severity);
          findings.push({ ...draft, rule: rule.id, severity });
        }
      } catch (error) {
        onFailure(rule.id, error);
      }
    }
  }
  if (findings.length === 0) return NONE;
  return findings.sort((a, b) => a.span.start - b.span.start);
}

/** Whether other files decide about the finding, so that it may come and go with them. */
export const isShared = (finding: Finding): boolean => WORKSPACE_RULES.some(({ id }) => id === finding.rule);

const WORKSPACE_RULES = RULES.filter((rule) => rule.reads === "workspace");

const NONE: readonly Finding[] = [];
