import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { lintDocument } from "../../server/src/features/lint.ts";
import type { Severity } from "../../server/src/rules/rule.ts";
import { documentContext } from "../../server/src/workspace/context.ts";
import { catalogFor } from "../kit/catalog.ts";
import { type ClassifiedFile, classifiedFiles } from "../kit/classified.ts";
import { corpusFolder } from "../kit/corpus.ts";
import { EVERYTHING } from "../kit/rule-sets.ts";

interface Found {
  readonly path: string;
  readonly document: number;
  readonly severity: Severity;
  readonly role: ClassifiedFile["role"];
  readonly text: string;
}

/** What the corpus says of one document. */
interface Truth {
  readonly f: string;
  readonly n: number;
  /** Position in a List; null for a document that is one object. */
  readonly item: number | null;
  readonly verdict: string;
  /** Releases whose official schema accepts it. */
  readonly schemaOk?: readonly string[];
}

const folder = corpusFolder();
if (folder === undefined) console.log("clean.test.ts: no manifests beside the repository, nothing is checked");

test("real manifests", { skip: folder === undefined }, async (context) => {
  if (folder === undefined) return;
  const files = classifiedFiles(folder);
  const found = files.flatMap((file) => findingsOf(file, "1.36"));
  const read = (name: string): readonly string[] => readFileSync(join(folder, name), "utf8").trim().split("\n");
  const truth = read("truth.jsonl").map((line): Truth => JSON.parse(line));

  await context.test("nothing is said of manifests that are valid", () => {
    const clean = new Set(read("clean-files.txt"));
    const looked = files.filter(({ path }) => clean.has(path));
    assert.equal(clean.size, 673);
    assert.equal(looked.length, clean.size, "every clean file was looked at");
    assert.ok(looked.every(({ role }) => role === "manifest" || role === "patch"));
    const said = found.filter(
      (each) => isSerious(each) && clean.has(each.path) && !KNOWN_FAULTS.some((fault) => isSame(fault, each)),
    );
    assert.deepEqual(printed(said), []);
    const stale = KNOWN_FAULTS.filter((fault) => !found.some((each) => isSerious(each) && isSame(fault, each)));
    assert.deepEqual(stale, [], "every fault in the list is still told");
  });

  await context.test("nothing is said of templates, values and kustomizations", () => {
    const roles: readonly string[] = ["template", "kustomization", "other"];
    assert.ok(files.filter(({ role }) => roles.includes(role)).length > 900);
    assert.deepEqual(printed(found.filter(({ role }) => roles.includes(role))), []);
  });

  await context.test("no document that the API server takes is called wrong", () => {
    const valid = new Set(truth.filter(isValidToday).map(key));
    assert.ok(valid.size > 1300);
    const errors = found.filter(isError);
    assert.deepEqual(printed(errors.filter((each) => valid.has(place(each)))), []);
  });

  await context.test("every release agrees with its official schema", () => {
    const judged = new Map(
      truth.filter(({ schemaOk, item }) => schemaOk && item === null).map((one) => [key(one), one]),
    );
    for (const version of ["1.28", "1.32"]) {
      const faulty = new Set(files.flatMap((file) => findingsOf(file, version).filter(isError)).map(place));
      const accepted = [...judged.values()].filter(
        ({ verdict, schemaOk }) => verdict !== "invalid" && schemaOk?.includes(`v${version}`),
      );
      assert.ok(accepted.length > 1400);
      assert.deepEqual(
        accepted.map(key).filter((document) => faulty.has(document)),
        [],
        version,
      );
    }
  });

  await context.test("most documents that the API server refuses are found", () => {
    const invalid = truth.filter(({ verdict }) => verdict === "invalid");
    const errors = new Set(found.filter(({ severity }) => severity === "error").map(place));
    const missed = invalid.filter((document) => !errors.has(key(document)));
    // The rest are patches, which are not applied as they are, and rules about names, labels and the like.
    assert.ok(invalid.length >= 35 && missed.length <= 9, missed.map(key).join("\n"));
  });
});

/** The API server takes these, and yet they cannot work: what is said of them is true. */
const KNOWN_FAULTS: readonly (readonly [path: string, rule: string])[] = [
  ["container-solutions/broken-Deployment/spec.spec.readinessProbe/readiness-broken.yaml", "container/invalid-image"],
  ["k8s-examples/_archived/storage/redis/redis-controller.yaml", "volume/no-source"],
];

const isSame = ([path, rule]: readonly [string, string], found: Found): boolean =>
  found.path === path && found.text.startsWith(`${rule}:`);

/** Old API versions pass the code of the API server, which still reads them, but no release serves them. */
const isValidToday = ({ verdict, schemaOk }: Truth): boolean =>
  verdict === "valid-apiserver" && schemaOk?.includes("v1.36") === true;

/** What is deprecated but works is worth a word, and no fault of a file from its time. */
const isSerious = (each: Found): boolean => isError(each) || each.severity === "warning";

const isError = ({ severity }: Found): boolean => severity === "error";

const key = ({ f, n }: Pick<Truth, "f" | "n">): string => `${f}#${n}`;

const place = ({ path, document }: Found): string => key({ f: path, n: document });

const printed = (found: readonly Found[]): readonly string[] =>
  found.map(({ path, document, text }) => `${path}#${document}: ${text}`);

function findingsOf({ path, stream, role }: ClassifiedFile, version: string): readonly Found[] {
  const catalog = catalogFor(version);
  return stream.docs.flatMap((doc, document) =>
    lintDocument(documentContext(doc, role, catalog), EVERYTHING, (rule, error) => {
      throw new Error(`${rule} failed on ${path}`, { cause: error });
    }).map(({ rule, severity, message }) => ({ path, document, severity, role, text: `${rule}: ${message.en}` })),
  );
}
