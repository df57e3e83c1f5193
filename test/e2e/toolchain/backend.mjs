import { embeddedProblem } from "./install.mjs";

/**
 * Where the suite runs: in the embedded VS Code or in the desktop. By default in the embedded one where that is
 * possible, because it needs neither a display nor a download from elsewhere than npm.
 * @param {string | undefined} name
 * @returns {"server" | "desktop"}
 */
export function backendNamed(name) {
  if (name === undefined || name === "") return embeddedProblem() === undefined ? "server" : "desktop";
  if (name === "server" || name === "desktop") return name;
  throw new Error(`E2E_BACKEND is "${name}"; it must be "server" or "desktop"`);
}
