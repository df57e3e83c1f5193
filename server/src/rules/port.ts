import type { Localized } from "../base/localized.ts";
import type { YScalar } from "../yaml/node.ts";
import { integerValue, scalarKind } from "../yaml/scalar.ts";
import { asPortName, isPortName } from "./names.ts";
import { quoted } from "./wording.ts";

/** What is wrong with a field that takes the number or the name of a container port. */
export interface PortFault {
  readonly message: Localized;
  /** What was surely meant. */
  readonly repaired: string | number | undefined;
}

/** ValidatePortNumOrName; undefined when all is well, or when the schema speaks of it. */
export function portFault(node: YScalar): PortFault | undefined {
  const number = integerValue(node);
  if (number !== undefined) return number < 1n || number > 65535n ? outOfRange(node.text) : undefined;
  if (scalarKind(node) !== "string" || isPortName(node.text)) return undefined;
  if (/^\s*\d+\s*$/.test(node.text)) {
    const meant = Number(node.text);
    if (meant < 1 || meant > 65535) return outOfRange(node.text);
    return {
      message: {
        en: `The string ${quoted(node.text)} is read as a name, and a port name needs a letter; drop the quotes.`,
        vi: `Chuỗi ${quoted(node.text)} được hiểu là tên, mà tên cổng phải có chữ cái; bỏ dấu nháy.`,
      },
      repaired: meant,
    };
  }
  return {
    message: {
      en: `${quoted(node.text)} cannot name a port: at most 15 small letters, digits and \`-\`, with a letter.`,
      vi: `${quoted(node.text)} không làm tên cổng được: tối đa 15 chữ thường, chữ số và \`-\`, có chữ cái.`,
    },
    repaired: asPortName(node.text) || undefined,
  };
}

const outOfRange = (text: string): PortFault => ({
  message: {
    en: `The port ${quoted(text)} is outside the range from 1 to 65535.`,
    vi: `Cổng ${quoted(text)} nằm ngoài khoảng từ 1 đến 65535.`,
  },
  repaired: undefined,
});
