import { setScalar } from "../../yaml/edit.ts";
import { deref, textOf } from "../../yaml/node.ts";
import { schemaRule } from "../rule.ts";
import { fieldName, quoted } from "../wording.ts";

export default schemaRule<"bad-format">({
  id: "schema/bad-date",
  severity: "error",
  since: "0.1.0",
  problems: ["bad-format"],
  docs: {
    title: { en: "Text that is not a date and time", vi: "Giá trị không phải là ngày giờ hợp lệ" },
    why: {
      en: "Kubernetes reads points in time as RFC 3339: date, `T`, time and a time zone. A date alone cannot be decoded.",
      vi: "Kubernetes đọc thời điểm theo RFC 3339: ngày, `T`, giờ và múi giờ. Chỉ có ngày thì không đọc được.",
    },
    links: ["https://www.rfc-editor.org/rfc/rfc3339"],
  },
  bad: [
    {
      title: { en: "A date without a time", vi: "Có ngày nhưng không có giờ" },
      manifest: `
        apiVersion: coordination.k8s.io/v1
        kind: Lease
        metadata:
          name: gio-hang-web
        spec:
          acquireTime: "2026-01-31" #! @"2026-01-31"
      `,
      fixed: `
        apiVersion: coordination.k8s.io/v1
        kind: Lease
        metadata:
          name: gio-hang-web
        spec:
          acquireTime: "2026-01-31T00:00:00Z"
      `,
    },
  ],
  good: [
    {
      title: { en: "Date, time and zone", vi: "Đủ ngày, giờ và múi giờ" },
      manifest: `
        apiVersion: coordination.k8s.io/v1
        kind: Lease
        metadata:
          name: gio-hang-web
        spec:
          acquireTime: "2026-01-31T08:00:00.000000Z"
      `,
    },
  ],
  finding(problem, _subject, context) {
    if (problem.format !== "date-time") return undefined;
    const text = textOf(problem.node) ?? "";
    const field = quoted(fieldName(problem.path));
    const repaired = repair(text);
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `${field}: ${quoted(text)} is not a date and time like \`2026-01-31T08:00:00Z\`.`,
        vi: `${field}: ${quoted(text)} không phải là ngày giờ dạng \`2026-01-31T08:00:00Z\`.`,
      },
      fixes: () => {
        const node = deref(problem.node);
        if (node?.type !== "scalar" || repaired === undefined) return [];
        const title = { en: `Change to ${quoted(repaired)}`, vi: `Đổi thành ${quoted(repaired)}` };
        return [{ title, preferred: true, safe: false, edits: setScalar(context.doc, node, repaired) }];
      },
    };
  },
});

/** The same moment in UTC, when the text names one at all. */
function repair(text: string): string | undefined {
  const parts = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$/i.exec(
    text,
  );
  if (!parts) return undefined;
  const [, date, time = "00:00", seconds = ":00", fraction = "", zone = "Z"] = parts;
  const offset = zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  const repaired = `${date}T${time}${seconds}${fraction}${offset}`;
  return Number.isNaN(Date.parse(repaired)) ? undefined : repaired;
}
