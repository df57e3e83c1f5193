// npm run toolchain: what the end-to-end suite will need, installed while something else is busy.
import { backendNamed } from "./backend.mjs";
import { installToolchain } from "./install.mjs";
import { releaseNamed } from "./releases.mjs";

const backend = backendNamed(process.env.E2E_BACKEND);
installToolchain({ embedded: backend === "server" ? releaseNamed(process.env.E2E_VSCODE) : undefined });
