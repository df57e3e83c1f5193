import { LANGUAGES, type Language, type Localized } from "../../server/src/base/localized.ts";
import { RULES } from "../../server/src/rules/index.ts";
import type { Example, Rule, Severity } from "../../server/src/rules/rule.ts";
import { lintExample } from "./examples.ts";
import { dedent, readMarks } from "./marks.ts";

/** Every page below docs/rules, by its path there: one for each rule and language, and a list of them. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const language of LANGUAGES) {
    pages.set(`${language}/README.md`, listPage(RULES, language));
    for (const rule of RULES) pages.set(`${language}/${rule.id}.md`, rulePage(rule, language));
  }
  return pages;
}

const WORDS = {
  rules: { en: "Rules", vi: "Các quy tắc" },
  about: {
    en: "What the diagnostics say, why, and how to put it right.\nEach page shows manifests with the mistake and what the first quick fix makes of them.",
    vi: "Chẩn đoán báo gì, vì sao và sửa thế nào.\nMỗi trang có manifest mắc lỗi và kết quả của cách sửa nhanh đầu tiên.",
  },
  rule: { en: "Rule", vi: "Quy tắc" },
  severity: { en: "Severity", vi: "Mức độ" },
  profile: { en: "profile", vi: "phạm vi" },
  ignoring: {
    en: "In one place, with a comment on the line above; `ignore-document` and `ignore-file` reach further:",
    vi: "Ở một chỗ, bằng chú thích trên dòng ngay trước; `ignore-document` và `ignore-file` có phạm vi rộng hơn:",
  },
  meaning: { en: "Meaning", vi: "Ý nghĩa" },
  since: { en: "since", vi: "từ bản" },
  wrong: { en: "Reported", vi: "Bị báo" },
  right: { en: "Not reported", vi: "Không bị báo" },
  becomes: { en: "The first quick fix makes of it:", vi: "Cách sửa nhanh đầu tiên cho kết quả:" },
  version: { en: "With Kubernetes", vi: "Với Kubernetes" },
  change: { en: "Change or turn off", vi: "Đổi mức hoặc tắt" },
  changing: {
    en: "In `.kubernetes-authoring.yaml`, or in the setting `kubernetesAuthoring.rules`:",
    vi: "Trong `.kubernetes-authoring.yaml`, hoặc trong thiết lập `kubernetesAuthoring.rules`:",
  },
  more: { en: "Read on", vi: "Đọc thêm" },
  error: { en: "error", vi: "lỗi" },
  warning: { en: "warning", vi: "cảnh báo" },
  information: { en: "information", vi: "thông tin" },
  hint: { en: "hint", vi: "gợi ý" },
} satisfies Readonly<Record<string, Localized>> & Readonly<Record<Severity, Localized>>;

/** Rules about comments, about the configuration file, and about text that no comment makes readable. */
const NOT_IGNORED: ReadonlySet<Rule["reads"]> = new Set(["suppression", "configuration", "syntax", "repair"]);

const MADE = "<!-- Made by tools/rules/generate.mjs; edit the rule instead. -->";

function listPage(rules: readonly Rule[], language: Language): string {
  const say = (word: keyof typeof WORDS): string => WORDS[word][language];
  return [
    MADE,
    "",
    `# ${say("rules")}`,
    "",
    say("about"),
    "",
    `| ${say("rule")} | ${say("severity")} | ${say("profile")} | ${say("meaning")} |`,
    "| --- | --- | --- | --- |",
    ...rules.map(
      ({ id, severity, profile = "essential", docs }) =>
        `| [${id}](${id}.md) | ${say(severity)} | ${profile} | ${docs.title[language]} |`,
    ),
    "",
  ].join("\n");
}

function rulePage(rule: Rule, language: Language): string {
  const say = (word: keyof typeof WORDS): string => WORDS[word][language];
  const { id, docs, severity, since, profile } = rule;
  return [
    MADE,
    "",
    `# ${docs.title[language]}`,
    "",
    [
      `\`${id}\``,
      say(severity),
      ...(profile ? [`${say("profile")} \`${profile}\``] : []),
      `${say("since")} ${since}`,
    ].join(" · "),
    "",
    sentences(docs.why[language]),
    "",
    `## ${say("wrong")}`,
    "",
    ...rule.bad.flatMap((example) => wrong(rule, example, language)),
    `## ${say("right")}`,
    "",
    ...rule.good.flatMap((example) => [`### ${example.title[language]}`, "", ...fence(plain(example.manifest))]),
    `## ${say("change")}`,
    "",
    say("changing"),
    "",
    ...fence(`rules:\n  ${id}: off\n`),
    ...(NOT_IGNORED.has(rule.reads)
      ? []
      : [say("ignoring"), "", ...fence(`# kubernetes-authoring: ignore ${id} because …\n`)]),
    `## ${say("more")}`,
    "",
    ...docs.links.map((link) => `- <${link}>`),
    "",
  ].join("\n");
}

function wrong(rule: Rule, example: Example, language: Language): readonly string[] {
  const text = plain(example.manifest);
  const said = lintExample(text, example, rule).map((finding) => `> ${finding.message[language]}`);
  const version = example.kubernetes === undefined ? [] : [`${WORDS.version[language]} ${example.kubernetes}:`, ""];
  return [
    `### ${example.title[language]}`,
    "",
    ...version,
    ...fence(text),
    ...said.flatMap((line) => [line, ""]),
    ...(example.fixed === undefined ? [] : [WORDS.becomes[language], "", ...fence(dedent(example.fixed))]),
  ];
}

const plain = (manifest: string): string => visible(readMarks(dedent(manifest)).text);

/** Characters that nobody sees become their pictures, and lines too long for a page are cut. */
const visible = (text: string): string =>
  text
    .replace(/(?![\t\n])\p{Cc}/gu, (character) => String.fromCharCode(0x2400 + character.charCodeAt(0)))
    .replace(/^(.{120}).+$/gm, "$1…");

const fence = (text: string): readonly string[] => ["```yaml", text.trimEnd(), "```", ""];

/** One sentence a line, so that changes show. */
const sentences = (text: string): string => text.replace(/([.?]) (?=\p{Lu}|`)/gu, "$1\n");
