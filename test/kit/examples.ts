import { lintDocument } from "../../server/src/features/lint.ts";
import type { Example, Finding } from "../../server/src/rules/rule.ts";
import { documentContext } from "../../server/src/workspace/context.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { catalogFor } from "./catalog.ts";

/** Findings of a manifest of one document; a rule that fails fails the test. */
export function lintExample(text: string, example: Pick<Example, "kubernetes"> = {}): readonly Finding[] {
  const doc = new YDocument(text, "manifest");
  const context = documentContext(doc, "manifest", catalogFor(example.kubernetes ?? ""));
  return lintDocument(context, { severities: {} }, (rule, error) => {
    throw new Error(`${rule} failed`, { cause: error });
  });
}
