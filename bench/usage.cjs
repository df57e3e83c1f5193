// Loaded with `node --require` into every measured server, so that all are asked alike and none needs code of its own.
// SIGUSR2: report now. SIGHUP: collect garbage, then report. The report is a line of JSON on file descriptor 3.
// A signal costs a server nothing until it comes; an IPC channel would add some milliseconds to its start.
const { writeSync } = require("node:fs");

process.on("SIGUSR2", () => report());
process.on("SIGHUP", () => {
  require("node:v8").setFlagsFromString("--expose-gc");
  const collect = require("node:vm").runInNewContext("gc");
  for (let pass = 0; pass < 3; pass++) collect();
  report();
});

function report() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  const usage = {
    cpuMs: (userCPUTime + systemCPUTime) / 1000,
    rssBytes: rss,
    peakRssBytes: maxRSS * 1024,
    keptBytes: heapUsed + external,
  };
  writeSync(3, `${JSON.stringify(usage)}\n`);
}
