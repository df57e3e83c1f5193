import type { ScalarDraft } from "./build.ts";
import { COLON, FLOW_STOPS, HASH, isBlank, isBreak, isFlowIndicator, isIndicator, OPEN_BRACE } from "./chars.ts";
import type { Scan } from "./scan.ts";

/**
 * Reads a plain scalar between brackets, over lines if need be. Characters before `from` belong to it unseen. `ends`
 * tells whether the collection is over before the line that starts at an offset.
 */
export function readFlowPlain(scan: Scan, ends: (line: number) => boolean, from: number): ScalarDraft {
  const { text, length } = scan;
  const start = scan.pos;
  if (from === start) warnOfIndicator(scan, start);
  let out = "";
  let lineFrom = start;
  let i = Math.max(from, start + 1);
  for (;;) {
    i = lineStop(scan, i);
    let end = i;
    while (end > lineFrom && isBlank(text.charCodeAt(end - 1))) end--;
    out += text.slice(lineFrom, end);
    scan.pos = end;
    if (i >= length || !isBreak(text.charCodeAt(i))) break;
    let blank = -1;
    let next = i;
    let ended = false;
    while (next < length && isBreak(text.charCodeAt(next)) && !ended) {
      const line = scan.afterBreak(next);
      ended = ends(line);
      next = scan.skipBlanks(line);
      blank++;
    }
    if (ended || next >= length || stopsHere(scan, next)) break;
    out += blank === 0 ? " " : "\n".repeat(blank);
    lineFrom = next;
    i = next;
  }
  return scan.scalar(start, scan.pos, "plain", out);
}

/** Offset at which plain text stops on its line. */
function lineStop(scan: Scan, from: number): number {
  const { text, length } = scan;
  for (let i = from; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127 || FLOW_STOPS[code] === 0) continue;
    if (code === OPEN_BRACE && text.charCodeAt(i + 1) === OPEN_BRACE) {
      const end = scan.template ? scan.templates.end(i) : scan.templates.onLine(i, "}}");
      if (end < 0) return i;
      i = end - 1;
    } else if (code === COLON) {
      if (scan.standsAlone(i) || isFlowIndicator(scan.code(i + 1))) return i;
    } else if (code !== HASH || isBlank(text.charCodeAt(i - 1))) return i;
  }
  return length;
}

/** True when the next line does not go on with the scalar. */
function stopsHere(scan: Scan, offset: number): boolean {
  const code = scan.code(offset);
  return code === HASH || lineStop(scan, offset) === offset;
}

function warnOfIndicator(scan: Scan, offset: number): void {
  const code = scan.code(offset);
  if (!isIndicator(code) || code === COLON) return;
  const dashLike = code === 45 || code === 63;
  if (dashLike && !scan.standsAlone(offset)) return;
  scan.report("reserved-character", offset, offset + 1, [scan.text.charAt(offset)]);
}
