import { placesIn } from "./places.mjs";
import { randomFrom } from "./random.mjs";

/**
 * A CustomResourceDefinition as operators publish them: one YAML document of 810 KB, nearly all of it a deep
 * openAPIV3Schema, with one seeded error near its middle.
 *
 * @param {{ halfTyped: boolean, bytes?: number, seed?: number }} options
 */
export function hugeDefinition({ halfTyped, bytes = 810_000, seed = 810 }) {
  const random = randomFrom(seed);
  const parts = [head];
  let size = head.length;
  let isMarked = false;
  for (let section = 0; size < bytes; section++) {
    let text = sectionOf(random, section);
    if (!isMarked && size > bytes / 2) {
      text += markedField(halfTyped);
      isMarked = true;
    }
    parts.push(text);
    size += text.length;
  }
  const text = parts.join("");
  const lines = text.split("\n");
  return { text, documents: 1, places: placesIn(lines, 0, halfTyped ? brokenMarks : wholeMarks) };
}

const head = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: pipelines.delivery.example.com
  annotations:
    example.com/generated-by: delivery-operator
spec:
  group: delivery.example.com
  scope: Namespaced
  names:
    kind: Pipeline
    listKind: PipelineList
    plural: pipelines
    singular: pipeline
    shortNames: ["pl"]
  versions:
    - name: v1
      served: true
      storage: true
      subresources:
        status: {}
      additionalPrinterColumns:
        - name: Age
          type: date
          jsonPath: .metadata.creationTimestamp
      schema:
        openAPIV3Schema:
          type: object
          description: A pipeline that builds and delivers one application.
          required: ["spec"]
          properties:
            apiVersion:
              type: string
            kind:
              type: string
            metadata:
              type: object
            spec:
              type: object
              properties:
`;

/** One property of `spec`: an object of objects whose leaves have every type that operators use. */
function sectionOf(random, number) {
  let text = `                section${number}:\n${describe(random, 18, 2)}                  type: object\n                  properties:\n`;
  const groups = random.between(3, 6);
  for (let group = 0; group < groups; group++) {
    text += `                    group${group}:\n${describe(random, 22, 1)}                      type: object\n                      properties:\n`;
    const fields = random.between(4, 9);
    for (let field = 0; field < fields; field++) {
      text += `                        field${field}:\n${describe(random, 26, 3)}${random.pick(leaves)(random)}`;
    }
  }
  return text;
}

function describe(random, indent, lines) {
  const pad = " ".repeat(indent);
  const sentences = Array.from({ length: lines }, () => `${pad}  ${random.words(8)}\n`);
  return `${pad}description: |-\n${sentences.join("")}`;
}

const leaf = (text) => text.replace(/^(?=.)/gm, " ".repeat(26));

const leaves = [
  (random) => leaf(`type: string\nmaxLength: ${random.between(20, 253)}\npattern: ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$\n`),
  (random) => leaf(`type: integer\nformat: int32\nminimum: 0\nmaximum: ${random.between(10, 65535)}\n`),
  () => leaf("type: boolean\ndefault: false\n"),
  () => leaf("type: array\nx-kubernetes-list-type: set\nitems:\n  type: string\n"),
  () => leaf("type: object\nadditionalProperties:\n  type: string\n"),
  () => leaf("anyOf:\n  - type: integer\n  - type: string\nx-kubernetes-int-or-string: true\n"),
  () => leaf('type: string\nenum: ["Always", "IfNotPresent", "Never"]\n'),
];

function markedField(halfTyped) {
  return `                    marked:
                      type: array
                      maxItems: sixty
${halfTyped ? "                      patt\n" : ""}                      minItems: 1
                      x-kubernetes-list-type: atomic
                      items:
                        type: string
`;
}

const wholeMarks = {
  mistake: "maxItems: sixty",
  toggle: "minItems: 1",
  halfTyped: "patt",
  type: "patt",
  expected: /^pattern/,
  hover: "x-kubernetes-list-type: atomic",
  described: /array|list/i,
  newLine: /^ {22}minItems: 1$/,
};

const brokenMarks = { ...wholeMarks, type: "e" };
