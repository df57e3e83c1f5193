import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "../kit/command.ts";
import { TemporaryFolder } from "../kit/folder.ts";

test("check reads the schemas that documents name, and fetches none", () => {
  using folder = new TemporaryFolder({
    "app.schema.json": JSON.stringify({ required: ["name"], properties: { name: { type: "string" } } }),
    "app.yaml":
      "name: shop\n---\n# $schema: app.schema.json\nname: 3\n---\n# $schema: https://example.com/x.json\nname: 3\n",
    "lost.yaml": "# yaml-language-server: $schema=lost.json\nname: 3\n",
    "pod.yaml": `# $schema: app.schema.json
apiVersion: v1
kind: Namespace
metadata:
  nam: shop
`,
  });
  const { status, stdout } = run(["check", folder.path, "--format", "json"]);
  const { findings } = JSON.parse(stdout);
  assert.deepEqual(
    findings.map(
      (each: { rule: string; severity: string; document: number; range: { start: { line: number } } }) =>
        `${each.rule} ${each.severity} ${each.document} ${each.range.start.line}`,
    ),
    [
      "schema/named-schema error 1 3",
      "schema/named-schema information 0 0",
      "schema/named-schema error 0 1",
      "schema/unknown-field error 0 4",
    ],
  );
  assert.equal(status, 1);
});
