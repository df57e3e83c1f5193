/**
 * Where a scenario edits and asks, found in the text by unmistakable lines, so that the manifests can change freely.
 * Lines and characters count from zero, as in LSP.
 *
 * @typedef {object} Places
 * @property {number} mistake line of the seeded error: a word where an integer belongs
 * @property {number} halfTyped line of the half-typed key, -1 when the text is whole
 * @property {Toggle} toggle a value that one keystroke makes wrong and the next makes right again
 * @property {Ask} completion
 * @property {Ask} hover
 * @property {Toggle} newLine makes an empty line in a container, for a burst of keys
 *
 * @typedef {{ line: number, character: number, typed: string }} Toggle inserting `typed` there makes the value wrong
 * @typedef {{ line: number, character: number, typed: string, expected: RegExp }} Ask
 */

/**
 * @param {readonly string[]} lines
 * @param {number} start first line of the document that holds the places
 * @param {{ mistake: string, toggle: string, halfTyped: string, type: string, expected: RegExp, hover: string, described: RegExp, newLine: RegExp }} marks
 * @returns {Places}
 */
export function placesIn(lines, start, marks) {
  const find = (text) => {
    const line = lines.findIndex((candidate, index) => index >= start && candidate.includes(text));
    if (line < 0) throw new Error(`no line holds ${JSON.stringify(text)}`);
    return line;
  };
  const endOf = (line) => ({ line, character: lengthOf(lines, line) });
  const mistake = find(marks.mistake);
  const toggle = { ...endOf(find(marks.toggle)), typed: "x" };
  const halfTyped = lines.findIndex((line, index) => index >= start && line.trim() === marks.halfTyped);
  const hoverLine = find(marks.hover);
  const hover = {
    line: hoverLine,
    character: (lines[hoverLine] ?? "").indexOf(marks.hover) + 1,
    typed: "",
    expected: marks.described,
  };
  // In whole text the completion starts a new line after the toggled one; in broken text it types on in the key.
  const completion =
    halfTyped < 0
      ? { ...endOf(toggle.line), typed: `\n${indentOf(lines[toggle.line])}${marks.type}`, expected: marks.expected }
      : { ...endOf(halfTyped), typed: marks.type, expected: marks.expected };
  const before = lines.findIndex((line, index) => index >= start && marks.newLine.test(line));
  const newLine = { ...endOf(before), typed: `\n${indentOf(lines[before])}` };
  return { mistake, halfTyped, toggle, completion, hover, newLine };
}

const lengthOf = (lines, line) => (lines[line] ?? "").length;

/** The white space at which the keys of this line's mapping stand: a list dash counts as indentation. */
function indentOf(line) {
  const key = /[^\s-]/.exec(line ?? "");
  return " ".repeat(key?.index ?? 0);
}
