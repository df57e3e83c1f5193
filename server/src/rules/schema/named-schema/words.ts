import type { Localized } from "../../../base/localized.ts";
import type { Complaint, LimitKeyword, SchemaFault } from "../../../schema/complaint.ts";
import { suggestKeys, suggestValues } from "../../../schema/suggest.ts";
import { decodedUri } from "../../../workspace/file.ts";
import type { Path, YNode } from "../../../yaml/node.ts";
import { either, fieldName, found, quoted, WANTED } from "../../wording.ts";

/** What the schema has against a value, in words. `node` is the value. */
export function messageOf(complaint: Complaint, node: YNode | null): Localized {
  const { en, vi } = placeName(complaint.path);
  const [This, Tep] = [sentence(en), sentence(vi)];
  switch (complaint.kind) {
    case "unknown-key":
      return unknownKey(complaint.key, complaint.known, complaint.path);
    case "missing-key": {
      const names = either(complaint.keys);
      return complaint.keys.length > 1
        ? { en: `${This} needs ${names.en}.`, vi: `${Tep} cần có ${names.vi}.` }
        : { en: `${This} lacks the required field ${names.en}.`, vi: `${Tep} thiếu trường bắt buộc ${names.vi}.` };
    }
    case "bad-key": {
      const key = quoted(complaint.key);
      return {
        en: `The schema does not allow the name ${key} in ${en}.`,
        vi: `Schema không cho phép tên ${key} trong ${vi}.`,
      };
    }
    case "wrong-type": {
      const wanted = complaint.wanted.map(typeName);
      const is = node ? found(node) : NOTHING;
      return {
        en: `${This} takes ${wanted.map((each) => each.en).join(" or ")}, but this is ${is.en}.`,
        vi: `${Tep} cần ${wanted.map((each) => each.vi).join(" hoặc ")}, nhưng ở đây là ${is.vi}.`,
      };
    }
    case "not-allowed":
      return notAllowed(complaint.allowed, node, complaint.path);
    case "pattern": {
      const value = node?.type === "scalar" ? quoted(node.text) : "";
      const pattern = quoted(complaint.pattern);
      return {
        en: `${This}: ${value} does not match the pattern ${pattern}.`,
        vi: `${Tep}: ${value} không khớp mẫu ${pattern}.`,
      };
    }
    case "limit": {
      const limit = LIMITS[complaint.keyword](String(complaint.limit));
      return { en: `${This} ${limit.en}.`, vi: `${Tep} ${limit.vi}.` };
    }
    case "repeated-item":
      return { en: "This item stands in the list twice.", vi: "Phần tử này có hai lần trong danh sách." };
    case "forbidden":
      return { en: `The schema does not allow ${en} here.`, vi: `Schema không cho phép ${vi} ở đây.` };
    case "no-choice":
      return {
        en: `${This} fits none of the forms that the schema offers.`,
        vi: `${Tep} không khớp dạng nào trong các dạng mà schema cho chọn.`,
      };
    case "several-choices":
      return {
        en: `${This} fits more than one of the forms that the schema offers; only one may fit.`,
        vi: `${Tep} khớp nhiều hơn một dạng trong khi schema chỉ cho phép đúng một dạng.`,
      };
    case "other":
      return {
        en: `${This} does not fit the schema (${quoted(complaint.keyword)}).`,
        vi: `${Tep} không khớp schema (${quoted(complaint.keyword)}).`,
      };
  }
}

/** Why the schema at `uri` cannot be asked. */
export function messageOfFault({ fault, detail }: SchemaFault, uri: string): Localized {
  const name = quoted(decodedUri(uri.slice(uri.lastIndexOf("/") + 1)));
  const why = detail === "" ? "" : `: ${quoted(detail)}`;
  switch (fault) {
    case "unreadable":
      return { en: `The schema ${name} cannot be read.`, vi: `Không đọc được schema ${name}.` };
    case "not-json":
      return { en: `The schema ${name} is not valid JSON.`, vi: `Schema ${name} không phải là JSON hợp lệ.` };
    case "no-schema":
      return { en: `${name} is no usable JSON Schema${why}.`, vi: `${name} không dùng làm JSON Schema được${why}.` };
  }
}

