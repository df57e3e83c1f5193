import type { Localized } from "../../../base/localized.ts";
import type { Edit } from "../../../base/span.ts";
import type { SchemaCursor } from "../../../schema/cursor.ts";
import type { WrongType } from "../../../schema/problem.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { deref, type YMap, type YNode, type YPair, type YScalar, type YSeq } from "../../../yaml/node.ts";
import { quote, quoteLike } from "../../../yaml/quote.ts";
import { scalarKind } from "../../../yaml/scalar.ts";
import type { Fix } from "../../rule.ts";
import { quoted } from "../../wording.ts";
import { numberMeant } from "./number.ts";
import { asEntries, asItem, asList, asObject, asText, withoutDashes } from "./reshape.ts";

/** Ways to write the value so that its field can read it, likeliest first. */
export function conversions(problem: WrongType, doc: YDocument): readonly Fix[] {
  const node = problem.node;
  if (node.type === "alias") return [];
  const found = convert({ node, cursor: problem.cursor, pair: problem.pair, doc });
  return found ? [{ title: found.title, preferred: true, safe: found.safe, edits: found.edits }] : [];
}

interface Conversion {
  readonly title: Localized;
  readonly edits: readonly Edit[];
  /** Nothing but the spelling of the same value changes. */
  readonly safe: boolean;
}

interface Misfit {
  readonly node: YMap | YSeq | YScalar;
  readonly cursor: SchemaCursor;
  readonly pair: YPair | undefined;
  readonly doc: YDocument;
}

function convert(misfit: Misfit): Conversion | undefined {
  switch (misfit.cursor.type) {
    case "string":
    case "date-time":
    case "base64":
      return toText(misfit);
    case "integer":
    case "number":
    case "boolean":
    case "int-or-string":
    case "quantity":
      return toScalar(misfit);
    case "list":
      return toList(misfit);
    case "object":
    case "map":
      return toObject(misfit);
    case "any":
      return undefined;
  }
}

function toText({ node, pair, doc }: Misfit): Conversion | undefined {
  if (node.type === "scalar") {
    const title = { en: "Put the value in quotes", vi: "Đặt giá trị trong dấu nháy" };
    const raw = doc.text.slice(node.start, node.end);
    return { title, safe: true, edits: [replace(node, quoteLike(doc.text, raw))] };
  }
  const only = pair || node.flow ? onlyScalar(node) : undefined;
  if (only) return unwrapped(node, only, doc);
  const raw = doc.text.slice(node.start, node.end);
  if (node.flow || (!raw.includes("\n") && !pair)) {
    const title = { en: "Put the value in quotes", vi: "Đặt giá trị trong dấu nháy" };
    return { title, safe: !pair, edits: [replace(node, quoteLike(doc.text, raw))] };
  }
  const edits = pair && asText(doc, pair, node);
  if (!edits) return undefined;
  return { title: { en: "Turn it into text with `|`", vi: "Chuyển thành văn bản bằng `|`" }, safe: false, edits };
}

/** `"3"`, `"true"` and `[3]` for a field that takes 3 or true. */
function toScalar({ node, cursor, doc }: Misfit): Conversion | undefined {
  const scalar = node.type === "scalar" ? node : onlyScalar(node);
  if (!scalar) return undefined;
  if (node.type !== "scalar") return unwrapped(node, scalar, doc);
  const text = scalar.text.trim();
  const bare = cursor.type === "boolean" ? BOOLEANS.get(text.toLowerCase()) : NUMBER.test(text) ? text : undefined;
  if (bare === undefined) return inDigits(node, cursor, text);
  const title = { en: `Change to ${quoted(bare)} without quotes`, vi: `Đổi thành ${quoted(bare)} không có dấu nháy` };
  return { title, safe: true, edits: [replace(node, bare)] };
}

/** `two`, `8O80` and `30s` for a field that takes a number. */
function inDigits(node: YScalar, cursor: SchemaCursor, text: string): Conversion | undefined {
  const meant = cursor.type === "integer" ? numberMeant(text, cursor.name ?? "") : undefined;
  if (meant === undefined) return undefined;
  const title = { en: `Change to ${quoted(meant)}`, vi: `Đổi thành ${quoted(meant)}` };
  return { title, safe: false, edits: [replace(node, meant)] };
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ["true", "true"],
  ["yes", "true"],
  ["on", "true"],
  ["false", "false"],
  ["no", "false"],
  ["off", "false"],
]);

