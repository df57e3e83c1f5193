import type { Language } from "../../base/localized.ts";
import type { Item, Picture, Shape } from "./scene.ts";

/**
 * The picture as SVG, byte for byte the same for the same picture. Whatever comes from a workspace is data: every text
 * is escaped, there is no script, no style attribute and no reference to anything outside.
 */
export function svgOf(picture: Picture, language: Language, style: string | undefined): string {
  const { width, height, title, shapes } = picture;
  const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`;
  const label = `role="tree" aria-label="${escaped(title[language])}"`;
  const parts = [`<svg xmlns="http://www.w3.org/2000/svg" class="ka-diagram" ${size} ${label}>`];
  if (style !== undefined) parts.push(`<title>${escaped(title[language])}</title><style>${style}</style>`);
  if (style !== undefined) parts.push(`<rect class="paper" width="100%" height="100%"/>`);
  for (const shape of shapes) write(shape, 1);
  parts.push("</svg>");
  return parts.join("\n");

  function write(shape: Shape, level: number): void {
    switch (shape.kind) {
      case "rect": {
        const corner = shape.radius > 0 ? ` rx="${shape.radius}"` : "";
        parts.push(
          `<rect class="${shape.class}" x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}"${corner}/>`,
        );
        return;
      }
      case "text": {
        const anchor = shape.anchor === "start" ? "" : ` text-anchor="${shape.anchor}"`;
        const turn = shape.angle === 0 ? "" : ` transform="rotate(${shape.angle} ${round(shape.x)} ${round(shape.y)})"`;
        parts.push(
          `<text aria-hidden="true" class="${shape.class}" x="${round(shape.x)}" y="${round(shape.y)}"${anchor}${turn}>${escaped(shape.text)}</text>`,
        );
        return;
      }
      case "path":
        parts.push(`<path class="${shape.class}" d="${shape.d}"/>`);
        return;
      case "layer":
        parts.push(`<g class="${shape.class}" role="group" aria-label="${escaped(shape.title[language])}">`);
        for (const inner of shape.shapes) write(inner, level);
        parts.push("</g>");
        return;
      case "group":
        writeGroup(shape.item, shape.shapes, level);
        return;
    }
  }

  /** What is inside an item stands beside it, a level lower: the name of a tree's item is its own and nobody else's. */
  function writeGroup(item: Item, inner: readonly Shape[], level: number): void {
    const nested = inner.filter(({ kind }) => kind === "group");
    if (nested.length > 0) parts.push('<g class="family" role="none">');
    const ends = item.ends ? ` data-from="${escaped(item.ends[0])}" data-to="${escaped(item.ends[1])}"` : "";
    parts.push(
      `<g class="item ${item.class}" data-id="${escaped(item.id)}"${ends} role="treeitem" aria-level="${level}" tabindex="-1" aria-label="${escaped(nameOf(item, inner, language))}">`,
    );
    if (style !== undefined) parts.push(`<title>${escaped(item.title[language])}</title>`);
    for (const shape of inner) if (shape.kind !== "group") write(shape, level + 1);
    parts.push("</g>");
    for (const shape of nested) write(shape, level + 1);
    if (nested.length > 0) parts.push("</g>");
  }
}

/** Begins with what is to be read on it, so that whoever says that name means it (WCAG 2.5.3). */
function nameOf({ title }: Item, shapes: readonly Shape[], language: Language): string {
  const texts: string[] = [];
  gatherTexts(shapes, texts);
  const words = texts.join(" ");
  return words === "" ? title[language] : `${words}: ${title[language]}`;
}

function gatherTexts(shapes: readonly Shape[], texts: string[]): void {
  for (const shape of shapes) {
    if (shape.kind === "text") texts.push(shape.text);
    if (shape.kind === "layer") gatherTexts(shape.shapes, texts);
  }
}

/** Half a pixel is as fine as anybody sees; numbers must not depend on how a sum was done. */
export const round = (value: number): string => String(Math.round(value * 2) / 2);

/** Characters that XML has no place for, not even escaped, become the replacement character. */
export const escaped = (text: string): string => (PLAIN.test(text) ? text : withEscapes(text));

/** Most of what is written is this. */
const PLAIN = /^[ !#-%(-;=?-~]*$/;

const withEscapes = (text: string): string =>
  text.replace(/[&<>"'\n\r\t]/g, (char) => ESCAPES[char] ?? char).replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, "\ufffd");

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};
