import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { answerWith } from "./target.mjs";

const source = fileURLToPath(new URL("echo-server.mjs", import.meta.url));

/** The empty server, bundled and minified as ours is, so that it is a floor and not a straw man. */
export async function echo(cache) {
  const outfile = `${cache}/echo.cjs`;
  await build({ entryPoints: [source], outfile, bundle: true, minify: true, platform: "node", format: "cjs" });
  /** @type {import("./target.mjs").Target} */
  const target = {
    name: "echo",
    command: [outfile, "--stdio"],
    environment: {},
    initializationOptions: {},
    answer: answerWith({}),
    afterInitialized: () => {},
    idle: undefined,
    checks: false,
    readsBroken: false,
    scenarios: ["cold", "typing", "burst"],
  };
  return target;
}
