import assert from "node:assert/strict";
import { test } from "node:test";
import { complete } from "../../server/src/features/completion/complete.ts";
import { hover } from "../../server/src/features/hover.ts";
import type { DocumentContext } from "../../server/src/workspace/context.ts";
import { fileId } from "../../server/src/workspace/file.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { schemas, texts } from "../kit/schemas.ts";

const FILE = fileId("file:///work/crd.yaml");

/** A CustomResourceDefinition with so many fields; long enough that an answer does not wait for the whole of it. */
function definition(fields: number): string {
  const field = (index: number): string =>
    `                field${index}:\n                  type: object\n                  description: |-\n                    Field ${index}: what it means\n                      indented\n                  properties:\n                    inner:\n                      type: string\n`;
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: tests.example.com
spec:
  group: example.com
  names: { kind: Test, plural: tests }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
${Array.from({ length: fields }, (_, index) => field(index)).join("")}      deprecated: false
`;
}

test("answers from the surroundings of a cursor are those from the whole document", () => {
  const workspace = new Workspace(schemas);
  const text = definition(500);
  assert.ok(text.length > 60_000);
  workspace.open(FILE, text);
  let compared = 0;
  const lines = text.split("\n").length;
  for (let line = 1; line < lines; line += 157) {
    for (const character of [6, 20, 24]) {
      const held = workspace.edit(FILE, [{ range: undefined, text: `${text}# ${compared}\n` }]);
      const { index, offset } = held?.stream.locate({ line, character }) ?? { index: 0, offset: 0 };
      const doc = held?.stream.docs[index];
      assert.ok(held && doc);
      const { context: near, base } = workspace.contextNear(held, doc, offset);
      assert.ok(!doc.isRead, "the document was read as a whole");
      const whole = workspace.contextOf(held, doc);
      assert.deepEqual(offered(near, offset, base), offered(whole, offset, 0));
      assert.deepEqual(shown(near, offset, base), shown(whole, offset, 0));
      compared++;
    }
  }
  assert.ok(compared >= 60, `${compared} places compared`);
});

const offered = (context: DocumentContext, offset: number, base: number): readonly string[] =>
  complete(context, offset - base).map(({ label, edit }) => `${label} at ${edit.span.start + base}: ${edit.snippet}`);

function shown(context: DocumentContext, offset: number, base: number): unknown {
  const content = hover(context, offset - base, texts);
  return content && { ...content, span: { start: content.span.start + base, end: content.span.end + base } };
}
