import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";

/** What the figures depend on, without anything that names the machine. */
export function machine(node) {
  return {
    processor: cpus()[0]?.model ?? "unknown processor",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: execFileSync(node, ["--version"], { encoding: "utf8" }).trim(),
    library: versionOf("vscode-languageserver"),
    peer: versionOf("yaml-language-server"),
  };
}

export const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8")).version;
