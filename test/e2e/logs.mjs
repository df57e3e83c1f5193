import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What an entry of a log mentions when it concerns us: the extension's id or one of its files. */
const us = /kubernetes-?authoring|dist[/\\](extension\.cjs|(?:cli|main)\.js)/i;

/**
 * The entries in which our extension or its server complained, from all logs below VS Code's folder. A person does not
 * see what is thrown in the background, so that the tests have to look.
 * @param {string} folder
 * @returns {readonly string[]}
 */
export function errorsInLogs(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".log"))
    .flatMap((file) =>
      entries(readFileSync(join(folder, file), "utf8")).filter((entry) => us.test(`${file}\n${entry}`)),
    )
    .filter((entry) => /\[error\]|^\[Error\b|Uncaught|UnhandledPromiseRejection/i.test(entry));
}

/**
 * An entry starts with its time, and a stack trace belongs to the entry above it.
 * @param {string} log
 */
function entries(log) {
  return log.split(/^(?=\d{4}-\d\d-\d\d[T ])/m);
}
