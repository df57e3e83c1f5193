/**
 * Whether YAML text is a Go template for Helm, text that is YAML only after rendering. Values that merely carry
 * templates for somebody else are not: Argo's `{{inputs.parameters.x}}`, Prometheus' `{{ $labels.job }}` in a quoted
 * string, an alert template in a block scalar.
 */
export function isGoTemplate(text: string): boolean {
  if (!text.includes("{{")) return false;
  return linesOutsideBlocks(text).some((line) => CHART_OBJECT.test(line) || ACTION.test(withoutQuoted(line)));
}

/** Nothing but Helm has these objects. */
const CHART_OBJECT = /\{\{(?:[^}\n]*[^\w.])?\.(?:Values|Release|Chart|Capabilities|Files)\b/;

/** An action at the start of a line or of a plain value: there it shapes the YAML instead of standing in a string. */
const ACTION =
  /(?:^|[:\s-])\{\{-?\s*(?:\/\*|(?:if|else|end|range|with|define|template|include|block|toYaml|tpl|printf|default|required|lookup)\b|\$\w*\s*:?=)/;

const BLOCK_HEADER = /(?:^|[\s:-])[|>][-+0-9]*\s*(?:#.*)?$/;

/** The lines with an action that stand outside block scalars. */
function linesOutsideBlocks(text: string): readonly string[] {
  const lines: string[] = [];
  let block: number | undefined;
  for (const line of text.split(/\r?\n/)) {
    const indent = line.search(/\S/);
    if (block !== undefined && (indent < 0 || indent > block)) continue;
    block = BLOCK_HEADER.test(line) ? indent : undefined;
    if (line.includes("{{")) lines.push(line);
  }
  return lines;
}

const withoutQuoted = (line: string): string => line.replace(/: *(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*$/, ": ");
