import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fixAll, isSafe } from "../../server/src/features/fix-all.ts";
import { documentContext } from "../../server/src/workspace/context.ts";
import { ESSENTIAL } from "../kit/rule-sets.ts";
import { newest } from "../kit/schemas.ts";
import { documentsOf } from "../kit/workspace.ts";

const LINES = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: gio-hang
  labels: { app: gio-hang }
spec:
  replicas: 2
  selector:
    matchLabels:
      app: gio-hang
  template:
    metadata:
      labels:
        app: gio-hang
    spec:
      containers:
        - name: web
          image: nginx:1.27 # the shop
          ports:
            - containerPort: 80
---
apiVersion: v1
kind: Service
metadata:
  name: gio-hang
spec:
  selector:
    app: gio-hang
  ports:
    - port: 80
`.split("\n");

function fixed(text: string): string {
  const contexts = documentsOf(text).map((doc) => documentContext(doc, "manifest", newest));
  const onFailure = (rule: string, error: unknown): never => {
    throw new Error(`${rule} failed on ${JSON.stringify(text)}`, { cause: error });
  };
  return fixAll(contexts, { rules: ESSENTIAL, onFailure, takes: isSafe }).documents.join("");
}

/** One or two slips in a manifest: a line indented otherwise, a line without its colon, a letter missing. */
const broken = fc
  .array(
    fc.record({
      line: fc.nat(LINES.length - 2),
      slip: fc.constantFrom(
        (line: string) => ` ${line}`,
        (line: string) => line.replace(/^ {2}/, ""),
        (line: string) => line.replace(":", ""),
        (line: string) => line.replace(": ", ":"),
        (line: string) => line.replace(/(?<=[a-z])[a-z](?=[a-z]+:)/, ""),
        (line: string) => `\t${line}`,
      ),
    }),
    { minLength: 1, maxLength: 2 },
  )
  .map((slips) =>
    slips
      .reduce((lines, { line, slip }) => lines.map((each, at) => (at === line ? slip(each) : each)), LINES)
      .join("\n"),
  );

test("fix-all ends, and what it has fixed it leaves alone", () => {
  fc.assert(
    fc.property(broken, (text) => {
      const once = fixed(text);
      assert.equal(fixed(once), once);
    }),
    { numRuns: 20, seed: 7 },
  );
});

test("a file without mistakes stays as it is", () => {
  const text = LINES.join("\n");
  assert.equal(fixed(text), text);
});
