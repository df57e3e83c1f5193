// A rolldown plugin that leaves the examples of rules out of what ships: they are tests and pages of docs/rules, a third of
// the code, and every start of the server would read them.
import { readFile } from "node:fs/promises";
import { sep } from "node:path";
import ts from "typescript";

const EXAMPLES = new Set(["bad", "good"]);

export const withoutExamples = {
  name: "without-examples",
  load: {
    filter: { id: /[\\/]server[\\/]src[\\/]rules[\\/].*\.ts$/ },
    handler: async (path) => ({ code: cut(await readFile(path, "utf8"), path.split(sep).at(-1)), moduleType: "ts" }),
  },
};

/** The source with an empty list for each `bad: […]` and `good: […]` of the rule that it exports by default. */
function cut(source, name) {
  if (!source.includes("export default")) return source;
  const tree = ts.createSourceFile(name, source, ts.ScriptTarget.Latest);
  const lists = tree.statements.filter(ts.isExportAssignment).flatMap(({ expression }) => examplesIn(expression));
  return lists.reduceRight((text, list) => `${text.slice(0, list.getStart(tree))}[]${text.slice(list.end)}`, source);
}

/** Values of the properties, in the order of the source. */
function examplesIn(expression) {
  const [rule] = ts.isCallExpression(expression) ? expression.arguments : [];
  if (rule === undefined || !ts.isObjectLiteralExpression(rule)) return [];
  return rule.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) && ts.isIdentifier(property.name) && EXAMPLES.has(property.name.text)
      ? [property.initializer]
      : [],
  );
}
