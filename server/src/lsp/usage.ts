import type { Usage } from "../protocol/messages.ts";
import type { Session } from "./session.ts";

/** What this process has used so far, exactly: the kernel's own ticks are too coarse for a keystroke. */
export function usage(session: Session): Usage {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  return { cpuMicros: user + system, rssBytes: rss, heapUsedBytes: heapUsed, ...session.workspace.counters };
}
