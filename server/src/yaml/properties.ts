import { draftAlias, type NodeDraft } from "./build.ts";
import { AMPERSAND, BANG, COLON, isBlank, isBreak, isFlowIndicator, isWordCharacter } from "./chars.ts";
import type { Scan } from "./scan.ts";

/** Reads tags and anchors from `pos` on into `scan.tag` and `scan.anchor`; `pos` is then behind them and the blanks. */
export function readProperties(scan: Scan): void {
  for (;;) {
    const start = scan.pos;
    const code = scan.code(start);
    if (code === AMPERSAND && isWordCharacter(scan.code(start + 1))) {
      const end = nameEnd(scan, start + 1);
      scan.anchor = scan.text.slice(start + 1, end);
      scan.pos = scan.skipBlanks(end);
    } else if (code === BANG) {
      const end = tagEnd(scan, start);
      scan.tag = scan.text.slice(start, end);
      scan.pos = scan.skipBlanks(end);
    } else return;
  }
}

/** Reads the alias at `pos`; its target is what its anchor means up to here. */
export function readAlias(scan: Scan): NodeDraft {
  const start = scan.pos;
  const end = nameEnd(scan, start + 1);
  const name = scan.text.slice(start + 1, end);
  const target = scan.anchors.get(name);
  if (target === undefined) scan.report("unknown-alias", start, end, [name]);
  scan.aliases++;
  scan.pos = end;
  return draftAlias(start, end, name, target);
}

/** Up to a blank or a bracket; a `:` that ends the name belongs to the key, as in libyaml. */
function nameEnd(scan: Scan, from: number): number {
  let i = from;
  for (; i < scan.length; i++) {
    const code = scan.text.charCodeAt(i);
    if (isBlank(code) || isBreak(code) || isFlowIndicator(code)) break;
  }
  return i > from && scan.code(i - 1) === COLON ? i - 1 : i;
}

function tagEnd(scan: Scan, start: number): number {
  if (scan.code(start + 1) === 60) {
    const close = scan.text.indexOf(">", start);
    if (close > 0 && close < scan.lineEnd(start)) return close + 1;
  }
  return nameEnd(scan, start + 1);
}
