// Shows where our server's time goes: `node bench/profile.mjs "1000 documents"` profiles keystrokes in that file,
// `node bench/profile.mjs index` the reading of 10,000 files. The profile stays in bench/results for the browser's tools.
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inputs } from "./data.mjs";
import { openFolder } from "./editor.mjs";
import { nodeForServers } from "./node.mjs";
import { openFile, settledEdit } from "./scenarios/document.mjs";
import { isRight } from "./scenarios/expect.mjs";
import { ours } from "./targets/ours.mjs";

const keystrokes = 40;
const results = fileURLToPath(new URL("results", import.meta.url));
const what = process.argv[2] ?? "1 document";
const profiles = `${results}/profile`;
const folder = `${results}/inputs/empty`;
mkdirSync(folder, { recursive: true });
rmSync(profiles, { recursive: true, force: true });

const plain = ours();
const target = { ...plain, command: ["--cpu-prof", "--cpu-prof-dir", profiles, ...plain.command] };
const data = inputs(`${results}/inputs`, false);
const context = { target, node: nodeForServers(), folder, started: [], data };

const server = what === "index" ? await index() : await type(data.file(what));
await server.request("shutdown");
server.notify("exit");
await server.exited;
print(JSON.parse(readFileSync(`${profiles}/${readdirSync(profiles)[0]}`, "utf8")));

async function index() {
  const reading = await openFolder(context, data.folder().folder);
  await reading.notificationAfter(target.idle, 0);
  return reading;
}

async function type(file) {
  const { server: typedIn, document, order } = await openFile(context, file);
  await document.quietAfter(order);
  for (let count = 0; count < keystrokes; count++) {
    const toggled = count % 2 === 0;
    const edit = () => (toggled ? document.insert(file.places.toggle) : document.remove(file.places.toggle));
    await settledEdit(document, edit, isRight(target, file.places, toggled));
  }
  return typedIn;
}

/** The functions with the most time of their own, then those with the most time beneath them. */
function print({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id])));
  const own = new Map();
  const beneath = new Map();
  const add = (sums, name, ms) => sums.set(name, (sums.get(name) ?? 0) + ms);
  let busy = 0;
  for (const [place, id] of samples.entries()) {
    const ms = timeDeltas[place] / 1000;
    if (byId.get(id).callFrame.functionName === "(idle)") continue;
    busy += ms;
    add(own, nameOf(byId.get(id)), ms);
    const stack = new Set();
    for (let at = id; at !== undefined; at = parents.get(at)) stack.add(nameOf(byId.get(at)));
    for (const name of stack) add(beneath, name, ms);
  }
  for (const [title, sums] of [
    ["own", own],
    ["with what they call", beneath],
  ]) {
    process.stdout.write(`\n${title}, of ${busy.toFixed(0)} ms:\n`);
    for (const [name, ms] of [...sums].sort((a, b) => b[1] - a[1]).slice(0, 30)) {
      process.stdout.write(
        `${ms.toFixed(0).padStart(8)} ms  ${((100 * ms) / busy).toFixed(1).padStart(5)} %  ${name}\n`,
      );
    }
  }
}

function nameOf({ callFrame: { functionName, url, lineNumber } }) {
  return `${functionName || "(anonymous)"} ${url.split("/").at(-1)}:${lineNumber + 1}`;
}
