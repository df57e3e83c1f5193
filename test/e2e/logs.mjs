import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The lines in which our extension or its server complained, from all logs below VS Code's folder. A person does not
 * see what is thrown in the background, so that the tests have to look.
 * @param {string} folder
 * @returns {readonly string[]}
 */
export function errorsInLogs(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".log"))
    .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n").filter(isOurError(file)));
}

/**
 * In the log of our own output channel every error is ours, elsewhere those that name us.
 * @param {string} file
 * @returns {(line: string) => boolean}
 */
function isOurError(file) {
  const own = /Kubernetes Authoring/.test(file);
  return (line) =>
    /\[error\]|^\[Error\b|Uncaught|UnhandledPromiseRejection/i.test(line) &&
    (own || /kubernetes-?authoring/i.test(line));
}
