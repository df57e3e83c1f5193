// npm test: everything that must hold, as much of it at once as there are processors. A job's output is shown in one
// piece when the job ends. A failure keeps only those from starting that build on it, so that one run tells all.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { stripVTControlCharacters } from "node:util";
import { embeddedProblem } from "../test/e2e/toolchain/install.mjs";

/** @typedef {{ script: string, after: readonly string[] }} Job   `script` is one of package.json's */

/** What takes longest, or what most has to wait for, comes first. */
const jobs = [
  { script: "build", after: [] },
  { script: "toolchain", after: [] },
  { script: "types", after: [] },
  { script: "test:fast", after: ["build"] },
  { script: "test:e2e", after: ["build", "toolchain"] },
  { script: "lint", after: [] },
  // Last, because its production build takes the place of the one that the others run.
  { script: "test:tour", after: ["test:fast", "test:e2e"] },
];

const start = Date.now();
/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop(signal));
process.exitCode = (await runAll(possibleJobs())) ? 0 : 1;

/** @returns {readonly Job[]} */
function possibleJobs() {
  const problem = embeddedProblem();
  if (problem === undefined) return jobs;
  say(`no tour of the package: ${problem}`);
  return jobs.filter(({ script }) => script !== "test:tour");
}

/**
 * @param {readonly Job[]} all
 * @returns {Promise<boolean>}   whether every one of them ran and passed
 */
async function runAll(all) {
  /** @type {Set<string>} */
  const passed = new Set();
  const waiting = [...all];
  /** @type {Map<string, Promise<unknown>>} */
  const started = new Map();
  for (;;) {
    const next = waiting.find(({ after }) => after.every((script) => passed.has(script)));
    if (next !== undefined && started.size < availableParallelism()) {
      const { script } = next;
      waiting.splice(waiting.indexOf(next), 1);
      const ended = run(script).then((isPassed) => {
        started.delete(script);
        if (isPassed) passed.add(script);
      });
      started.set(script, ended);
    } else if (started.size > 0) await Promise.race(started.values());
    else break;
  }
  const failed = all.map(({ script }) => script).filter((script) => !passed.has(script));
  const skipped = new Set(waiting.map(({ script }) => script));
  const named = failed.map((script) => (skipped.has(script) ? `${script} (not started)` : script));
  say(failed.length === 0 ? "all passed" : `failed: ${named.join(", ")}`);
  return failed.length === 0;
}

/**
 * @param {string} script
 * @returns {Promise<boolean>}
 */
function run(script) {
  const began = Date.now();
  say(`▶ ${script}`);
  // On Windows npm is a batch file, which only a shell can start.
  const child = spawn("npm", ["run", "--silent", script], {
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      output += text;
    });
  return new Promise((resolve) => {
    child.on("error", (error) => {
      output += error.message;
    });
    child.on("close", (code) => {
      running.delete(child);
      if (output.trim() !== "") console.log(process.stdout.isTTY ? output : stripVTControlCharacters(output));
      say(`${code === 0 ? "✔" : "✖"} ${script}, ${seconds(Date.now() - began)}`);
      resolve(code === 0);
    });
  });
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  for (const child of running) child.kill(signal);
  process.exit(1);
}

/** @param {string} what */
function say(what) {
  console.log(`[${seconds(Date.now() - start)}] ${what}`);
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(0)} s`;
}
