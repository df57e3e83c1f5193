// The person's own VS Code, in a new window with the extension under development: what F5 does, their theme included.
import { spawnSync } from "node:child_process";

/** The oldest minor release of VS Code 1 that the extension supports; engines.vscode in package.json says the same. */
const floor = 100;

const windows = process.platform === "win32";

/** @returns {{ version: string } | undefined}   undefined when there is no `code` on PATH */
export function findDesktop() {
  const { status, stdout } = spawnSync("code", ["--version"], { encoding: "utf8", shell: windows });
  if (status !== 0) return undefined;
  return { version: stdout.split("\n")[0]?.trim() ?? "" };
}

/**
 * @param {{ version: string }} desktop
 * @param {{ root: string, folder: string, print: boolean }} what
 * @returns {number}
 */
export function openDesktop(desktop, { root, folder, print }) {
  const minor = Number(/^1\.(\d+)\./.exec(desktop.version)?.[1] ?? 0);
  if (minor < floor) {
    console.error(
      `VS Code ${desktop.version} is too old: 1.${floor} or newer is needed (npm start -- --server has one)`,
    );
    return 1;
  }
  const commandLine = ["--new-window", `--extensionDevelopmentPath=${root}`, folder];
  const command = ["code", ...commandLine.map(quoted)].join(" ");
  if (print) {
    console.log(command);
    return 0;
  }
  const { status } = spawnSync("code", windows ? commandLine.map(quoted) : commandLine, {
    stdio: "inherit",
    shell: windows,
  });
  if (status !== 0) {
    console.error(`VS Code did not open: ${command}`);
    return 1;
  }
  console.log(`Opened ${folder} in VS Code ${desktop.version}; close its window to stop.`);
  return 0;
}

/** @param {string} word */
function quoted(word) {
  return /^[\w@%+=:,./\\-]+$/.test(word) ? word : JSON.stringify(word);
}
