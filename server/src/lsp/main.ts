import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { serveProcess } from "./start.ts";

serveProcess(dirname(fileURLToPath(import.meta.url)));
