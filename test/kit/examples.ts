import type { Span } from "../../server/src/base/span.ts";
import { lintDocument } from "../../server/src/features/lint.ts";
import { sift } from "../../server/src/features/suppressions.ts";
import { RULES } from "../../server/src/rules/index.ts";
import type { Example, Finding, Fix, Rule } from "../../server/src/rules/rule.ts";
import { CONFIGURATION_SCHEMA } from "../../server/src/workspace/configuration.ts";
import { type DocumentContext, documentContext } from "../../server/src/workspace/context.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { catalogFor } from "./catalog.ts";
import { compiled, useOf } from "./named-schema.ts";
import { EVERYTHING, onFailure } from "./rule-sets.ts";
import { newest } from "./schemas.ts";
import { SmallWorkspace } from "./workspace.ts";

const PATH = "example.yaml";

/**
 * Findings of a rule's example, with offsets in its text as a whole. Rules of a wider profile are silent unless the
 * example is theirs, and so are those that look at other objects. A rule that fails fails the test.
 */
export function lintExample(
  text: string,
  example: Pick<Example, "kubernetes" | "schema"> = {},
  rule?: Rule,
): readonly Finding[] {
  const workspace = new SmallWorkspace({ [PATH]: text }, undefined, catalogFor(example.kubernetes ?? ""));
  const shared = rule?.reads === "workspace" ? workspace.lint(PATH) : [];
  const contexts =
    rule?.reads === "configuration"
      ? [configurationContext(text)]
      : workspace.contexts(PATH).map((context) => withSchema(context, example.schema));
  const found = contexts.map((context, document) => [
    ...lintDocument(context, EVERYTHING, onFailure),
    ...shared.filter((each) => each.document === document).map(({ finding }) => finding),
  ]);
  const { kept } = sift(contexts, found, { rules: EVERYTHING, asked: "alone", onFailure });
  let start = 0;
  return kept.flatMap((findings, document) => {
    const by = start;
    start += contexts[document]?.doc.text.length ?? 0;
    return findings.filter((each) => isSaid(each, rule)).map((finding) => shifted(finding, by));
  });
}

/** As if the schema had been read from where the manifest names it; only that schema speaks. */
function withSchema(context: DocumentContext, schema: object | undefined): DocumentContext {
  return schema ? { ...context, role: "other", named: useOf(context.doc, compiled(schema)) } : context;
}

function configurationContext(text: string): DocumentContext {
  const schema = newest.cursor(CONFIGURATION_SCHEMA, "configuration");
  return documentContext(new YDocument(text, "manifest"), "configuration", newest, schema);
}

/** Rules of a wider profile have no say in the examples of others. */
const isSaid = (finding: Finding, owner: Rule | undefined): boolean =>
  finding.rule === owner?.id || RULES.find(({ id }) => id === finding.rule)?.profile === undefined;

function shifted(finding: Finding, by: number): Finding {
  const shift = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const { span, related, fixes } = finding;
  const moved = (fix: Fix): Fix => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span) })) });
  return {
    ...finding,
    span: shift(span),
    ...(related ? { related: related.map((each) => ({ ...each, span: shift(each.span) })) } : {}),
    ...(fixes ? { fixes: () => fixes().map(moved) } : {}),
  };
}
