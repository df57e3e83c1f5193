import type { SchemaCursor } from "./cursor.ts";

/** The format that `text` breaks, if any. Only formats that make decoding or validation fail are checked. */
export function checkFormat(
  cursor: SchemaCursor,
  text: string,
): "quantity" | "date-time" | "base64" | "pattern" | undefined {
  switch (cursor.type) {
    case "quantity":
      return isQuantity(text) ? undefined : "quantity";
    case "date-time":
      return isDateTime(text) ? undefined : "date-time";
    case "base64":
      return isBase64(text) ? undefined : "base64";
    default: {
      const pattern = cursor.schema.pattern ?? cursor.site.pattern;
      return pattern === undefined || matches(pattern, text) ? undefined : "pattern";
    }
  }
}

/** apimachinery pkg/api/resource/quantity.go, ParseQuantity: a signed decimal and a binary, decimal or e-notation suffix. */
const QUANTITY = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;

export const isQuantity = (text: string): boolean => QUANTITY.test(text);

/** apimachinery pkg/apis/meta/v1/time.go, Time.UnmarshalJSON: time.Parse(time.RFC3339). */
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

const isDateTime = (text: string): boolean => RFC3339.test(text) && !Number.isNaN(Date.parse(text));

/** encoding/json decodes []byte with base64.StdEncoding, which skips line breaks and insists on padding. */
function isBase64(text: string): boolean {
  const compact = text.replace(/[\r\n]/g, "");
  return compact.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(compact);
}

/** CRD patterns are RE2: nearly all of them are JavaScript too; one that is not accepts everything. */
function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return true;
  }
}
