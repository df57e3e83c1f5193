import type { Complaint } from "../../schema/complaint.ts";
import type { DocumentContext } from "../../workspace/context.ts";
import { deref } from "../../yaml/node.ts";
import { toJson } from "../../yaml/scalar.ts";
import { spanOf } from "../given.ts";
import { type Draft, namedSchemaRule } from "../rule.ts";
import { fixesOf } from "./named-schema/fixes.ts";
import { entryOf, isFilledIn, placeAt, spanOfPlace } from "./named-schema/place.ts";
import { messageOf, messageOfFault } from "./named-schema/words.ts";

const SHOP = {
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: {
    name: { type: "string", pattern: "^[a-z-]+$" },
    replicas: { type: "integer", minimum: 1 },
    tier: { enum: ["frontend", "backend"] },
  },
};

export default namedSchemaRule({
  id: "schema/named-schema",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: { en: "Disagreement with the schema that the file names", vi: "Không khớp schema mà tệp chỉ định" },
    why: {
      en: "Whoever names a JSON Schema wants the file to follow it: `# yaml-language-server: $schema=PATH` or `# $schema: PATH` before the content, the key `$schema` in JSON, or the setting `kubernetesAuthoring.schemas`. Nothing is fetched: `http` addresses are left alone.",
      vi: "Ai chỉ định JSON Schema đều muốn tệp tuân theo schema đó: `# yaml-language-server: $schema=PATH` hoặc `# $schema: PATH` trước nội dung, khóa `$schema` trong JSON, hoặc thiết lập `kubernetesAuthoring.schemas`. Không tải gì từ mạng: địa chỉ `http` bị bỏ qua.",
    },
    links: ["https://json-schema.org/understanding-json-schema"],
  },
  bad: [
    {
      title: { en: "A misspelt key", vi: "Gõ sai khóa" },
      schema: SHOP,
      manifest: `
        # yaml-language-server: $schema=shop.schema.json
        name: gio-hang
        replica: 2 #! @replica
      `,
      fixed: `
        # yaml-language-server: $schema=shop.schema.json
        name: gio-hang
        replicas: 2
      `,
    },
    {
      title: { en: "A value that is none of the choices", vi: "Giá trị không có trong các lựa chọn" },
      schema: SHOP,
      manifest: `
        # $schema: shop.schema.json
        name: gio-hang
        tier: fronted #! @fronted
      `,
      fixed: `
        # $schema: shop.schema.json
        name: gio-hang
        tier: frontend
      `,
    },
    {
      title: { en: "A missing key, and a number in quotes", vi: "Thiếu khóa, và số nằm trong dấu nháy" },
      schema: SHOP,
      manifest: `
        # $schema: shop.schema.json
        tier: backend #! @tier
        replicas: "2" #! @'"2"'
      `,
    },
  ],
  good: [
    {
      title: { en: "As the schema wants it", vi: "Đúng như schema yêu cầu" },
      schema: SHOP,
      manifest: `
        # yaml-language-server: $schema=shop.schema.json
        name: gio-hang
        replicas: 2
        tier: backend
      `,
    },
  ],
  *check({ uri, span, schema }, context) {
    const { root, problems } = context.doc;
    if (!schema) return;
    if ("fault" in schema) {
      // Of a setting nobody would know where to show it.
      if (span) yield { span, severity: "information", message: messageOfFault(schema, uri) };
      return;
    }
    // Of broken text only a guess could be judged.
    if (!root || problems.length > 0) return;
    for (const complaint of schema.complaints(toJson(root))) {
      const draft = isOfSchemaKey(complaint) ? undefined : draftOf(complaint, context);
      if (draft) yield draft;
    }
  },
});

/** The key that names the schema is allowed whatever the schema says. */
const isOfSchemaKey = (complaint: Complaint): boolean =>
  complaint.kind === "unknown-key" && complaint.path.length === 0 && complaint.key === "$schema";

function draftOf(complaint: Complaint, { doc }: DocumentContext): Draft | undefined {
  const place = placeAt(doc.root, complaint.path);
  if (!place || isFilledIn(place)) return undefined;
  const node = deref(place.node);
  const isOfKey = complaint.kind === "unknown-key" || complaint.kind === "bad-key";
  const own = isOfKey && node?.type === "map" ? entryOf(node, complaint.key) : undefined;
  return {
    span: spanOf(own?.key ?? spanOfPlace(place)),
    message: messageOf(complaint, node ?? null),
    fixes: () => fixesOf(complaint, place, doc),
  };
}
