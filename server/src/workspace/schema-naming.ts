import type { Span } from "../base/span.ts";
import type { YDocument } from "../yaml/document.ts";
import { deref, pairOf } from "../yaml/node.ts";
import type { FileRole } from "./context.ts";
import type { FileId } from "./file.ts";

/** How a schema is named: a path or a URI, and from where a relative one counts. */
export interface Naming {
  readonly reference: string;
  readonly base: string;
  readonly span: Span | undefined;
}

/** The schema that a document names itself, in a comment before its content or, in JSON, in its root. */
export function namingIn(doc: YDocument, file: FileId, role: FileRole): Naming | undefined {
  const found = inComments(doc.text) ?? (role === "other" && /\.jsonc?$/i.test(file) ? inRoot(doc) : undefined);
  return found && { reference: asReference(found.text), base: file, span: found.span };
}

/** Whether the text of a file may name a schema that is not on the network. */
export const mayNameSchema = (text: string): boolean => NAMES_SCHEMA.test(text);

const NAMES_SCHEMA = /\$schema"?\s*[:=]\s*"?(?![\s"]|https?:)/i;

const MODELINE = /^[ \t]*#[ \t]*(?:yaml-language-server:[ \t]*\$schema=|\$schema:)[ \t]*(\S+)/;

/** Lines that may stand before the content. */
const BEFORE_CONTENT = /^(?:\ufeff|[ \t]|---(?=\s|$)|%[^\r\n]*|#[^\r\n]*)*$/;

function inComments(text: string): { readonly text: string; readonly span: Span } | undefined {
  for (let start = 0; start < text.length; ) {
    const brk = text.indexOf("\n", start);
    const end = brk < 0 ? text.length : brk;
    const line = text.slice(start, end).replace(/\r$/, "");
    const [whole, path] = MODELINE.exec(line) ?? [];
    if (whole !== undefined && path !== undefined) {
      const from = start + whole.length - path.length;
      return { text: path, span: { start: from, end: from + path.length } };
    }
    if (!BEFORE_CONTENT.test(line)) return undefined;
    start = end + 1;
  }
  return undefined;
}

function inRoot(doc: YDocument): { readonly text: string; readonly span: Span } | undefined {
  const value = deref(pairOf(doc.root, "$schema")?.value);
  if (value?.type !== "scalar" || value.text === "") return undefined;
  return { text: value.text, span: { start: value.start, end: value.end } };
}

/** Paths of Windows are no URIs: their drive would be taken for a scheme. */
const asReference = (path: string): string =>
  /^[a-z]:[\\/]/i.test(path) ? `file:///${path.replaceAll("\\", "/")}` : path;
