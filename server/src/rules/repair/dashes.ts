import type { Line, Lines } from "./lines.ts";
import { endsOf } from "./shifts.ts";
import type { Sketch } from "./sketch.ts";

/** A dash put before a line that has none. */
export function addDash(lines: Lines, line: Line): readonly Sketch[] {
  if (line.dash) return [];
  const { number } = line;
  const start = line.start + line.indent;
  // `-name`: the dash is there.
  if (/^-["'\w]/.test(lines.doc.text.slice(start, line.end))) {
    const edits = [{ span: { start: start + 1, end: start + 1 }, text: " " }];
    return [{ kind: "add-dash", line: number, shifts: [], edits, price: 0.7 }];
  }
  const inPlace: Sketch[] =
    line.indent >= 2
      ? [
          {
            kind: "add-dash",
            line: number,
            shifts: [],
            edits: [{ span: { start: start - 2, end: start }, text: "- " }],
            price: 1.3,
          },
        ]
      : [];
  const inserted = endsOf(lines, line).map((to): Sketch => {
    const rest = lines.after(number);
    return {
      kind: "add-dash",
      line: number,
      shifts: rest && rest.number <= to ? [{ from: number + 1, to, by: 2 }] : [],
      edits: [{ span: { start, end: start }, text: "- " }],
      price: 1.4 + 0.06 * Math.log2(to - number + 1),
    };
  });
  return [...inPlace, ...inserted];
}

/** A dash taken from a line, which stays in its column or, with what it holds, takes the dash's. */
export function removeDash(lines: Lines, line: Line): readonly Sketch[] {
  if (!line.dash) return [];
  const { number, indent, column } = line;
  const start = line.start + indent;
  const end = lines.run(line, "deeper");
  const edits = [{ span: { start, end: start + column - indent }, text: "" }];
  const twice = /^-( +)-(?: |$)/.exec(lines.doc.text.slice(start, line.end))?.[1];
  return [
    ...(twice === undefined
      ? []
      : [
          {
            kind: "remove-dash" as const,
            drops: 1,
            line: number,
            shifts: [],
            edits: [{ span: { start, end: start + 1 + twice.length }, text: "" }],
            price: 0.8,
          },
        ]),
    {
      kind: "remove-dash",
      drops: 1,
      line: number,
      shifts: [],
      edits: [{ span: { start, end: start + 1 }, text: " " }],
      price: 1.2,
    },
    {
      kind: "remove-dash",
      drops: 1,
      line: number,
      shifts: end > number ? [{ from: number + 1, to: end, by: indent - column }] : [],
      edits,
      price: 1.4 + 0.07 * Math.log2(end - number + 1),
    },
  ];
}
