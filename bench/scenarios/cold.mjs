import { brokenSuffix } from "../data.mjs";
import { median } from "../statistics.mjs";
import { openFile } from "./document.mjs";

/** From the spawning of the process to the first right diagnostics of one Deployment; CPU and memory at that moment. */
export const cold = {
  name: "cold",
  variants: () => ["1 document", `1 document${brokenSuffix}`],
  async run(context, variant) {
    const starts = [];
    for (let start = 0; start < context.starts; start++) {
      const { server, firstMs } = await openFile(context, context.data.file(variant));
      starts.push({ firstMs, ...(await server.usage()) });
      await server.stop();
    }
    return {
      wallMs: starts.map(({ firstMs }) => firstMs),
      cpuMs: median(starts.map(({ cpuMs }) => cpuMs)),
      rssBytes: median(starts.map(({ rssBytes }) => rssBytes)),
    };
  },
};
