import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { decoder, encode } from "./framing.mjs";

const usageScript = fileURLToPath(new URL("usage.cjs", import.meta.url));

/**
 * A running language server and the client's end of the wire.
 *
 * @param {import("./targets/target.mjs").Target} target
 * @param {string} node the Node binary that runs the server
 */
export function startServer(target, node) {
  const started = performance.now();
  const child = spawn(node, ["--require", usageScript, ...target.command], {
    stdio: ["pipe", "pipe", "pipe", "pipe"],
    env: { ...process.env, ...target.environment },
  });

  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  /** @type {Set<{ method: string, accepts: (params: any) => boolean, resolve: (order: number) => void }>} */
  const watchers = new Set();
  /** @type {Map<string, readonly any[]>} */
  const diagnostics = new Map();
  /** @type {Map<string, number>} when each kind of notification last came, counted in messages */
  const lastOrder = new Map();
  const usages = [];
  let order = 0;
  let lastId = 0;
  let complaint = "";
  let isOver = false;

  const send = (message) => {
    if (!isOver) child.stdin.write(encode({ jsonrpc: "2.0", ...message }));
  };
  const receive = (message) => {
    order++;
    if (message.method === undefined) {
      const entry = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) entry?.reject(new Error(`${message.error.code} ${message.error.message}`));
      else entry?.resolve(message.result);
      return;
    }
    if (message.id !== undefined) {
      send({ id: message.id, result: target.answer(message.method, message.params) ?? null });
      return;
    }
    lastOrder.set(message.method, order);
    if (message.method === "textDocument/publishDiagnostics") {
      diagnostics.set(message.params.uri, message.params.diagnostics);
    }
    for (const watcher of [...watchers]) {
      if (watcher.method !== message.method || !watcher.accepts(message.params)) continue;
      watchers.delete(watcher);
      watcher.resolve(order);
    }
  };

  child.stdout.on("data", decoder(receive));
  child.stdin.on("error", () => {});
  child.stderr.on("data", (chunk) => {
    complaint = (complaint + chunk).slice(-4000);
  });
  const reports = child.stdio[3];
  reports?.on("data", (chunk) => {
    for (const line of String(chunk).split("\n")) if (line !== "") usages.shift()?.(JSON.parse(line));
  });
  const exited = new Promise((resolve) => child.on("exit", resolve)).then(() => {
    isOver = true;
    for (const { reject } of waiting.values()) reject(new Error(`${target.name} ended: ${complaint}`));
  });

  const request = (method, params) => {
    const id = ++lastId;
    const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    send({ id, method, params });
    return Object.assign(within(answer, `${target.name}: ${method}`), { id });
  };
  const notify = (method, params) => send({ method, params });
  const notification = (method, accepts) => {
    const arrival = new Promise((resolve) => watchers.add({ method, accepts, resolve }));
    return within(arrival, `${target.name}: ${method}`);
  };
  const notificationAfter = async (method, after) => {
    if ((lastOrder.get(method) ?? 0) <= after) await notification(method, () => true);
  };
  const usage = (signal) => {
    const answer = new Promise((resolve) => usages.push(resolve));
    child.kill(signal);
    return within(answer, `${target.name}: usage`);
  };

  return {
    target,
    /** When the process was spawned, on the clock of performance.now(). */
    started,
    diagnostics,
    request,
    notify,
    /** Resolves, with its place in the order of messages, when such a notification comes. */
    notification,
    /** Resolves once such a notification has come after that place, be it in the same breath. */
    notificationAfter,
    cancel: (id) => notify("$/cancelRequest", { id }),
    /** CPU time since the start, resident and kept memory. */
    usage: () => usage("SIGUSR2"),
    /** The same after garbage collection. */
    usageCollected: () => usage("SIGHUP"),
    async stop() {
      child.kill("SIGKILL");
      await exited;
    },
    exited,
    complaint: () => complaint,
  };
}

/** No answer is worth more than two minutes: the peer's slowest takes some ten seconds. */
function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no answer in two minutes`)), 120_000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
