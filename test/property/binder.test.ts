import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type ClaimReport, candidatesOf, reportOf } from "../../server/src/engines/binder/report.ts";
import { type Outcome, settle } from "../../server/src/engines/binder/settle.ts";
import { bindAtRandom } from "../kit/naive-controller.ts";
import { readObject } from "../kit/storage.ts";

/** Most of the time nothing, so that claims and volumes meet. */
const rarely = (...values: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant("") }, { weight: 2, arbitrary: fc.constantFrom(...values) });

const sets = fc.oneof(
  { weight: 4, arbitrary: fc.constant("RWO") },
  { weight: 3, arbitrary: fc.constantFrom("RWO,ROX", "RWO,RWX", "ROX,RWX") },
);
const classes = rarely("class=x", "class=w");
const modes = rarely("mode=Block");

interface Line {
  readonly word: string;
  readonly size: number;
  readonly rest: string;
}

const volume: fc.Arbitrary<Line> = fc.record({
  word: fc.constant("pv"),
  size: fc.integer({ min: 1, max: 3 }),
  rest: fc
    .tuple(sets, classes, modes, rarely("labels=k:v", "ref=default/pvc0", "ref=default/o", "on=n1"))
    .map((parts) => parts.filter(Boolean).join(" ")),
});

const claim: fc.Arbitrary<Line> = fc.record({
  word: fc.constant("pvc"),
  size: fc.integer({ min: 1, max: 3 }),
  rest: fc
    .tuple(sets, classes, modes, rarely("sel=k:v", "vol=pv0", "vol=pv1"))
    .map((parts) => parts.filter(Boolean).join(" ")),
});

const numbered = (lines: readonly Line[]): readonly string[] =>
  lines.map(({ word, size, rest }, index) => `${word} ${word}${index} ${size}Gi ${rest}`);

const volumes = fc.array(volume, { minLength: 3, maxLength: 6 }).map(numbered);
const claims = fc.array(claim, { minLength: 2, maxLength: 4 }).map(numbered);
const WORLD = ["sc x x.io", "sc w kubernetes.io/no-provisioner wffc", "node n1", "node n2", "pod p uses=pvc0"];

const outcomeOf = (lines: readonly string[]): Outcome => settle([...WORLD, ...lines].map(readObject), undefined, "");

const described = ({ outcome, volumes: names, effectiveClass }: ClaimReport): string =>
  `${outcome} ${[...names].sort().join("|")} ${effectiveClass}`;

const RUNS = { numRuns: 60 };

test("the order of volumes decides nothing", () => {
  fc.assert(
    fc.property(volumes, claims, fc.infiniteStream(fc.integer()), (given, asked, chance) => {
      const shuffled = given
        .map((line) => ({ line, at: Number(chance.next().value) }))
        .sort((a, b) => a.at - b.at)
        .map(({ line }) => line);
      const [one, other] = [given, shuffled].map((lines) => reportOf(outcomeOf([...lines, ...asked])));
      for (const [key, report] of one?.claims ?? []) {
        const twin = other?.claims.get(key);
        assert.equal(twin && described(twin), described(report), key);
      }
    }),
    RUNS,
  );
});

test("no volume has two claims, and no claim a volume that is ruled out", () => {
  let bound = 0;
  fc.assert(
    fc.property(volumes, claims, (given, asked) => {
      const outcome = outcomeOf([...given, ...asked]);
      const owners = new Set<string>();
      for (const [key, { outcome: said, volumes: names, effectiveClass }] of reportOf(outcome).claims) {
        if (said !== "bound") continue;
        bound++;
        const own = outcome.world.claimsByKey.get(key) ?? assert.fail(key);
        const fits = new Map(candidatesOf(outcome.world, own, effectiveClass, given.length));
        for (const name of names) assert.deepEqual(fits.get(name), [], `${key} on ${name}`);
        const [only] = names;
        if (names.length > 1 || only === undefined) continue;
        assert.ok(!owners.has(only), `${only} has two claims`);
        owners.add(only);
      }
    }),
    RUNS,
  );
  assert.ok(bound > 10, `only ${bound} claims were bound`);
});

test("whatever a controller does that takes everything at random has been foretold", () => {
  let ties = 0;
  fc.assert(
    fc.property(volumes, claims, fc.infiniteStream(fc.nat()), (given, asked, chance) => {
      const outcome = settle(["sc w x.io wffc", ...given, ...asked].map(readObject), undefined, "");
      const { claims: foretold } = reportOf(outcome);
      for (let round = 0; round < 8; round++) {
        for (const [key, name] of bindAtRandom(outcome.world, () => Number(chance.next().value))) {
          const { outcome: said, volumes: names } = foretold.get(key) ?? assert.fail(key);
          if (names.length > 1) ties++;
          assert.ok(
            name === "" ? said !== "bound" : names.includes(name),
            `${key}: ${name || "none"}, ${said} ${names}`,
          );
        }
      }
    }),
    RUNS,
  );
  assert.ok(ties > 10, `only ${ties} ties`);
});

test("a larger volume of the same kind never takes a claim's volume away", () => {
  fc.assert(
    fc.property(volumes, claim, (given, asked) => {
      const line = numbered([asked]);
      const before = reportOf(outcomeOf([...given, ...line])).claims.get("default/pvc0");
      const more = `pv more 99Gi ${asked.rest.replace(/sel=\S+|vol=\S+/, "labels=k:v")}`;
      const after = reportOf(outcomeOf([...given, more, ...line])).claims.get("default/pvc0");
      if (before?.outcome === "bound") assert.equal(after?.outcome, "bound");
    }),
    RUNS,
  );
});

test("a claim that asks for less is served where the larger was", () => {
  fc.assert(
    fc.property(volumes, claim, (given, asked) => {
      const of = (size: number): string | undefined =>
        reportOf(outcomeOf([...given, ...numbered([{ ...asked, size }])])).claims.get("default/pvc0")?.outcome;
      if (of(asked.size) === "bound") assert.equal(of(1), "bound");
    }),
    RUNS,
  );
});
