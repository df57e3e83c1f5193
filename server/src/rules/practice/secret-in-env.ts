import { at } from "../../yaml/node.ts";
import { mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "practice/secret-in-env",
  fields: ["env"],
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Secret written into the manifest", vi: "Ghi bí mật thẳng vào manifest" },
    why: {
      en: "Whoever can read the manifest, its repository or the Pod reads the password. A Secret keeps it apart and can be guarded and changed by itself.",
      vi: "Ai đọc được manifest, kho mã hay Pod đều đọc được mật khẩu. Secret để riêng nó ra, có thể phân quyền và đổi độc lập.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/secret/"],
  },
  bad: [
    {
      title: { en: "A password", vi: "Mật khẩu" },
      manifest: containerWith(`
        env:
          - name: DB_PASSWORD
            value: hoa-sen-2026 #! @hoa-sen-2026
      `),
    },
  ],
  good: [
    {
      title: { en: "A reference to a Secret", vi: "Tham chiếu đến Secret" },
      manifest: containerWith(`
        env:
          - name: DB_PASSWORD
            valueFrom:
              secretKeyRef:
                name: gio-hang
                key: mat-khau
          - name: DB_PASSWORD_FILE
            value: /run/secrets/db
      `),
    },
  ],
  *checkContainer({ map }) {
    for (const entry of mapsIn(at(map, "env"))) {
      const name = textAt(entry, "name");
      const node = scalarAt(entry, "value");
      const value = textAt(entry, "value");
      if (name === undefined || !node || value === undefined || !SECRET.test(name) || HARMLESS.test(name)) continue;
      // A path, a URL, a switch or another variable is no secret.
      if (/^(?:\/|https?:|true$|false$)|\$\(/.test(value)) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `The value of ${quoted(name)} stands here for everybody to read; a Secret would keep it.`,
          vi: `Giá trị của ${quoted(name)} nằm ở đây cho mọi người đọc; nên để trong Secret.`,
        },
      };
    }
  },
});

const SECRET = /(?:^|_)(?:PASSWORD|PASSWD|PASS|PWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIALS?)$/i;
/** Names of places and kinds rather than of values, and settings that only sound alike. */
const HARMLESS = /(?:_FILE|_PATH|_NAME|_URL|_TTL)$|^(?:PWD|OLDPWD)$|ALLOW_EMPTY/i;
