import type { Localized } from "../../base/localized.ts";

/** The small words of explanations. */
export const WORDS = {
  required: { en: "required", vi: "bắt buộc" },
  optional: { en: "optional", vi: "không bắt buộc" },
  byDefault: { en: "default", vi: "mặc định" },
  allowed: { en: "allowed values", vi: "giá trị cho phép" },
  since: { en: "since", vi: "từ" },
  deprecatedSince: { en: "deprecated since", vi: "đã lỗi thời từ" },
  immutable: { en: "immutable after creation", vi: "không sửa được sau khi tạo" },
  serverOwned: { en: "set by the API server", vi: "do API server điền" },
  namespaced: { en: "namespaced", vi: "thuộc namespace" },
  clusterScoped: { en: "cluster-scoped", vi: "phạm vi cluster" },
  untranslated: { en: "no Vietnamese text yet", vi: "chưa có bản tiếng Việt" },
  docs: { en: "Docs", vi: "Tài liệu" },
  fields: { en: "Fields", vi: "Các trường" },
  inThisFile: { en: "used in this file", vi: "đã dùng trong tệp này" },
  item: { en: "list item", vi: "phần tử của danh sách" },
} satisfies { readonly [word: string]: Localized };
