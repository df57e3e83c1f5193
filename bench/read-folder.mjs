// Prints what it costs to walk a folder and read its files, in a process of its own: the floor of any index.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function read(folder) {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? read(path) : readFileSync(path, "utf8").length;
  }
  return bytes;
}

const before = cpu();
const bytes = read(process.argv[2] ?? ".");
process.stdout.write(JSON.stringify({ bytes, cpuMs: cpu() - before }));
