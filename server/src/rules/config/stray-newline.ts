import { change } from "../fixes.ts";
import { isA, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { decoded, encoded, entriesIn } from "./secret.ts";

export default objectRule({
  id: "config/stray-newline",
  severity: "warning",
  since: "0.1.0",
  kinds: ["Secret"],
  docs: {
    title: { en: "Line break at the end of a secret value", vi: "Giá trị Secret có ký tự xuống dòng ở cuối" },
    why: {
      en: "`echo secret | base64` encodes the line break as well, and the program then gets a password that is wrong by one invisible character. Use `echo -n` or `printf`.",
      vi: "`echo secret | base64` mã hóa cả ký tự xuống dòng, nên chương trình nhận mật khẩu thừa một ký tự không nhìn thấy. Dùng `echo -n` hoặc `printf`.",
    },
    links: ["https://kubernetes.io/docs/tasks/configmap-secret/managing-secret-using-config-file/"],
  },
  bad: [
    {
      title: { en: "Encoded with echo", vi: "Mã hóa bằng echo" },
      manifest: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: co-so-du-lieu
        data:
          password: czNjcjN0Cg== #! @czNjcjN0Cg==
      `,
      fixed: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: co-so-du-lieu
        data:
          password: czNjcjN0
      `,
    },
  ],
  good: [
    {
      title: { en: "Files may end so", vi: "Tệp thì được kết thúc như vậy" },
      manifest: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: co-so-du-lieu
        data:
          password: czNjcjN0
          app.conf: bW9kZT1wcm9kCg==
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "", "Secret")) return;
    for (const { key, value } of entriesIn(resource, "data")) {
      const node = scalarAt(value);
      const text = node && ENDS_A_LINE.test(node.text) ? decoded(node.text) : undefined;
      // A file is meant to end so, and so is text of several lines.
      if (!node || !text || key.text.includes(".") || !/^[^\r\n]+\r?\n$/.test(text)) continue;
      const plain = text.replace(/\r?\n$/, "");
      yield {
        span: spanOf(node),
        message: {
          en: `The value of ${quoted(key.text)} ends with a line break, as \`echo\` without \`-n\` makes it.`,
          vi: `Giá trị của ${quoted(key.text)} có ký tự xuống dòng ở cuối, do dùng \`echo\` không có \`-n\`.`,
        },
        fixes: () => [
          {
            ...change(doc, node, encoded(plain)),
            title: { en: "Encode it without the line break", vi: "Mã hóa lại, bỏ ký tự xuống dòng" },
          },
        ],
      };
    }
  },
});

/** Base64 of what ends in a line feed. Decoding large Secrets only to find that they do not is dear. */
const ENDS_A_LINE = /(?:Cg==|[AQgw]o=|[AEIMQUYcgkosw048]K)\s*$/;