function toList({ node, cursor, pair, doc }: Misfit): Conversion | undefined {
  const item = cursor.item();
  if (node.type === "scalar") {
    if (item?.type === "object") {
      const edits = asItem(doc, pair, node, objectText(item, node, doc));
      return (
        edits && { title: { en: "Turn it into a list item", vi: "Chuyển thành phần tử danh sách" }, safe: true, edits }
      );
    }
    const words = wordsOf(pair, node);
    const text = words.length === 1 && node.style !== "plain" ? [doc.text.slice(node.start, node.end)] : words;
    const { edit, shown } = asList(doc, pair, node, text);
    const title = { en: `Change to the list ${quoted(shown)}`, vi: `Đổi thành danh sách ${quoted(shown)}` };
    return { title, safe: words.length === 1 || node.text.includes(","), edits: [edit] };
  }
  if (node.type !== "map" || !pair) return undefined;
  const [name, value] = ["name", "value"].map((field) => item?.child(field));
  if (name && value && node.entries.every((entry) => isScalar(entry.value)) && !knowsAll(item, node)) {
    const edits = asEntries(doc, pair, node);
    const title = { en: "Write each entry as `name` and `value`", vi: "Viết mỗi mục thành `name` và `value`" };
    return edits && { title, safe: true, edits };
  }
  const edits = asItem(doc, pair, node, undefined);
  return (
    edits && { title: { en: "Turn it into a list item", vi: "Chuyển thành phần tử danh sách" }, safe: true, edits }
  );
}

/**
 * Texts between commas are meant as items; a command of several words is a list of them. Anything with quotes or
 * variables is left in one piece.
 */
function wordsOf(pair: YPair | undefined, node: YScalar): readonly string[] {
  const parts = node.text.split(/,\s+/);
  const isCommand = pair?.key.text === "command" || pair?.key.text === "args";
  const isWord = isCommand ? /^[^,"']+$/ : /^[^\s,"'$]+$/;
  if (parts.length > 1 && parts.every((part) => isWord.test(part))) return parts;
  return isCommand && /^[\w./:=@ -]+$/.test(node.text) ? node.text.split(/ +/).filter(Boolean) : [node.text];
}

function toObject({ node, cursor, pair, doc }: Misfit): Conversion | undefined {
  if (node.type === "seq" && pair) {
    const edits = withoutDashes(doc, pair, node);
    return edits && { title: { en: "Remove the dash", vi: "Xóa dấu gạch" }, safe: true, edits };
  }
  const text = node.type === "scalar" ? objectText(cursor, node, doc) : undefined;
  const edits = text && node.type === "scalar" ? asObject(doc, pair, node, text) : undefined;
  if (!edits || !text) return undefined;
  const shown = quoted(text.join(", "));
  return { title: { en: `Change to ${shown}`, vi: `Đổi thành ${shown}` }, safe: false, edits };
}

/** The lines of an object made from one scalar: `containerPort: 80`, `name: regcred`, or `FOO=bar` of Docker Compose. */
function objectText(cursor: SchemaCursor | undefined, node: YScalar, doc: YDocument): readonly string[] | undefined {
  if (cursor?.type !== "object") return undefined;
  const assignment = /^([A-Za-z_][\w.-]*)=(.*)$/.exec(node.text);
  if (assignment && cursor.child("name") && cursor.child("value")) {
    return [`name: ${assignment[1]}`, `value: ${quote(assignment[2] ?? "")}`];
  }
  const required = cursor.schema.required ?? [];
  const fields = cursor.fields();
  const field =
    required.length === 1
      ? required[0]
      : fields.length === 1
        ? fields[0]?.name
        : NAMING.find((name) => fields.some((each) => each.name === name));
  const target = field === undefined ? undefined : cursor.child(field);
  if (field === undefined || !target) return undefined;
  const kind = scalarKind(node);
  const fits =
    target.type === "int-or-string" ||
    (target.type === "string" && kind === "string") ||
    (target.type === "integer" && kind === "integer");
  return fits ? [`${field}: ${doc.text.slice(node.start, node.end)}`] : undefined;
}

/** The field that says which object is meant, where a name stands instead of a reference to it. */
const NAMING: readonly string[] = ["name", "secretName", "claimName"];

const isScalar = (node: YNode | null): boolean => deref(node)?.type === "scalar" || node === null;

const knowsAll = (item: SchemaCursor | undefined, map: YMap): boolean =>
  map.entries.every(({ key }) => item?.child(key.text) !== undefined);

function onlyScalar(node: YNode): YScalar | undefined {
  const item = node.type === "seq" && node.items.length === 1 ? deref(node.items[0]?.value) : undefined;
  return item?.type === "scalar" ? item : undefined;
}

function unwrapped(node: YNode, scalar: YScalar, doc: YDocument): Conversion {
  const raw = doc.text.slice(scalar.start, scalar.end);
  const title = { en: `Change to ${quoted(raw)} without a list`, vi: `Đổi thành ${quoted(raw)}, không viết danh sách` };
  // A block list starts on the line below its key; its value goes back up.
  const before = doc.text.slice(0, node.start).trimEnd().length;
  const flow = node.type === "seq" && node.flow;
  return {
    title,
    safe: true,
    edits: [flow ? replace(node, raw) : replace({ start: before, end: node.end }, ` ${raw}`)],
  };
}

const replace = ({ start, end }: { readonly start: number; readonly end: number }, text: string): Edit => ({
  span: { start, end },
  text,
});
