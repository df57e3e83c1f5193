import type { Complaint } from "../../../schema/complaint.ts";
import { suggestKeys } from "../../../schema/suggest.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { quoteScalar } from "../../../yaml/edit.ts";
import { deref, type YMap, type YScalar } from "../../../yaml/node.ts";
import { jsonKey, scalarKind } from "../../../yaml/scalar.ts";
import { change, choices, remove, rename } from "../../fixes.ts";
import type { Fix } from "../../rule.ts";
import { quoted } from "../../wording.ts";
import { entryOf, type Place } from "./place.ts";
import { meantValues } from "./words.ts";

/** With so few choices, all of them fit into a menu. */
const FEW = 4;

/** What may be done about a complaint, likeliest first. */
export function fixesOf(complaint: Complaint, place: Place, doc: YDocument): readonly Fix[] {
  const node = deref(place.node);
  switch (complaint.kind) {
    case "unknown-key":
      return node?.type === "map" ? fixKey(complaint.key, complaint.known, node, doc) : [];
    case "not-allowed":
      return node?.type === "scalar" ? fixValue(complaint.allowed, node, doc) : [];
    case "wrong-type":
      return node?.type === "scalar" ? fixType(complaint.wanted, node, doc) : [];
    default:
      return [];
  }
}

function fixKey(key: string, known: readonly string[], map: YMap, doc: YDocument): readonly Fix[] {
  const pair = entryOf(map, key);
  if (!pair || !map.entries.includes(pair)) return [];
  const present = new Set(map.entries.map((entry) => jsonKey(entry.key)));
  const meant = suggestKeys(
    known.filter((name) => !present.has(name)),
    key,
  );
  const renames = meant.slice(0, 3).map((name, index) => rename(doc, pair, name, { preferred: index === 0 }));
  return [...renames, remove(doc, map, pair, { preferred: false })];
}

function fixValue(allowed: readonly unknown[], node: YScalar, doc: YDocument): readonly Fix[] {
  const meant = meantValues(allowed, node.text);
  if (meant.length > 0) return choices(doc, node, meant);
  const offered = allowed.length <= FEW ? allowed.filter(isPlain) : [];
  return offered.map((value) => change(doc, node, value, { preferred: false }));
}

/** Text that only quotes keep from being what is wanted, or that lacks them. */
function fixType(wanted: readonly string[], node: YScalar, doc: YDocument): readonly Fix[] {
  if (scalarKind(node) !== "string") {
    if (!wanted.includes("string")) return [];
    const text = quoted(node.text);
    const title = { en: `Put ${text} in quotes`, vi: `Đặt ${text} trong dấu nháy` };
    return [{ title, preferred: true, safe: false, edits: quoteScalar(node) }];
  }
  const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(node.text);
  const fits = isNumber && (wanted.includes("number") || (wanted.includes("integer") && !node.text.includes(".")));
  if (fits) return [change(doc, node, Number(node.text))];
  if (!wanted.includes("boolean") || !/^(?:true|false)$/.test(node.text)) return [];
  return [change(doc, node, node.text === "true")];
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";
