import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { openFolder } from "../editor.mjs";
import { lastPublished } from "./expect.mjs";

const reader = fileURLToPath(new URL("../read-folder.mjs", import.meta.url));

/**
 * A folder of 10,000 files: CPU and kept memory beyond those of the same server on an empty folder, beside the CPU that
 * merely reading the files costs in the same round. The peer does not read folders, so it takes no part.
 */
export const index = {
  name: "index",
  variants: () => ["10000 files"],
  async run(context, _variant) {
    const { folder, documents, mistake } = context.data.folder();
    const reading = JSON.parse((await promisify(execFile)(context.node, [reader, folder])).stdout);
    const empty = await indexed(context, context.folder);
    await empty.server.stop();
    const full = await indexed(context, folder);
    await expectIndexed(full.server, folder, mistake);
    await full.server.stop();
    return {
      wallMs: [full.wallMs - empty.wallMs],
      cpuMs: full.usage.cpuMs - empty.usage.cpuMs,
      readCpuMs: reading.cpuMs,
      rssBytes: full.usage.rssBytes,
      keptBytes: (full.collected.keptBytes - empty.collected.keptBytes) / documents,
    };
  },
};

async function indexed(context, folder) {
  const server = await openFolder(context, folder);
  await server.notificationAfter(context.target.idle, 0);
  const wallMs = performance.now() - server.started;
  const usage = await server.usage();
  const collected = await server.usageCollected();
  return { server, wallMs, usage, collected };
}

/** The index knows a name deep in the folder, and the one seeded mistake among its 14,000 documents. */
async function expectIndexed(server, folder, mistake) {
  const uri = pathToFileURL(join(folder, mistake.path)).href;
  const symbols = (await server.request("workspace/symbol", { query: mistake.name })) ?? [];
  if (!symbols.some(({ location }) => location.uri === uri)) {
    throw new Error(`${server.target.name}: ${mistake.name} is not in the index (${symbols.length} other symbols)`);
  }
  const wrong = [...server.diagnostics].flatMap(([file, diagnostics]) =>
    diagnostics.filter(({ severity }) => severity === 1).map(({ range }) => `${file}:${range.start.line}`),
  );
  if (String(wrong) !== `${uri}:${mistake.line}`) {
    throw new Error(`${server.target.name}: errors in the folder: ${wrong.slice(0, 5)}; ${lastPublished(server, uri)}`);
  }
}
