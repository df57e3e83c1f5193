/** Lines on either side of a line that are always near it. */
const AROUND = 40;

/**
 * A long text with spaces for all that is neither near one of its lines nor holds it, so that offsets stay: what is left
 * is read in no time and means the same around that line. `own` stands for the line itself, from `start` to `end`.
 */
export function nearLine(text: string, start: number, end: number, own = text.slice(start, end)): string {
  return above(text, start) + own + below(text, end);
}

function above(text: string, lineStart: number): string {
  const near = new Near();
  const parts: string[] = [];
  for (let end = lineStart; end > 0; ) {
    const start = end < 2 ? 0 : text.lastIndexOf("\n", end - 2) + 1;
    parts.push(...near.take(text, start, end));
    end = start;
  }
  return [...parts, ...near.rest()].reverse().join("");
}

function below(text: string, lineEnd: number): string {
  const near = new Near();
  const parts: string[] = [];
  for (let start = lineEnd; start < text.length; ) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next + 1;
    parts.push(...near.take(text, start, end));
    start = end;
  }
  return [...parts, ...near.rest()].join("");
}

/**
 * Takes lines from the cursor outwards. Those far away count only where they stand beside or around what is near: the
 * other keys of the objects that hold the cursor, without what is in them. Spaces stand for the rest.
 */
class Near {
  #margin = Number.POSITIVE_INFINITY;
  #distance = 0;
  #skipped = 0;

  take(text: string, start: number, end: number): readonly string[] {
    if (!this.#counts(text, start)) {
      this.#skipped += end - start;
      return [];
    }
    return [...this.rest(), text.slice(start, end)];
  }

  rest(): readonly string[] {
    const skipped = this.#skipped;
    this.#skipped = 0;
    return skipped > 0 ? [`${" ".repeat(skipped - 1)}\n`] : [];
  }

  #counts(text: string, start: number): boolean {
    let at = start;
    while (text[at] === " ") at++;
    const char = text[at];
    const isNear = this.#distance++ <= AROUND;
    if (char === undefined || char === "\n" || char === "\r" || char === "#") return isNear;
    const indentation = at - start;
    const isBeside = indentation < this.#margin || (indentation === this.#margin && char !== "-");
    // Of the last near line all that it stands in is needed, also where a line nearer to the cursor stands further left.
    this.#margin = isNear ? indentation : Math.min(this.#margin, indentation);
    return isNear || isBeside;
  }
}
