import type { Language, LanguageChoice, Localized } from "../../base/localized.ts";
import type { Block, Fact } from "./block.ts";
import { WORDS } from "./words.ts";

export interface RenderOptions {
  /** False: plain text without any markup. */
  readonly markdown: boolean;
  /** The client runs our command links: then the foot offers the other languages. */
  readonly commandLinks: boolean;
}

/**
 * The blocks as one text for a reader. With two languages the first one leads and the second follows below a rule;
 * what needs no language stands once.
 */
export function render(blocks: readonly Block[], languages: LanguageChoice, options: RenderOptions): string {
  const markup = options.markdown ? MARKDOWN : PLAIN;
  const [lead, ...others] = languages;
  const parts = blocks.flatMap((block) => main(block, lead, languages, markup));
  const english = others.flatMap((language) => other(blocks, language, markup));
  const foot = footLine(blocks, languages, options);
  return [...parts, ...english, ...foot].join("\n\n");
}

interface Markup {
  bold(text: string): string;
  italic(text: string): string;
  code(text: string): string;
  /** Text from a schema or a user's file, none of it markup. */
  literal(text: string): string;
  /** Our own prose, whose code spans are markup. */
  prose(text: string): string;
  yaml(text: string): string;
  table(rows: readonly (readonly string[])[]): string;
  readonly rule: readonly string[];
}

const MARKDOWN: Markup = {
  bold: (text) => `**${text}**`,
  italic: (text) => `*${text}*`,
  code: (text) => fence(text),
  literal: escapeMarkdown,
  prose: (text) => text,
  yaml: (text) => `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``,
  table: ([head = [], ...rows]) => [head, head.map(() => "---"), ...rows].map(tableLine).join("\n"),
  rule: ["---"],
};

const PLAIN: Markup = {
  bold: (text) => text,
  italic: (text) => text,
  code: (text) => text,
  literal: (text) => text,
  prose: (text) => text.replaceAll("`", ""),
  yaml: (text) => text.trimEnd().replace(/^/gm, "    "),
  table: (rows) => rows.map((row) => row.join("  ")).join("\n"),
  rule: [],
};

function main(block: Block, lead: Language, languages: LanguageChoice, markup: Markup): readonly string[] {
  switch (block.kind) {
    case "title": {
      const type = block.type === undefined ? [] : [markup.code(block.type)];
      const facts = block.facts.map((fact) => factLine(fact, languages, markup));
      return [[markup.bold(markup.literal(block.title)), ...type, ...facts].join(" · ")];
    }
    case "text":
      return [prose(block, lead, markup)];
    case "upstream":
      return [upstream(block.english, languages, markup)];
    case "fact":
      return [capitalized(factLine(block.fact, languages, markup))];
    case "table": {
      const head = block.head.map((each) => each[lead]);
      return [markup.table([head, ...block.rows.map((row) => row.map(markup.literal))])];
    }
    case "example":
      return [markup.yaml(block.yaml)];
    case "link":
      return [];
  }
}

function other(blocks: readonly Block[], language: Language, markup: Markup): readonly string[] {
  const texts = blocks.filter((block) => block.kind === "text");
  if (texts.length === 0) return [];
  const [first = "", ...rest] = texts.map((block) => prose(block, language, markup));
  return [...markup.rule, `${markup.italic(language.toUpperCase())} ${first}`, ...rest];
}

const prose = (block: Extract<Block, { kind: "text" }>, language: Language, markup: Markup): string =>
  markup.prose([block.summary[language], block.detail?.[language]].filter(Boolean).join("\n"));

function upstream(english: string, languages: LanguageChoice, markup: Markup): string {
  const text = markup.literal(english);
  return languages.includes("vi") ? `${text} ${markup.italic(`(${WORDS.untranslated.vi})`)}` : text;
}

function factLine({ label, values }: Fact, languages: LanguageChoice, markup: Markup): string {
  const words = inEach(label, languages);
  if (values.length === 0) return words;
  return `${words}${values.length > 1 ? ":" : ""} ${values.map(markup.code).join(", ")}`;
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "bắt buộc (required)": short words of both languages side by side. */
function inEach(label: Localized, [lead, ...others]: LanguageChoice): string {
  const more = others.map((language) => label[language]).filter((word) => word !== label[lead]);
  return more.length > 0 ? `${label[lead]} (${more.join(", ")})` : label[lead];
}

const SWITCHES = [
  ["VI", "vi"],
  ["EN", "en"],
  ["VI+EN", "both"],
] as const;

function footLine(blocks: readonly Block[], languages: LanguageChoice, options: RenderOptions): readonly string[] {
  const url = blocks.find((block) => block.kind === "link")?.url;
  const label = languages.map((language) => WORDS.docs[language]).join(" / ");
  const docs = url === undefined ? [] : [options.markdown ? `[${label}](${url})` : `${label}: ${url}`];
  const links =
    options.markdown && options.commandLinks ? SWITCHES.map(([name, value]) => commandLink(name, value)) : [];
  const foot = [...docs, ...links];
  return foot.length > 0 ? [foot.join(" · ")] : [];
}

const commandLink = (name: string, value: string): string =>
  `[${name}](command:kubernetesAuthoring.setLanguage?${encodeURIComponent(JSON.stringify([value]))})`;

const tableLine = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** Backslashes before everything that could become a link, an emphasis, code or a tag. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&]/g, "\\$&").replace(/^(\s*)([#+-]|\d+\.)(?=\s)/gm, "$1\\$2");
}

/** A code span that may itself hold backticks. */
function fence(text: string): string {
  const ticks = "`".repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)));
  const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${ticks}${pad}${text}${pad}${ticks}`;
}
