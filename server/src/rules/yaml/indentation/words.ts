import type { Repair } from "../../repair/repairs.ts";
import type { Fix } from "../../rule.ts";
import { quoted } from "../../wording.ts";

/** The line stood below a key that has a value on its own line. */
export const isNested = ({ problem }: Repair): boolean => problem?.code === "nested-under-scalar";

/** A field of a list item, other than the first one; undefined for anything else. */
export function itemFieldOf({
  place,
  list,
}: Repair): { readonly key: string; readonly sibling: string; readonly list: string } | undefined {
  const [first] = place?.map.entries ?? [];
  if (!place?.inItem || place.holder === undefined || list !== undefined || !first || first === place.pair)
    return undefined;
  return { key: place.pair.key.text, sibling: first.key.text, list: place.holder };
}

/** Brings the lines to their column; nothing where nobody knows a better one. */
export function alignment(repair: Repair): readonly Fix[] {
  const edits = repair.edits();
  return edits.length > 0 ? [{ title: title(repair), preferred: true, safe: true, edits }] : [];
}

function title({ text, place, list }: Repair): Fix["title"] {
  const key = quoted(text);
  if (list !== undefined) {
    return {
      en: `Align the item with the list ${quoted(list)}`,
      vi: `Đưa phần tử về cột của danh sách ${quoted(list)}`,
    };
  }
  if (place?.holder === undefined) return { en: `Move ${key} to the first column`, vi: `Đưa ${key} về cột đầu tiên` };
  const { entries } = place.map;
  const sibling = entries[entries.indexOf(place.pair) - 1] ?? entries[1];
  if (!sibling) {
    const holder = quoted(place.holder);
    return { en: `Indent ${key} below ${holder}`, vi: `Thụt ${key} vào bên dưới ${holder}` };
  }
  const name = quoted(sibling.key.text);
  return { en: `Align ${key} with ${name}`, vi: `Đưa ${key} về thẳng cột với ${name}` };
}
