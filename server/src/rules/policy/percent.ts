import type { Localized } from "../../base/localized.ts";
import type { YScalar } from "../../yaml/node.ts";
import { integerValue, scalarKind } from "../../yaml/scalar.ts";
import { quoted } from "../wording.ts";

export interface PercentFault {
  readonly message: Localized;
  /** What was meant, likeliest first. */
  readonly repaired: readonly (string | number)[];
}

/** ValidatePositiveIntOrPercent and IsNotMoreThan100Percent: whole numbers, or whole percents up to `most`. */
export function percentFault(node: YScalar, most = 100): PercentFault | undefined {
  const number = integerValue(node);
  if (number !== undefined) {
    if (number >= 0n) return undefined;
    return {
      message: {
        en: `${quoted(node.text)} may not be negative.`,
        vi: `${quoted(node.text)} không được là số âm.`,
      },
      repaired: [Number(-number)],
    };
  }
  if (scalarKind(node) !== "string") return undefined;
  const percent = /^([0-9]+)%$/.exec(node.text)?.[1];
  if (percent !== undefined) {
    if (Number(percent) <= most) return undefined;
    return {
      message: {
        en: `${quoted(node.text)} is more than \`${most}%\`.`,
        vi: `${quoted(node.text)} lớn hơn \`${most}%\`.`,
      },
      repaired: [`${most}%`],
    };
  }
  return {
    message: {
      en: `${quoted(node.text)} is neither a whole number nor a percentage such as \`25%\`.`,
      vi: `${quoted(node.text)} không phải là số nguyên, cũng không phải tỷ lệ như \`25%\`.`,
    },
    repaired: repairs(node.text),
  };
}

function repairs(text: string): readonly (string | number)[] {
  const [, digits = "", sign = ""] = /^\s*(\d+)(?:\.\d+)?\s*(%|percent|pct)?\s*$/i.exec(text) ?? [];
  if (digits === "") return [];
  return sign === "" ? [Number(digits), `${digits}%`] : [`${digits}%`];
}
