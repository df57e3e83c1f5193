import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "../../server/src/base/span.ts";
import { Diagnoser } from "../../server/src/features/diagnose.ts";
import { fileId } from "../../server/src/workspace/file.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { schemas } from "../kit/catalog.ts";
import { SAMPLES } from "../kit/samples.ts";

const FILE = fileId("file:///workspace/broken.yaml");

type Damage = (lines: readonly string[], at: number) => readonly string[];

/** What happens to single lines when a file is edited or merged. */
const DAMAGES: readonly Damage[] = [
  (lines, at) => lines.filter((_, i) => i !== at),
  (lines, at) => lines.flatMap((line, i) => (i === at ? [line, line] : [line])),
  (lines, at) => lines.map((line, i) => (i === at ? lines[at + 1] : i === at + 1 ? lines[at] : line) ?? line),
  (lines, at) => lines.map((line, i) => (i === at ? ` ${line}` : line)),
  (lines, at) => lines.map((line, i) => (i === at ? line.replace(/^ {1,2}/, "") : line)),
];

test("a line that is deleted, doubled, swapped or shifted is spoken of, and every fix fits the text", () => {
  const workspace = new Workspace(schemas);
  const diagnoser = new Diagnoser(workspace);
  const failures: string[] = [];
  const settings = { severities: {}, onFailure: (rule: string, error: unknown) => failures.push(`${rule}: ${error}`) };
  workspace.open(FILE, "");
  for (const text of SAMPLES.flatMap(damaged)) {
    const held = workspace.edit(FILE, [{ range: undefined, text }]) ?? assert.fail("the file is open");
    for (const { index, finding } of diagnoser.diagnose(held, settings, "all")) {
      const document = held.stream.doc(index).text;
      const { start, end } = finding.span;
      assert.ok(0 <= start && start <= end && end <= document.length, `${finding.rule} points outside of\n${text}`);
      for (const { edits, elsewhere = [] } of finding.fixes?.() ?? []) {
        const changes = applyEdits(document, edits) !== document || elsewhere.length > 0;
        assert.ok(changes, `${finding.rule} offers to change nothing in\n${text}`);
      }
    }
  }
  assert.deepEqual(failures, []);
});

/** The lines take turns in what happens to them: all of it to each would take seconds. */
function damaged(sample: string): readonly string[] {
  const lines = sample.split("\n");
  return lines.slice(0, -1).flatMap((_, at) => DAMAGES[at % DAMAGES.length]?.(lines, at).join("\n") ?? []);
}
