import assert from "node:assert/strict";
import { test } from "node:test";
import type { LanguageChoice } from "../../server/src/base/localized.ts";
import { describeField, shortened } from "../../server/src/features/describe/field.ts";
import { escapeMarkdown, render } from "../../server/src/features/describe/render.ts";
import type { SchemaCursor } from "../../server/src/schema/cursor.ts";
import { newest, texts } from "../kit/schemas.ts";

/** Lines that a hover of 110 columns takes; blank ones are gaps between paragraphs, not lines. */
const height = (markdown: string): number =>
  markdown
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("```"))
    .reduce((sum, line) => sum + Math.ceil(line.length / 110), 0);

/** Every field within a few levels of the kinds that people write most. */
function fields(): readonly {
  readonly cursor: SchemaCursor;
  readonly path: readonly string[];
  readonly kind: string;
}[] {
  const found: { cursor: SchemaCursor; path: readonly string[]; kind: string }[] = [];
  const seen = new Set<string>();
  const visit = (cursor: SchemaCursor, path: readonly string[], kind: string): void => {
    for (const { name, cursor: field } of cursor.fields()) {
      const key = `${field.owner}#${name}`;
      if (seen.has(key) || path.length > 8) continue;
      seen.add(key);
      found.push({ cursor: field, path: [...path, name], kind });
      visit(field.item() ?? field, [...path, name], kind);
    }
  };
  for (const kind of [
    "Deployment",
    "Service",
    "PersistentVolumeClaim",
    "PersistentVolume",
    "Ingress",
    "NetworkPolicy",
  ]) {
    const entry = newest.kindsNamed(kind)[0];
    const root = entry && newest.root(entry);
    if (root) visit(root, [], kind);
  }
  return found;
}

test("a hover in one language keeps to fourteen lines and its foot, in upstream's words and in ours", () => {
  const all = fields();
  const options = { markdown: true, commandLinks: false };
  const tall = all.flatMap(({ cursor, path, kind }) => {
    const gvk = newest.kindsNamed(kind)[0];
    const blocks = describeField({ cursor, path, gvk }, newest, texts);
    return (["vi", "en"] as const).flatMap((language) => {
      const body = blocks.filter(({ kind: block }) => block !== "link");
      const lines = height(render(body, [language], options));
      return lines > 14 ? [`${kind} ${path.join(".")} ${language}: ${lines}`] : [];
    });
  });
  assert.deepEqual(tall, []);
  assert.ok(all.length > 500, `only ${all.length} fields`);
});

test("markup in names and descriptions is text", () => {
  assert.equal(
    escapeMarkdown("a_b *c* [d](e) `f` <g> | ~h~ &i;"),
    "a\\_b \\*c\\* \\[d\\](e) \\`f\\` \\<g\\> \\| \\~h\\~ \\&i;",
  );
  assert.equal(escapeMarkdown("# a\n- b\n1. c"), "\\# a\n\\- b\n\\1. c");
});

test("code with backticks stays code", () => {
  const blocks = [{ kind: "fact", fact: { label: { en: "default", vi: "mặc định" }, values: ["a`b", "``"] } }] as const;
  const markdown = render(blocks, ["en"], { markdown: true, commandLinks: false });
  assert.equal(markdown, "Default: ``a`b``, ``` `` ```");
});

test("long descriptions end at a sentence", () => {
  const text = `${"One sentence of some length here. ".repeat(30)}`;
  assert.ok(shortened(text).length <= 420);
  assert.match(shortened(text), /here\.$/);
  assert.match(shortened("word ".repeat(200)), /word …$/);
  assert.equal(shortened(" short\n text "), "short text");
});

test("whichever language leads, the other follows", () => {
  const blocks = [{ kind: "text", summary: { en: "One.", vi: "Một." }, detail: undefined }] as const;
  const shown = (languages: LanguageChoice): string =>
    render(blocks, languages, { markdown: true, commandLinks: false });
  assert.equal(shown(["vi", "en"]), "Một.\n\n---\n\n*EN* One.");
  assert.equal(shown(["en", "vi"]), "One.\n\n---\n\n*VI* Một.");
  assert.equal(shown(["vi"]), "Một.");
});
