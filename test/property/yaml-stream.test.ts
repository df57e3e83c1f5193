import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LineIndex } from "../../server/src/base/lines.ts";
import { splitDocs } from "../../server/src/yaml/split.ts";
import { YStream } from "../../server/src/yaml/stream.ts";
import { countDocuments } from "../kit/yaml-tree.ts";

const part = fc.constantFrom(
  "---\n",
  "---\r\n",
  "--- # c\n",
  "--- a\n",
  "...\n",
  "...",
  "---",
  "\n",
  "\r\n",
  "\r",
  " ",
  "a: 1\n",
  "b: é😀\n",
  "# c\n",
  "%YAML 1.2\n",
  "k: |\n  ---\n  x\n",
  "----\n",
  " ---\n",
  "-",
  ".",
  '{"a": 1}',
  '{"b": [1]}\n',
  "{",
  "}",
  '"',
  "\ufeff",
  "{{ x }}\n",
);
const source = fc.array(part, { maxLength: 14 }).map((parts) => parts.join(""));

test("pieces joined are the file", () => {
  fc.assert(
    fc.property(source, (text) => {
      assert.equal(splitDocs(text).join(""), text);
      assert.ok(splitDocs(text).length > 0);
    }),
    { numRuns: 1200 },
  );
});

test("valid files have as many pieces as the yaml package finds documents", () => {
  let compared = 0;
  fc.assert(
    fc.property(source, (text) => {
      // The package counts an empty document before a `...` that ends none; nobody means one there.
      const bare = text.replace(/#.*|%.*/g, "");
      if (/^\s*\.\.\.|\.\.\.\s+\.\.\./.test(bare)) return;
      const count = countDocuments(text);
      if (count === undefined || /^\s*\{/.test(text) || /\r(?!\n)|\ufeff/.test(text)) return;
      compared++;
      assert.equal(splitDocs(text).length, Math.max(1, count));
    }),
    { numRuns: 1000 },
  );
  assert.ok(compared > 100, `${compared} files were compared`);
});

const change = fc.record({
  from: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 6 })),
  text: fc.array(part, { maxLength: 2 }),
});

test("an edited stream is the stream of the edited text", () => {
  fc.assert(
    fc.property(source, fc.array(change, { minLength: 1, maxLength: 6 }), (start, changes) => {
      let text = start;
      let stream = YStream.of(text, "manifest");
      for (const { from, length, text: added } of changes) {
        const lines = new LineIndex(text);
        const a = from % (text.length + 1);
        const b = Math.min(text.length, a + length);
        const inserted = added.join("");
        stream = stream.edit({ start: lines.positionAt(a), end: lines.positionAt(b) }, inserted);
        text = text.slice(0, a) + inserted + text.slice(b);
        const fresh = YStream.of(text, "manifest");
        assert.deepEqual(
          stream.docs.map((doc) => doc.text),
          fresh.docs.map((doc) => doc.text),
        );
        assert.equal(stream.text, text);
        assert.deepEqual(stream.starts, fresh.starts);
        assert.deepEqual(stream.lineStarts, fresh.lineStarts);
      }
    }),
    { numRuns: 1200 },
  );
});

test("positions in the file and offsets in documents are the same places", () => {
  fc.assert(
    fc.property(source, (text) => {
      const stream = YStream.of(text, "manifest");
      const lines = new LineIndex(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const position = lines.positionAt(offset);
        assert.equal(stream.offsetAt(position), offset);
        const place = stream.locate(position);
        assert.equal((stream.starts[place.index] ?? 0) + place.offset, offset);
        assert.deepEqual(stream.positionAt(place.index, place.offset), position);
      }
      assert.equal(stream.length, text.length);
    }),
    { numRuns: 600 },
  );
});

test("a bracket begins JSON at the start of a file alone, also after an edit", () => {
  const stream = YStream.of('...\n{"b": [1]}\n', "manifest");
  const position = { line: 1, character: 1 };
  const edited = stream.edit({ start: position, end: position }, "---\n---\n");
  assert.deepEqual(
    edited.docs.map((doc) => doc.text),
    splitDocs(edited.text),
  );
});

test("an edit leaves the documents that it does not touch as the same objects", () => {
  const pieces = Array.from({ length: 40 }, (_, i) => `---\nname: n${i}\nvalue: ${i}\n`);
  fc.assert(
    fc.property(
      fc.nat({ max: 39 }),
      fc.nat({ max: 12 }),
      fc.constantFrom("x", "\n", "---\n", "y: z\n"),
      (index, at, text) => {
        const stream = YStream.of(pieces.join(""), "manifest");
        const position = stream.positionAt(index, 4 + at);
        const edited = stream.edit({ start: position, end: position }, text);
        const kept = stream.docs.filter((doc) => edited.docs.includes(doc)).length;
        assert.ok(kept >= 38, `${kept} documents of 40 are kept`);
      },
    ),
    { numRuns: 500 },
  );
  const stream = YStream.of(pieces.join(""), "manifest");
  assert.equal(stream.replace(stream.text), stream);
  const position = { line: 0, character: 0 };
  assert.equal(stream.edit({ start: position, end: position }, ""), stream);
});
