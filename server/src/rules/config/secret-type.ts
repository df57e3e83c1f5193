import { nearest } from "../../base/nearest.ts";
import { pairOf } from "../../yaml/node.ts";
import { rename } from "../fixes.ts";
import { isA, isGiven, lacks, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { decoded, entriesIn } from "./secret.ts";

export default objectRule({
  id: "config/secret-type",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["Secret"],
  docs: {
    title: { en: "Secret without the keys of its type", vi: "Secret thiếu khóa mà type yêu cầu" },
    why: {
      en: "The type of a Secret decides which keys it must have: `tls.crt` and `tls.key`, `.dockerconfigjson`, `ssh-privatekey`, `username` or `password`. The API server checks them.",
      vi: "Type của Secret quyết định khóa bắt buộc: `tls.crt` và `tls.key`, `.dockerconfigjson`, `ssh-privatekey`, `username` hoặc `password`. API server kiểm tra các khóa này.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/secret/#secret-types"],
  },
  bad: [
    {
      title: { en: "The key has another name", vi: "Khóa có tên khác" },
      manifest: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: gio-hang-tls
        type: kubernetes.io/tls #! @kubernetes.io/tls
        stringData:
          tls.cert: "-----BEGIN CERTIFICATE-----"
          tls.key: "-----BEGIN PRIVATE KEY-----"
      `,
      fixed: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: gio-hang-tls
        type: kubernetes.io/tls
        stringData:
          tls.crt: "-----BEGIN CERTIFICATE-----"
          tls.key: "-----BEGIN PRIVATE KEY-----"
      `,
    },
    {
      title: { en: "Not the JSON of a registry", vi: "Không phải JSON của registry" },
      manifest: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: registry
        type: kubernetes.io/dockerconfigjson
        stringData:
          .dockerconfigjson: my-password #! @my-password
      `,
    },
  ],
  good: [
    {
      title: { en: "A certificate and its key", vi: "Chứng chỉ và khóa của nó" },
      manifest: `
        apiVersion: v1
        kind: Secret
        metadata:
          name: gio-hang-tls
        type: kubernetes.io/tls
        stringData:
          tls.crt: "-----BEGIN CERTIFICATE-----"
          tls.key: "-----BEGIN PRIVATE KEY-----"
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const type = isA(resource, "", "Secret") ? scalarAt(resource.root, "type") : undefined;
    const rule = TYPES[type?.text ?? ""];
    if (!type || !rule) return;
    const maps = ["data", "stringData"].flatMap((field) => mapAt(resource.root, field) ?? []);
    const isOpen =
      ["data", "stringData"].some((field) => isGiven(pairOf(resource.root, field)?.value)) !== maps.length > 0;
    const missing = rule.keys.filter((key) => maps.every((map) => lacks(map, key)));
    const isMissing = rule.any === true ? missing.length === rule.keys.length : missing.length > 0;
    if (isMissing && !isOpen) {
      const names =
        rule.any === true ? either(missing) : { en: quoted(missing[0] ?? ""), vi: quoted(missing[0] ?? "") };
      const misspelt = maps
        .flatMap(({ entries }) => entries)
        .find(({ key }) => !rule.keys.includes(key.text) && nearest(key.text, missing).length > 0);
      yield {
        span: spanOf(type),
        message: {
          en: `A Secret of type ${quoted(type.text)} needs the key ${names.en}.`,
          vi: `Secret kiểu ${quoted(type.text)} cần có khóa ${names.vi}.`,
        },
        fixes: () => {
          const [right] = misspelt ? nearest(misspelt.key.text, missing) : [];
          return misspelt && right !== undefined ? [rename(doc, misspelt, right)] : [];
        },
      };
    }
    if (!rule.json) return;
    for (const field of ["data", "stringData"])
      for (const { key, value } of entriesIn(resource, field)) {
        const node = rule.keys.includes(key.text) ? scalarAt(value) : undefined;
        const text = node && (field === "data" ? decoded(node.text) : node.text);
        if (!node || text === undefined || isJson(text)) continue;
        yield {
          span: spanOf(node),
          message: {
            en: `The value of ${quoted(key.text)} has to be JSON.`,
            vi: `Giá trị của ${quoted(key.text)} phải là JSON.`,
          },
        };
      }
  },
});

interface SecretType {
  readonly keys: readonly string[];
  /** One of the keys is enough. */
  readonly any?: boolean;
  readonly json?: boolean;
}

/** pkg/apis/core/validation/validation.go, ValidateSecret. */
const TYPES: Readonly<Record<string, SecretType>> = {
  "kubernetes.io/basic-auth": { keys: ["username", "password"], any: true },
  "kubernetes.io/dockercfg": { keys: [".dockercfg"], json: true },
  "kubernetes.io/dockerconfigjson": { keys: [".dockerconfigjson"], json: true },
  "kubernetes.io/ssh-auth": { keys: ["ssh-privatekey"] },
  "kubernetes.io/tls": { keys: ["tls.crt", "tls.key"] },
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
