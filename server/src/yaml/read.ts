import { excessiveAlias } from "./aliases.ts";
import { BlockReader } from "./block.ts";
import { BYTE_ORDER_MARK, DOT, HASH, isBreak, PERCENT } from "./chars.ts";
import type { Dialect } from "./document.ts";
import type { YNode } from "./node.ts";
import type { Problem } from "./problem.ts";
import { isMergeable, isMergeKey } from "./scalar.ts";

/**
 * Reads one YAML document: what precedes `---`, and the first document behind it. Anything after a `...` or a second
 * `---` is not looked at. Never throws, and takes time linear to the text, whatever the text is.
 */
export function read(text: string, dialect: Dialect): { root: YNode | null; problems: readonly Problem[] } {
  const reader = new BlockReader(text, dialect === "template");
  const root = toContent(reader, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0) ? reader.read() : null;
  const { problems } = reader;
  reportControlCharacters(reader);
  for (const { key, value } of reader.merges) {
    if (isMergeKey(key) && !isMergeable(value)) reader.report("bad-merge", key.start, key.end);
  }
  if (reader.aliases > 0) {
    const alias = excessiveAlias(root);
    if (alias !== undefined) reader.report("alias-expansion", alias.start, alias.end);
  }
  if (!isSorted(problems)) problems.sort((a, b) => a.start - b.start || a.end - b.end);
  return { root, problems };
}

/** Goes over directives and `---` to the first content; false when there is none. */
function toContent(reader: BlockReader, from: number): boolean {
  let offset = from;
  for (;;) {
    if (!reader.lineFrom(offset)) {
      const { pos } = reader;
      if (pos >= reader.length || reader.code(pos) === DOT) return false;
      const start = reader.skipBlanks(pos + 3);
      const code = reader.code(start);
      reader.pos = start;
      if (isBreak(code) || code === HASH) return reader.nextLine();
      reader.lineStart = start;
      reader.column = 0;
      return true;
    }
    if (reader.code(reader.pos) !== PERCENT || reader.column > 0) return true;
    const end = reader.trimmedLineEnd(reader.pos);
    const name = reader.text.slice(reader.pos, end);
    if (!/^%(YAML\s+1\.[0-9]+|TAG\s+!\S*\s+\S+)(\s+#.*)?$/.test(name)) reader.report("bad-directive", reader.pos, end);
    offset = reader.afterBreak(reader.lineEnd(end));
  }
}

/** What libyaml's reader lets through: readerc.go `yaml_parser_update_buffer`. */
const CONTROL = /[^ -~\n\r\t\x85\xa0-\ufffd]/g;

function reportControlCharacters(reader: BlockReader): void {
  CONTROL.lastIndex = 0;
  for (let match = CONTROL.exec(reader.text); match; match = CONTROL.exec(reader.text)) {
    reader.report("control-character", match.index, match.index + 1);
  }
}

function isSorted(problems: readonly Problem[]): boolean {
  for (let i = 1; i < problems.length; i++) {
    if ((problems[i]?.start ?? 0) < (problems[i - 1]?.start ?? 0)) return false;
  }
  return true;
}
