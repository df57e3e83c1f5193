import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as people run it: the built bundle, in a process of its own. */
export function run(given: readonly string[], { input = "", cwd = "." } = {}): Ran {
  const environment = { ...process.env, LANG: "C.UTF-8" };
  return spawnSync(process.execPath, [resolve("dist/cli.js"), ...given], {
    input,
    cwd,
    encoding: "utf8",
    env: environment,
  });
}
