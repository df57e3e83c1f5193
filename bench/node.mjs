import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const pinned = fileURLToPath(
  new URL(`node_modules/node-${process.platform}-${process.arch}/bin/node`, import.meta.url),
);

/** All servers run on one Node: the pinned one where npm has it for this platform, else the one that runs us. */
export const nodeForServers = () => (existsSync(pinned) ? pinned : process.execPath);
