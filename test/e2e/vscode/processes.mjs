// Starting and ending what a run needs, so that nothing outlives it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Starts a process as the leader of a group of its own, so that `endGroup` reaches its children too.
 * @param {string} command
 * @param {readonly string[]} commandLine
 * @param {NodeJS.ProcessEnv} environment
 */
export function spawnGroup(command, commandLine, environment) {
  return spawn(command, [...commandLine], { stdio: ["ignore", "pipe", "pipe"], detached: true, env: environment });
}

/**
 * Asks the process and all its children to stop, and makes them after three seconds.
 * @param {import("node:child_process").ChildProcess} leader
 */
export async function endGroup(leader) {
  if (leader.pid === undefined || leader.exitCode !== null || leader.signalCode !== null) return;
  const ended = once(leader, "exit");
  signalGroup(leader.pid, "SIGTERM");
  const { pid } = leader;
  const patience = setTimeout(() => signalGroup(pid, "SIGKILL"), 3000);
  await ended;
  clearTimeout(patience);
  // The leader is gone; whoever it left behind goes with it.
  signalGroup(pid, "SIGKILL");
}

/**
 * @param {number} leader
 * @param {NodeJS.Signals} signal
 */
function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch {
    // The whole group has ended already.
  }
}

/** A private folder with a short name: VS Code puts Unix sockets in it, and their paths may hold 107 characters. */
export function createTempFolder() {
  return mkdtempSync(join(tmpdir(), "ka-"));
}

/** @param {string} folder */
export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/**
 * VS Code's server does not say when somebody else has its port, so that we find out first.
 * @param {number} wanted   0 for any
 * @returns {Promise<number>}
 */
export async function freePort(wanted) {
  const probe = createServer().listen(wanted, "127.0.0.1");
  await once(probe, "listening").catch((error) => {
    throw new Error(`port ${wanted} of 127.0.0.1 cannot be used (${error.code})`);
  });
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("the system gave no port");
  return address.port;
}
