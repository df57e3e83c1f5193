import type { Localized } from "../../../base/localized.ts";
import type { Edit } from "../../../base/span.ts";
import type { WrongType } from "../../../schema/problem.ts";
import { quoted } from "../../wording.ts";

/** A slip of the pen that turns a field into a plain string. */
export interface Slip {
  readonly message: Localized;
  readonly title: Localized;
  readonly edits: readonly Edit[];
}

/** `name:web` and `name web` where an object was wanted: alone below its key, such a line is valid YAML. */
export function slipOf({ node, cursor, pair }: WrongType): Slip | undefined {
  if (node.type !== "scalar" || node.style !== "plain") return undefined;
  if (cursor.type === "list") {
    // On the line of its key it is an option, such as `-v`.
    const isBelow = pair !== undefined && node.start > pair.colon + 2;
    return isBelow && /^-[A-Za-z0-9]/.test(node.text) ? gluedDash(node.start) : undefined;
  }
  if (cursor.type === "integer" || cursor.type === "number" || cursor.type === "boolean")
    return /^(?:-?\d+(?:\.\d+)?|true|false)[,;]$/.test(node.text) ? strayEnd(node.end, node.text) : undefined;
  if (cursor.type !== "object" && cursor.type !== "map") return undefined;
  const [, key, gap] = /^([A-Za-z_][\w./-]*)(:| +)(?![=;])\S/.exec(node.text) ?? [];
  if (key === undefined || gap === undefined || (cursor.type === "object" && cursor.child(key) === undefined))
    return undefined;
  const name = quoted(key);
  const at = node.start + key.length + (gap === ":" ? 1 : 0);
  return gap === ":"
    ? {
        message: {
          en: `A space is missing after the colon of ${name}; without it the line is one string.`,
          vi: `Thiếu dấu cách sau dấu hai chấm của ${name} nên cả dòng thành một chuỗi.`,
        },
        title: { en: "Add the space after the colon", vi: "Thêm dấu cách sau dấu hai chấm" },
        edits: [{ span: { start: at, end: at }, text: " " }],
      }
    : {
        message: {
          en: `A colon is missing after ${name}; without it the line is one string.`,
          vi: `Thiếu dấu hai chấm sau ${name} nên cả dòng thành một chuỗi.`,
        },
        title: { en: `Add a colon after ${name}`, vi: `Thêm dấu hai chấm sau ${name}` },
        edits: [{ span: { start: at, end: at }, text: ":" }],
      };
}

/** `-name` alone below its key: with a space it would be an item. */
const gluedDash = (start: number): Slip => ({
  message: {
    en: "A space is missing after the dash; without it the line is one string.",
    vi: "Thiếu dấu cách sau dấu gạch nên cả dòng thành một chuỗi.",
  },
  title: { en: "Add the space after the dash", vi: "Thêm dấu cách sau dấu gạch" },
  edits: [{ span: { start: start + 1, end: start + 1 }, text: " " }],
});

/** `80,` as in JSON. */
function strayEnd(end: number, text: string): Slip {
  const sign = quoted(text.slice(-1));
  return {
    message: {
      en: `${sign} at the end of the line makes this a string; YAML needs no sign between lines.`,
      vi: `Dấu ${sign} ở cuối dòng biến giá trị thành chuỗi; YAML không cần dấu ngăn giữa các dòng.`,
    },
    title: { en: `Remove ${sign}`, vi: `Xóa dấu ${sign}` },
    edits: [{ span: { start: end - 1, end }, text: "" }],
  };
}
