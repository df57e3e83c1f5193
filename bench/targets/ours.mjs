import { fileURLToPath } from "node:url";
import { answerWith } from "./target.mjs";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** The server of this repository as any editor starts it. */
export function ours() {
  /** @type {import("./target.mjs").Target} */
  const target = {
    name: "ours",
    command: [cli, "lsp", "--stdio"],
    environment: {},
    initializationOptions: {},
    answer: answerWith({}),
    afterInitialized: () => {},
    idle: "kubernetesAuthoring/idle",
    checks: true,
    readsBroken: true,
    scenarios: ["cold", "typing", "burst", "index", "busy"],
  };
  return target;
}
