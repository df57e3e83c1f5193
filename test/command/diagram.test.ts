import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { run } from "../kit/command.ts";
import { TemporaryFolder } from "../kit/folder.ts";

const NETWORK = "examples/network-policies";

test("a picture goes to a file, and what its ending says decides the format", () => {
  using folder = new TemporaryFolder({});
  const out = join(folder.path, "network.svg");
  const { status, stdout, stderr } = run(["diagram", NETWORK, "--out", out, "--language", "vi"]);
  assert.deepEqual([status, stdout, stderr], [0, "", ""]);
  const svg = readFileSync(out, "utf8");
  assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  assert.match(svg, /data-id="workload:thanh-toan\/redis\[Deployment\]"/);
  assert.match(svg, /prefers-color-scheme:dark/);
  const mermaid = join(folder.path, "network.mmd");
  run(["diagram", NETWORK, "--out", mermaid]);
  assert.match(readFileSync(mermaid, "utf8"), /^flowchart LR\n/);
});

test("views and formats go to standard output", () => {
  assert.match(run(["diagram", NETWORK, "--view", "overview"]).stdout, /<\/svg>\n$/);
  assert.ok(JSON.parse(run(["diagram", NETWORK, "--format", "json"]).stdout).boxes.length > 2);
});

test("what cannot be drawn is said in one line, with code 2", () => {
  for (const given of [
    ["diagram", NETWORK, "--view", "x"],
    ["diagram", NETWORK, "--focus", "nobody"],
  ]) {
    const { status, stderr } = run(given);
    assert.equal(status, 2);
    assert.match(stderr, /^kubernetes-authoring: [^\n]+\n$/);
  }
});
