/** What the server must have found: a time is worth nothing if the answer is wrong. */

const errorLines = (diagnostics) =>
  [...new Set(diagnostics.filter(({ severity }) => severity === 1).map(({ range }) => range.start.line))].sort(
    (a, b) => a - b,
  );

/**
 * Whether these diagnostics are right for this text. Whole text: an error on the seeded line, on the toggled line when
 * it is toggled, and on no other. Broken text: the same lines, and something about the half-typed key.
 *
 * @param {import("../targets/target.mjs").Target} target
 * @param {import("../generate/places.mjs").Places} places
 * @param {boolean} toggled
 */
export function isRight(target, places, toggled) {
  if (!target.checks) return () => true;
  const wanted = toggled ? [places.mistake, places.toggle.line] : [places.mistake];
  if (places.halfTyped < 0) {
    return (diagnostics) => String(errorLines(diagnostics)) === String(wanted.sort((a, b) => a - b));
  }
  if (!target.readsBroken) return (diagnostics) => errorLines(diagnostics).length > 0;
  return (diagnostics) => {
    const lines = errorLines(diagnostics);
    const isKeyNoticed = diagnostics.some(({ range }) => Math.abs(range.start.line - places.halfTyped) <= 1);
    return isKeyNoticed && lines.includes(places.mistake) && lines.includes(places.toggle.line) === toggled;
  };
}

export function expectCompletion(target, answer, expected) {
  const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
  if (items.some(({ label }) => expected.test(label))) return;
  const labels = items.slice(0, 12).map(({ label }) => label);
  throw new Error(`${target.name}: no completion matches ${expected}; first of ${items.length}: ${labels.join(", ")}`);
}

export function expectHover(target, answer, expected) {
  const contents = [answer?.contents ?? ""].flat();
  const text = contents.map((content) => (typeof content === "string" ? content : content.value)).join("\n");
  if (!expected.test(text)) throw new Error(`${target.name}: hover does not match ${expected}: ${text.slice(0, 200)}`);
}

/** For error messages: what was published last. */
export function lastPublished(server, uri) {
  const diagnostics = server.diagnostics.get(uri);
  if (diagnostics === undefined) return "nothing was published";
  const first = diagnostics.slice(0, 6).map(({ range, severity, message }) => {
    const words = typeof message === "string" ? message : JSON.stringify(message);
    return `  line ${range.start.line}, severity ${severity}: ${words.slice(0, 160)}`;
  });
  return `last published, ${diagnostics.length} in all:\n${first.join("\n")}`;
}
