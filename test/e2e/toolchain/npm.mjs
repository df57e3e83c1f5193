import { spawnSync } from "node:child_process";

/**
 * Runs npm in a folder; npm's own words are on the screen when this throws.
 * @param {string} folder
 * @param {readonly string[]} commandLine
 */
export function npm(folder, commandLine) {
  const { status } = spawnSync("npm", [...commandLine, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: ["ignore", process.stderr.fd, "inherit"],
    // On Windows npm is a batch file, which only a shell can start.
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm ${commandLine.join(" ")} failed in ${folder}`);
}
