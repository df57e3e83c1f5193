import { itemsOf, pairOf } from "../../yaml/node.ts";
import { scalarAt, spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { all, quoted } from "../wording.ts";
import { ingressWith } from "./example.ts";
import { specOf } from "./ingress.ts";

const WITH_TLS = ingressWith("web", "shop.example.com", "/", "web").replace(
  "spec:\n",
  "spec:\n  tls:\n    - hosts: [shop.example.com]\n      secretName: chung-chi #! @chung-chi\n",
);

export default workspaceRule({
  id: "ingress/tls-secret",
  severity: "warning",
  since: "0.1.0",
  kinds: ["Ingress"],
  docs: {
    title: { en: "Secret without a certificate", vi: "Secret không có chứng chỉ" },
    why: {
      en: "The Secret of an Ingress has to hold the certificate under `tls.crt` and its key under `tls.key`. With other keys the controller serves its own self-signed certificate.",
      vi: "Secret của Ingress phải chứa chứng chỉ ở `tls.crt` và khóa riêng ở `tls.key`. Nếu khóa khác tên, controller dùng chứng chỉ tự ký của nó.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/#tls"],
  },
  bad: [
    {
      title: { en: "Keys of another program", vi: "Khóa của chương trình khác" },
      manifest: `${WITH_TLS}---
apiVersion: v1
kind: Secret
metadata:
  name: chung-chi
stringData:
  cert.pem: vi-du
  key.pem: vi-du
`,
    },
  ],
  good: [
    {
      title: { en: "Both keys", vi: "Đủ hai khóa" },
      manifest: `${WITH_TLS.replace(" #! @chung-chi", "")}---
apiVersion: v1
kind: Secret
metadata:
  name: chung-chi
type: kubernetes.io/tls
stringData:
  tls.crt: vi-du
  tls.key: vi-du
`,
    },
  ],
  *check(resource, facts, view) {
    for (const { value } of itemsOf(pairOf(specOf(resource), "tls")?.value)) {
      const name = scalarAt(value, "secretName");
      if (!name) continue;
      const found = view.find({ group: "", kind: "Secret", name: name.text, namespace: undefined }, facts);
      const [secret] = found;
      // What a controller fills in, or a patch, is not seen here.
      if (
        !secret ||
        found.some((entry) => entry.facts.gvk.kind !== "Secret" || entry.facts.partial || view.isPatched(entry))
      )
        continue;
      const keys = secret.facts.offers.flatMap((offer) => (offer.part === "key" ? [offer.name] : []));
      const missing = ["tls.crt", "tls.key"].filter((key) => !keys.includes(key));
      if (missing.length === 0 || keys.length === 0) continue;
      const listed = all(missing);
      yield {
        span: spanOf(name),
        message: {
          en: `The Secret ${quoted(name.text)} lacks ${listed.en}: no controller finds a certificate in it.`,
          vi: `Secret ${quoted(name.text)} thiếu ${listed.vi}: controller không tìm được chứng chỉ trong đó.`,
        },
        related: [{ span: secret.facts.nameSpan, entry: secret, message: { en: "The Secret.", vi: "Secret đó." } }],
      };
    }
  },
});
