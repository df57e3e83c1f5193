// Drives real language servers over stdio and writes docs/performance.md. See README.md.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inputs } from "./data.mjs";
import { load, machine } from "./machine.mjs";
import { nodeForServers } from "./node.mjs";
import { readOptions } from "./options.mjs";
import { report } from "./report/report.mjs";
import { burst } from "./scenarios/burst.mjs";
import { busy } from "./scenarios/busy.mjs";
import { cold } from "./scenarios/cold.mjs";
import { index } from "./scenarios/index.mjs";
import { typing } from "./scenarios/typing.mjs";
import { median } from "./statistics.mjs";
import { echo } from "./targets/echo.mjs";
import { ours } from "./targets/ours.mjs";
import { peers } from "./targets/peer.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const say = (text) => process.stdout.write(`${text}\n`);

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) return 2;
  installPeers();
  const cache = `${here}results/inputs`;
  const folder = `${cache}/empty`;
  mkdirSync(folder, { recursive: true });

  const targets = await chosenTargets(options, cache);
  const node = options.node ?? nodeForServers();
  const data = inputs(cache, options.quick);
  const scenarios = [cold, typing, burst, index, busy].filter(({ name }) => options.scenarios?.includes(name) ?? true);
  const loadBefore = load();
  const results = {};
  const failures = [];
  for (const { scenario, variant, round, target } of runsOf(scenarios, targets, data, options.rounds)) {
    const title = `${scenario.name} · ${variant} · round ${round + 1} · ${target.name}`;
    const started = [];
    try {
      const context = { target, node, folder, data, started, ...effort(target, variant, options) };
      const outcome = await scenario.run(context, variant);
      record(results, [scenario.name, variant, target.name], outcome);
      say(`${title} · ${glance(outcome)}`);
    } catch (error) {
      failures.push(`${title}: ${error.message.split("\n").slice(0, 3).join(" ")}`);
      say(`${title} · FAILED\n${error.stack}`);
    } finally {
      await Promise.all(started.map((server) => server.stop()));
    }
  }

  const run = {
    machine: machine(node),
    rounds: options.rounds,
    loadBefore,
    loadAfter: load(),
    data: data.described(),
    results,
    failures,
  };
  mkdirSync(`${here}results`, { recursive: true });
  writeFileSync(`${here}results/latest.json`, JSON.stringify(run));
  const text = report(run);
  const isWhole = !options.quick && options.scenarios === undefined && options.only === undefined;
  if (isWhole) writeFileSync(`${here}../docs/performance.md`, text);
  else say(`\n${text}`);
  return failures.length === 0 ? 0 : 1;
}

/** Every scenario's rounds, the servers in rotating order: A B C, B C A, C A B. */
function* runsOf(scenarios, targets, data, rounds) {
  for (const scenario of scenarios) {
    const present = targets.filter((target) => target.scenarios.includes(scenario.name));
    for (const variant of scenario.variants({ data })) {
      for (let round = 0; round < rounds; round++) {
        for (let place = 0; place < present.length; place++) {
          yield { scenario, variant, round, target: present[(place + round) % present.length] };
        }
      }
    }
  }
}

/** The peers are no part of `npm ci` at the root: only who measures downloads them. */
function installPeers() {
  if (existsSync(`${here}node_modules/yaml-language-server`)) return;
  say("Installing what the benchmark compares with");
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
}

async function chosenTargets(options, cache) {
  const schemas = options.schemas ?? `${here}../dist/schemas`;
  if (!existsSync(`${schemas}/index.json`)) throw new Error("nothing is built yet: run `npm run build` first");
  const targets = [ours(), await echo(cache), ...(await peers(schemas))];
  return targets.filter(({ name }) => options.only?.includes(name) ?? true);
}

/** The peer needs most of a second for a keystroke in a large file: it gets fewer of them. */
function effort({ name }, variant, { quick }) {
  const isSlow = name.startsWith("peer");
  if (quick) return { starts: isSlow ? 1 : 3, warmUps: 2, repetitions: isSlow ? 4 : 20, secondsEach: 8 };
  const repetitions = isSlow && !variant.startsWith("1 ") ? 10 : 40;
  return { starts: isSlow ? 1 : 5, warmUps: isSlow ? 2 : 8, repetitions, secondsEach: 10 };
}

function record(results, [scenario, variant, target], outcome) {
  results[scenario] ??= {};
  results[scenario][variant] ??= {};
  results[scenario][variant][target] ??= [];
  results[scenario][variant][target].push(outcome);
}

function glance(outcome) {
  const show = (value) => (Array.isArray(value) ? `${median(value).toFixed(1)}` : `${Number(value.toPrecision(4))}`);
  return Object.entries(outcome)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([name, value]) => `${name} ${show(value)}`)
    .join("  ");
}

process.exitCode = await main();
