import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { applyEdits } from "../../server/src/base/span.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import {
  insertEntry,
  insertItem,
  quoteIfNeeded,
  removeEntry,
  removeItem,
  renameKey,
  setScalar,
} from "../../server/src/yaml/edit.ts";
import type { YMap, YNode, YScalar, YSeq } from "../../server/src/yaml/node.ts";
import { read } from "../../server/src/yaml/read.ts";
import { jsonValue, scalarKind } from "../../server/src/yaml/scalar.ts";
import { SAMPLES } from "../kit/samples.ts";
import { shapeOf } from "../kit/yaml-tree.ts";

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom(
    "yes",
    "0644",
    "1e3",
    "a: b",
    "- a",
    "# a",
    "a #b",
    "'",
    '"',
    "\\",
    "a\nb",
    " a",
    "a ",
    "~",
    "[a",
    "{{ a }}",
    "...",
    "\u2028",
    "😀",
  ),
);

test("a quoted string is read back as itself, in blocks and between brackets", () => {
  fc.assert(
    fc.property(text, (value) => {
      if (/[\ud800-\udfff]/u.test(value)) return;
      for (const source of [
        `a: ${quoteIfNeeded(value)}\n`,
        `- ${quoteIfNeeded(value)}\n`,
        `[${quoteIfNeeded(value)}, b]`,
      ]) {
        const { root, problems } = read(source, "manifest");
        assert.deepEqual(problems, [], source);
        const node = root?.type === "map" ? root.entries[0]?.value : root?.type === "seq" ? root.items[0]?.value : null;
        assert.equal(node?.type === "scalar" && jsonValue(node), value, source);
      }
    }),
    { numRuns: 1500 },
  );
});

interface Parts {
  readonly maps: readonly YMap[];
  readonly seqs: readonly YSeq[];
  readonly scalars: readonly YScalar[];
}

function partsOf(root: YNode | null): Parts {
  const maps: YMap[] = [];
  const seqs: YSeq[] = [];
  const scalars: YScalar[] = [];
  const walk = (node: YNode | null): void => {
    if (node?.type === "map") {
      maps.push(node);
      for (const { value } of node.entries) walk(value);
    } else if (node?.type === "seq") {
      seqs.push(node);
      for (const { value } of node.items) walk(value);
    } else if (node?.type === "scalar") scalars.push(node);
  };
  walk(root);
  return { maps, seqs, scalars };
}

/** The same tree in another text: what an edit must leave it at, the edited part apart. */
const count = (root: YNode | null): number => JSON.stringify(shapeOf(root)).length;

const docs = SAMPLES.map((sample) => new YDocument(sample, "manifest")).filter(
  ({ root, problems }) => root !== null && problems.length === 0,
);

test("edits of real documents leave valid documents with just the change asked for", () => {
  let edits = 0;
  const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
  fc.assert(
    fc.property(fc.constantFrom(...docs), fc.nat(), fc.nat(), text, (doc, which, where, value) => {
      if (/[\ud800-\udfff]/u.test(value)) return;
      const after = (
        found: readonly { readonly span: { readonly start: number; readonly end: number }; readonly text: string }[],
      ): YNode | null => {
        edits++;
        const { root, problems } = read(applyEdits(doc.text, found), "manifest");
        assert.deepEqual(problems, [], applyEdits(doc.text, found));
        return root;
      };
      const { maps, seqs, scalars } = partsOf(doc.root);
      const scalar = pick(scalars, which);
      if (
        scalar !== undefined &&
        scalar.style !== "literal" &&
        scalar.style !== "folded" &&
        scalarKind(scalar) === "string"
      ) {
        const index = scalars.indexOf(scalar);
        const changed = partsOf(after(setScalar(doc, scalar, value))).scalars[index];
        assert.equal(changed && jsonValue(changed), value);
      }
      const map = pick(maps, which);
      const pair = map && pick(map.entries, where);
      if (map !== undefined && pair !== undefined) {
        const index = maps.indexOf(map);
        const renamed = partsOf(after(renameKey(doc, pair, "fresh"))).maps[index];
        assert.ok(renamed?.entries.some(({ key }) => key.text === "fresh"));
        const removed = partsOf(after(removeEntry(doc, map, pair))).maps[index];
        assert.equal(removed?.entries.length, map.entries.length - 1);
        for (const lines of ["1", "\n  x: 1\n  y:\n  - 2"]) {
          const grown = after(insertEntry(doc, map, "fresh", lines));
          assert.equal(partsOf(grown).maps[index]?.entries.length, map.entries.length + 1);
          assert.ok(count(grown) > count(doc.root));
        }
      }
      const seq = pick(seqs, which);
      const item = seq && pick(seq.items, where);
      if (seq !== undefined && item !== undefined) {
        const index = seqs.indexOf(seq);
        assert.equal(partsOf(after(removeItem(doc, seq, item))).seqs[index]?.items.length, seq.items.length - 1);
        assert.equal(
          partsOf(after(insertItem(doc, seq, "x: 1\n  y: 2"))).seqs[index]?.items.length,
          seq.items.length + 1,
        );
      }
    }),
    { numRuns: 300 },
  );
  assert.ok(docs.length > 2 && edits > 500, `${edits} edits in ${docs.length} documents`);
});