/** The texts among the allowed values that were meant, best first. */
export const meantValues = (allowed: readonly unknown[], text: string): readonly string[] =>
  suggestValues(
    allowed.filter((value) => typeof value === "string"),
    text,
  );

function unknownKey(name: string, known: readonly string[], path: Path): Localized {
  const { en, vi } = placeName(path);
  const key = quoted(name);
  const [meant] = suggestKeys(known, name);
  if (meant !== undefined)
    return {
      en: `There is no field ${key} in ${en}; did you mean ${quoted(meant)}?`,
      vi: `Không có trường ${key} trong ${vi}; có lẽ là ${quoted(meant)}.`,
    };
  return { en: `There is no field ${key} in ${en}.`, vi: `Không có trường ${key} trong ${vi}.` };
}

function notAllowed(allowed: readonly unknown[], node: YNode | null, path: Path): Localized {
  const place = placeName(path);
  const text = node?.type === "scalar" ? node.text : "";
  const is = node ? found(node) : NOTHING;
  const value = node?.type === "scalar" ? { en: quoted(text), vi: quoted(text) } : is;
  const [meant] = meantValues(allowed, text);
  const hint = either(meant === undefined ? allowed.map(written) : [meant]);
  return {
    en: `${sentence(place.en)} cannot be ${value.en}; ${meant === undefined ? `it takes ${hint.en}.` : `did you mean ${hint.en}?`}`,
    vi: `${sentence(place.vi)} không nhận giá trị ${value.vi}; ${meant === undefined ? `dùng ${hint.vi}.` : `có lẽ là ${hint.vi}.`}`,
  };
}

const LIMITS: Readonly<Record<LimitKeyword, (limit: string) => Localized>> = {
  minimum: (limit) => ({ en: `must be at least ${limit}`, vi: `không được nhỏ hơn ${limit}` }),
  maximum: (limit) => ({ en: `must be at most ${limit}`, vi: `không được lớn hơn ${limit}` }),
  exclusiveMinimum: (limit) => ({ en: `must be more than ${limit}`, vi: `phải lớn hơn ${limit}` }),
  exclusiveMaximum: (limit) => ({ en: `must be less than ${limit}`, vi: `phải nhỏ hơn ${limit}` }),
  multipleOf: (limit) => ({ en: `must be a multiple of ${limit}`, vi: `phải là bội số của ${limit}` }),
  minLength: (limit) => ({ en: `needs at least ${limit} characters`, vi: `cần ít nhất ${limit} ký tự` }),
  maxLength: (limit) => ({ en: `may have at most ${limit} characters`, vi: `chỉ được dài tối đa ${limit} ký tự` }),
  minItems: (limit) => ({ en: `needs at least ${limit} items`, vi: `cần ít nhất ${limit} phần tử` }),
  maxItems: (limit) => ({ en: `may have at most ${limit} items`, vi: `chỉ được có tối đa ${limit} phần tử` }),
  minProperties: (limit) => ({ en: `needs at least ${limit} fields`, vi: `cần ít nhất ${limit} trường` }),
  maxProperties: (limit) => ({ en: `may have at most ${limit} fields`, vi: `chỉ được có tối đa ${limit} trường` }),
};

/** JSON Schema's names of types, in our words. */
const TYPES: Readonly<Record<string, Localized>> = {
  object: { en: "an object", vi: "một đối tượng" },
  array: WANTED.list,
  string: WANTED.string,
  integer: WANTED.integer,
  number: WANTED.number,
  boolean: WANTED.boolean,
  null: { en: "`null`", vi: "`null`" },
};

const typeName = (type: string): Localized => TYPES[type] ?? { en: quoted(type), vi: quoted(type) };

const NOTHING: Localized = { en: "empty", vi: "giá trị rỗng" };

function placeName(path: Path): Localized {
  if (path.length === 0) return { en: "this document", vi: "tài liệu này" };
  const name = quoted(fieldName(path));
  return { en: name, vi: name };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const written = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
