import type { Language, Localized } from "../../base/localized.ts";
import type { LinkKind } from "./model.ts";
import { type Point, path, type Shape, text } from "./scene.ts";
import { widthOf } from "./text-size.ts";

const MEANINGS: readonly (readonly [LinkKind, Localized])[] = [
  ["enters", { en: "from outside, routed", vi: "từ ngoài vào, định tuyến" }],
  ["routes", { en: "from outside, routed", vi: "từ ngoài vào, định tuyến" }],
  ["selects", { en: "Service selects", vi: "Service chọn" }],
  ["allowed", { en: "allowed by policy", vi: "policy cho phép" }],
  ["provides", { en: "class provides", vi: "class cung cấp" }],
  ["bound", { en: "bound", vi: "ghép với nhau" }],
  ["possible", { en: "possible", vi: "có thể ghép" }],
  ["impossible", { en: "ruled out, and why", vi: "không ghép được, và vì sao" }],
  ["mounts", { en: "mounted", vi: "được mount" }],
  ["forbidden", { en: "denied for the whole cluster", vi: "bị chặn ở cấp cluster" }],
  ["denied", { en: "meant, but denied", vi: "muốn nhưng bị chặn" }],
  ["dangling", { en: "leads nowhere", vi: "không dẫn tới đâu" }],
];

/** What the kinds of lines mean that the picture has. */
export function legend({ x, y }: Point, language: Language, kinds: ReadonlySet<LinkKind>) {
  const shapes: Shape[] = [];
  const seen = new Set<string>();
  let left = x;
  for (const [kind, { [language]: words }] of MEANINGS) {
    if (!kinds.has(kind) || seen.has(words)) continue;
    seen.add(words);
    const line = { kind: "layer", class: `edge ${kind}`, title: { en: words, vi: words } } as const;
    shapes.push({
      ...line,
      shapes: [path("wire", `M${left} ${y}H${left + 30}`), path("tip", `M${left + 38} ${y}l-8 -4.5v9z`)],
    });
    shapes.push(text("legend-text", { x: left + 46, y: y + 4 }, words));
    left += 46 + widthOf(words, 11.5) + 28;
  }
  const shape: Shape = { kind: "layer", class: "legend", title: { en: "Key", vi: "Chú giải" }, shapes };
  return { shape, width: left - x, height: shapes.length > 0 ? 20 : 0 };
}
