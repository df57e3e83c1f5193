// The entry that VS Code calls: runs every *.test.cjs beside it with mocha and writes down what happened.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";

/** What test/e2e/run.mjs reads; a run without this file has failed, whatever VS Code's exit code says. */
interface Results {
  readonly passed: number;
  readonly failed: readonly { readonly title: string; readonly message: string }[];
}

export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: "tdd",
    timeout: 20_000,
    color: false,
    reporter: "spec",
    forbidOnly: true,
    forbidPending: true,
  });
  for (const file of readdirSync(__dirname).sort())
    if (file.endsWith(".test.cjs")) mocha.addFile(join(__dirname, file));
  const results = await runMocha(mocha);
  const file = process.env.E2E_RESULTS;
  if (file !== undefined) writeFileSync(file, JSON.stringify(results));
  if (results.failed.length > 0) throw new Error(`${results.failed.length} of the end-to-end tests failed`);
}

function runMocha(mocha: Mocha): Promise<Results> {
  let passed = 0;
  const failed: { title: string; message: string }[] = [];
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve({ passed, failed }));
    runner.on("pass", () => {
      passed += 1;
    });
    runner.on("fail", (test, error: Error) => {
      failed.push({ title: test.fullTitle(), message: error.message });
    });
  });
}
