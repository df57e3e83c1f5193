// Writes docs/glossary-vi.md from schemas/docs/glossary.yaml: `node tools/texts/glossary.mjs`.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";

const RULES = { keep: "giữ nguyên", gloss: "giữ nguyên, chú thích một lần", translate: "dịch" };

export function readGlossary(file = "schemas/docs/glossary.yaml") {
  return parse(readFileSync(file, "utf8"));
}

export function glossaryPage({ areas, banned, spelling }) {
  const lines = [
    "# Thuật ngữ tiếng Việt",
    "",
    "Trang này sinh ra từ `schemas/docs/glossary.yaml` bằng `node tools/texts/glossary.mjs`; muốn sửa thì sửa tệp YAML.",
    "Từ phải gõ trong YAML hay hiện ra khi chạy `kubectl` được giữ nguyên; động từ và từ tin học phổ thông dùng tiếng Việt.",
    "",
  ];
  for (const { title, terms } of areas)
    lines.push(
      `## ${title.vi}`,
      "",
      "| Tiếng Anh | Viết trong tiếng Việt | Cách dùng | Ghi chú |",
      "| --- | --- | --- | --- |",
      ...terms.map(({ en, vi, rule, gloss, note }) => `| ${en} | ${vi} | ${RULES[rule]} | ${gloss ?? note ?? ""} |`),
      "",
    );
  lines.push(
    "## Từ không dùng",
    "",
    "| Không viết | Viết |",
    "| --- | --- |",
    ...banned.map(({ word, instead }) => `| ${word} | ${instead} |`),
    "",
    "## Chính tả",
    "",
    `Dấu thanh đặt trên nguyên âm đầu của oa, oe, uy: ${spelling.map(({ wrong, right }) => `${right} chứ không ${wrong}`).join(", ")}.`,
    "Sau q thì dấu đặt trên y: quý, quỹ.",
    "",
  );
  return lines.join("\n");
}

if (process.argv[1]?.endsWith("glossary.mjs")) writeFileSync("docs/glossary-vi.md", glossaryPage(readGlossary()));
