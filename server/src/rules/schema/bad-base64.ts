import { setScalar } from "../../yaml/edit.ts";
import { deref, textOf } from "../../yaml/node.ts";
import { schemaRule } from "../rule.ts";
import { fieldName, quoted } from "../wording.ts";

export default schemaRule<"bad-format">({
  id: "schema/bad-base64",
  severity: "error",
  since: "0.1.0",
  problems: ["bad-format"],
  docs: {
    title: { en: "Text that is not base64", vi: "Giá trị không phải là base64" },
    why: {
      en: "`data` of a Secret and other binary fields hold base64. Plain text belongs in `stringData`, or has to be encoded first.",
      vi: "`data` của Secret và các trường nhị phân khác chứa base64. Văn bản thường thì đặt trong `stringData` hoặc phải mã hóa trước.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/secret/"],
  },
  bad: [
    {
      title: { en: "A password in plain text", vi: "Mật khẩu ghi nguyên văn" },
      manifest: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: co-so-du-lieu
        data:
          username: YWRtaW4=
          password: s3cr3t! #! @s3cr3t!
      `,
      fixed: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: co-so-du-lieu
        data:
          username: YWRtaW4=
          password: czNjcjN0IQ==
      `,
    },
  ],
  good: [
    {
      title: { en: "Plain text in `stringData`", vi: "Văn bản thường trong `stringData`" },
      manifest: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: co-so-du-lieu
        stringData:
          password: s3cr3t!
      `,
    },
  ],
  finding(problem, _subject, context) {
    if (problem.format !== "base64") return undefined;
    const field = quoted(fieldName(problem.path));
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `The value of ${field} is not base64; encode it, or put the plain text into \`stringData\`.`,
        vi: `Giá trị của ${field} không phải là base64; mã hóa, hoặc đặt văn bản thường vào \`stringData\`.`,
      },
      fixes: () => {
        const node = deref(problem.node);
        if (node?.type !== "scalar") return [];
        const title = { en: `Encode the value of ${field}`, vi: `Mã hóa giá trị của ${field} thành base64` };
        const edits = setScalar(context.doc, node, encode(textOf(node) ?? ""));
        return [{ title, preferred: true, safe: false, edits }];
      },
    };
  },
});

function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
