import { change } from "../fixes.ts";
import { isA, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { decoded, entriesIn } from "./secret.ts";

export default objectRule({
  id: "config/encoded-twice",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["Secret"],
  docs: {
    title: { en: "Secret value that seems encoded twice", vi: "Giá trị Secret có vẻ bị mã hóa hai lần" },
    why: {
      en: "The API server decodes `data` once and encodes `stringData` itself. Base64 within base64, or in `stringData`, reaches the program as base64.",
      vi: "API server giải mã `data` một lần và tự mã hóa `stringData`. Base64 lồng trong base64, hoặc nằm trong `stringData`, đến chương trình vẫn là base64.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data"],
  },
  bad: [
    {
      title: { en: "Base64 in stringData", vi: "Base64 trong stringData" },
      manifest: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: co-so-du-lieu
        stringData:
          password: bWF0LWtoYXUtMTIz #! @bWF0LWtoYXUtMTIz
      `,
      fixed: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: co-so-du-lieu
        stringData:
          password: mat-khau-123
      `,
    },
    {
      title: { en: "Base64 of base64", vi: "Base64 của base64" },
      manifest: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: co-so-du-lieu
        data:
          password: YldGMExXdG9ZWFV0TVRJeg== #! @YldGMExXdG9ZWFV0TVRJeg==
      `,
      fixed: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: co-so-du-lieu
        data:
          password: bWF0LWtoYXUtMTIz
      `,
    },
  ],
  good: [
    {
      title: { en: "Each in its place", vi: "Mỗi loại đúng chỗ" },
      manifest: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: co-so-du-lieu
        data:
          user: YWRtaW4=
        stringData:
          password: mat-khau-123
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "", "Secret")) return;
    for (const field of ["data", "stringData"])
      for (const { key, value } of entriesIn(resource, field)) {
        const node = scalarAt(value);
        const inner = node && field === "data" ? decoded(node.text)?.trim() : node?.text;
        const plain = inner === undefined ? undefined : readable(inner);
        if (!node || inner === undefined || plain === undefined) continue;
        yield {
          span: spanOf(node),
          message:
            field === "data"
              ? {
                  en: `The value of ${quoted(key.text)} decodes to base64 again.`,
                  vi: `Giá trị của ${quoted(key.text)} giải mã ra lại là base64.`,
                }
              : {
                  en: `\`stringData\` takes plain text, and the value of ${quoted(key.text)} looks like base64.`,
                  vi: `\`stringData\` nhận văn bản thường, mà giá trị của ${quoted(key.text)} trông như base64.`,
                },
          fixes: () => [
            {
              ...change(doc, node, field === "data" ? inner : plain, { preferred: false }),
              title: { en: "Decode it once", vi: "Giải mã một lần" },
            },
          ],
        };
      }
  },
});

/** What the text decodes to, if a person may have written that. Tokens are random, and hardly ever decode to words. */
function readable(text: string): string | undefined {
  const plain = text.length >= 12 ? decoded(text)?.trimEnd() : undefined;
  return plain !== undefined && /^[\x20-\x7e]{6,}$/.test(plain) && /[a-z]{3}/i.test(plain) ? plain : undefined;
}
