import type { YDocument } from "../yaml/document.ts";
import { insertEntry, type Placement, removeEntry, renameKey, setScalar } from "../yaml/edit.ts";
import type { YMap, YPair, YScalar } from "../yaml/node.ts";
import type { Fix } from "./rule.ts";
import { quoted } from "./wording.ts";

interface Certainty {
  readonly preferred?: boolean;
  readonly safe?: boolean;
}

const certain = ({ preferred = true, safe = false }: Certainty): Pick<Fix, "preferred" | "safe"> => ({
  preferred,
  safe,
});

/** Another value for a scalar. */
export const change = (doc: YDocument, node: YScalar, to: string | number | boolean, how: Certainty = {}): Fix => ({
  title: { en: `Change to ${quoted(String(to))}`, vi: `Đổi thành ${quoted(String(to))}` },
  ...certain(how),
  edits: setScalar(doc, node, to),
});

/** The values to choose from, likeliest first: only the first is preferred. */
export const choices = (doc: YDocument, node: YScalar, values: readonly string[]): readonly Fix[] =>
  values.slice(0, 3).map((value, index) => change(doc, node, value, { preferred: index === 0 }));

/** A field less. */
export const remove = (doc: YDocument, map: YMap, pair: YPair, how: Certainty = {}): Fix => ({
  title: { en: `Remove ${quoted(pair.key.text)}`, vi: `Xóa ${quoted(pair.key.text)}` },
  ...certain(how),
  edits: removeEntry(doc, map, pair),
});

/** A field with another name. */
export const rename = (doc: YDocument, pair: YPair, to: string, how: Certainty = {}): Fix => ({
  title: {
    en: `Rename ${quoted(pair.key.text)} to ${quoted(to)}`,
    vi: `Đổi tên ${quoted(pair.key.text)} thành ${quoted(to)}`,
  },
  ...certain(how),
  edits: renameKey(doc, pair, to),
});

/** A field more, with a value of one line. */
export const add = (
  doc: YDocument,
  map: YMap,
  key: string,
  value: string,
  how: Certainty & { readonly at?: Placement } = {},
): Fix => ({
  title: { en: `Add ${quoted(`${key}: ${value}`)}`, vi: `Thêm ${quoted(`${key}: ${value}`)}` },
  ...certain(how),
  edits: insertEntry(doc, map, key, value, how.at),
});
