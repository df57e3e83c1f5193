import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type LaneEdge, type LaneNode, layOut } from "../../server/src/features/diagram/lanes.ts";
import { place } from "../../server/src/features/diagram/place.ts";
import { svgOf } from "../../server/src/features/diagram/svg.ts";
import { VIEWS, viewNamed } from "../../server/src/features/diagram/views.ts";
import { allow, subjectIn, workload } from "../kit/network-picture.ts";

const EVERYTHING = { filter: "", focus: undefined };
const SPACING = { gap: 10, gutter: 80, column: 100 };

const graphs = fc
  .record({
    nodes: fc.array(fc.record({ height: fc.integer({ min: 20, max: 120 }), band: fc.integer({ min: 0, max: 2 }) }), {
      minLength: 1,
      maxLength: 18,
    }),
    pairs: fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 30 }),
  })
  .map(({ nodes, pairs }) => {
    const boxes = nodes.map(
      ({ height, band }, i): LaneNode => ({ id: `n${i}`, width: 100, height, band, side: undefined }),
    );
    const edges = pairs.flatMap(([a, b], i): LaneEdge[] => {
      const [from, to] = [boxes[a % boxes.length], boxes[b % boxes.length]];
      if (!from || !to || from === to) return [];
      return [{ id: `e${i}`, from: from.id, fromOffset: from.height / 2, to: to.id, toOffset: to.height / 2 }];
    });
    return { boxes, edges };
  });

test("boxes never overlap, and every edge ends at both of its boxes", () => {
  fc.assert(
    fc.property(graphs, ({ boxes, edges }) => {
      const { nodes, edges: drawn } = layOut(boxes, edges, SPACING);
      const placed = boxes.map((box) => ({ ...box, at: nodes.get(box.id) ?? assert.fail(box.id) }));
      for (const [i, a] of placed.entries()) {
        for (const b of placed.slice(i + 1)) {
          if (a.band !== b.band || a.at.x !== b.at.x) continue;
          const [upper, lower] = a.at.y <= b.at.y ? [a, b] : [b, a];
          assert.ok(upper.at.y + upper.height <= lower.at.y + 0.001, `${a.id} and ${b.id} overlap`);
        }
      }
      for (const edge of edges) {
        const points = drawn.get(edge.id) ?? assert.fail(edge.id);
        const [first, last] = [points[0], points.at(-1)];
        const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
        assert.ok(first && last && from && to);
        assert.ok(first.y === from.y + edge.fromOffset && [from.x, from.x + 100].includes(first.x), "start");
        assert.ok(last.y === to.y + edge.toOffset && [to.x, to.x + 100].includes(last.x), "end");
      }
    }),
    { numRuns: 120 },
  );
});

test("edges bend in gutters only: through a column they run straight, past every box of it", () => {
  fc.assert(
    fc.property(graphs, ({ boxes, edges }) => {
      const { nodes, edges: drawn, columns } = layOut(boxes, edges, SPACING);
      for (const [id, points] of drawn) {
        for (const [i, to] of points.entries()) {
          const from = points[i - 1];
          if (!from) continue;
          const [left, right] = from.x < to.x ? [from, to] : [to, from];
          const crossed = columns.filter(({ x, width }) => left.x <= x && x + width <= right.x);
          if (crossed.length === 0) continue;
          assert.equal(left.y, right.y, id);
          for (const { id: box, band, height } of boxes) {
            const at = nodes.get(box);
            if (!at || band !== left.band || !crossed.some(({ x }) => x === at.x)) continue;
            assert.ok(left.y <= at.y || left.y >= at.y + height, `${id} runs through ${box}`);
          }
        }
      }
    }),
    { numRuns: 120 },
  );
});

test("things are placed in their order, apart, and no farther from their wishes than need be", () => {
  const wishes = fc.array(
    fc.record({
      height: fc.integer({ min: 1, max: 50 }),
      wish: fc.integer({ min: -200, max: 200 }),
      weight: fc.constant(1),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(wishes, (given) => {
      const at = place(given, 5);
      for (let i = 1; i < at.length; i++) {
        assert.ok((at[i] ?? 0) - (at[i - 1] ?? 0) >= (given[i - 1]?.height ?? 0) + 5 - 1e-6);
      }
      // Moving all of them together makes nothing better.
      const drift = at.reduce((sum, y, i) => sum + y - (given[i]?.wish ?? 0), 0);
      assert.ok(Math.abs(drift) < 1e-6);
    }),
  );
});

/** Elements open and close in order, attributes are quoted, and nothing else has a bracket or a bare ampersand. */
function assertWellFormed(svg: string): void {
  const open: string[] = [];
  const rest = svg.replace(/<(\/?)([a-z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/g, (_, close, name, __, self) => {
    if (close) assert.equal(open.pop(), name);
    else if (!self) open.push(name);
    return "";
  });
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest, /[<>]|&(?!(?:amp|lt|gt|quot|#39|#10|#13|#9);)/);
}

test("any name makes a well-formed picture, the same each time, wherever its files lie", () => {
  const names = fc.string({ minLength: 1, maxLength: 12, unit: "binary" });
  fc.assert(
    fc.property(names, names, (name, image) => {
      const pod = JSON.stringify({
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name, namespace: "a", labels: { app: name } },
        spec: {
          containers: [{ name, image, ports: [{ name, containerPort: 80 }] }],
          volumes: [{ name, emptyDir: {} }],
        },
      });
      const draw = (files: Readonly<Record<string, string>>) => {
        const subject = subjectIn(files);
        return VIEWS.map((view) => svgOf(view.draw(subject, EVERYTHING, "vi"), "vi", undefined));
      };
      const pictures = draw({ "a.json": pod });
      for (const picture of pictures) assertWellFormed(picture);
      assert.deepEqual(draw({ "z/other.json": pod }), pictures);
    }),
    { numRuns: 12 },
  );
});

/** So many namespaces of so many workloads, each with a policy. */
const crowd = (namespaces: number, workloads: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: namespaces }, (_, n) => [
      `team-${n}.yaml`,
      Array.from({ length: workloads }, (_, i) => {
        const next = `app-${(i + 1) % workloads}`;
        return workload(`team-${n}`, `app-${i}`, 8080) + allow(`team-${n}`, `app-${i}`, next, 8080);
      }).join(""),
    ]),
  );

test("five hundred workloads fit on a screen at a size that can be read, in little time", () => {
  const subject = subjectIn(crowd(20, 25));
  const overview = viewNamed("overview") ?? assert.fail("no overview");
  overview.draw(subject, EVERYTHING, "en");
  const start = process.cpuUsage();
  const picture = overview.draw(subject, EVERYTHING, "en");
  const svg = svgOf(picture, "en", undefined);
  const { user, system } = process.cpuUsage(start);
  assert.equal(svg.match(/class="item workload line/g)?.length, 500);
  assert.ok(picture.width <= 1700 && picture.height <= 1200, `${picture.width} by ${picture.height}`);
  assert.ok((user + system) / 1000 < 150, `${(user + system) / 1000} ms`);
});
