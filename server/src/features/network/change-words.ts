import type { Localized } from "../../base/localized.ts";
import { NO_PORTS } from "../../engines/network/ports.ts";
import type { Change } from "./difference.ts";

/** How many connections open and close, for a title: `opens 2, closes 1`. */
export function changesInShort(changes: readonly Change[]): Localized {
  const { opened, closed, changed } = counted(changes);
  const en = [
    ...(opened > 0 ? [`opens ${connections(opened)}`] : []),
    ...(closed > 0 ? [`closes ${connections(closed)}`] : []),
    ...(changed > 0 ? [`changes the ports of ${connections(changed)}`] : []),
  ];
  const vi = [
    ...(opened > 0 ? [`mở ${opened} kết nối`] : []),
    ...(closed > 0 ? [`đóng ${closed} kết nối`] : []),
    ...(changed > 0 ? [`đổi cổng của ${changed} kết nối`] : []),
  ];
  return changes.length === 0 ? SAME : { en: en.join(", "), vi: vi.join(", ") };
}

const SAME: Localized = { en: "reachability stays the same", vi: "không kết nối nào thay đổi" };

const connections = (count: number): string => (count === 1 ? "1 connection" : `${count} connections`);

function counted(changes: readonly Change[]) {
  const opened = changes.filter(({ before }) => before === NO_PORTS).length;
  const closed = changes.filter(({ after }) => after === NO_PORTS).length;
  return { opened, closed, changed: changes.length - opened - closed };
}

/** Lines beyond these are counted. */
const MOST_LINES = 12;

/** Each pair on a line of its own: `+ web → db: TCP 5432`. */
export function changesInLines(changes: readonly Change[]): Localized {
  const lines = changes.slice(0, MOST_LINES).map(({ src, dst, before, after }) => {
    const pair = `${src} → ${dst}`;
    if (before === NO_PORTS) return `+ ${pair}: ${after.key}`;
    return after === NO_PORTS ? `- ${pair}: ${before.key}` : `~ ${pair}: ${before.key} → ${after.key}`;
  });
  const more = changes.length - MOST_LINES;
  const { en, vi } = changesInShort(changes);
  const rest = more > 0 ? [`… +${more}`] : [];
  return { en: [en, ...lines, ...rest].join("\n"), vi: [vi, ...lines, ...rest].join("\n") };
}
