// Reads schemas/docs: the bilingual texts, one YAML file per definition, kind, concept or problem.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parseDocument } from "yaml";

/**
 * Every text with its key, in file order. Throws one error that lists all faults, each with its file.
 *
 * Keys: `io.k8s.api.core.v1.Container#image` (field of a definition), `apps/v1/Deployment` (kind),
 * `apps/v1/Deployment:spec.replicas` (a field that means something special in that kind), `concept/nat`,
 * `problem/pvc-pending`. The definition `any` holds the root fields that all kinds share.
 */
export function readTexts(root = "schemas/docs") {
  const faults = [];
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(join(root, "schema.json"), "utf8")));
  const links = readYaml(join(root, "links.yaml"), faults);
  const texts = ["definitions", "kinds", "concepts", "problems"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".yaml"))
      .sort()
      .flatMap((name) => {
        const file = join(root, folder, name);
        const content = readYaml(file, faults);
        if (validate(content)) return textsOf(content).map((text) => ({ ...text, file }));
        faults.push(...validate.errors.map((error) => `${file}${error.instancePath}: ${error.message}`));
        return [];
      }),
  );
  faults.push(...brokenReferences(texts, links));
  if (faults.length > 0) throw new Error(`schemas/docs:\n  ${faults.join("\n  ")}`);
  return { texts, links };
}

function readYaml(file, faults) {
  const document = parseDocument(readFileSync(file, "utf8"));
  faults.push(...document.errors.map((error) => `${file}: ${error.message}`));
  return document.toJS() ?? {};
}

function textsOf(content) {
  const { definition, fields, kind, paths, concept, problem, ...text } = content;
  if (definition) return Object.entries(fields).map(([field, of]) => keyed(`${definition}#${field}`, of));
  if (concept) return [keyed(`concept/${concept}`, text)];
  if (problem) return [keyed(`problem/${problem}`, text)];
  return [keyed(kind, text), ...Object.entries(paths ?? {}).map(([path, of]) => keyed(`${kind}:${path}`, of))];
}

function keyed(key, { title, ...text }) {
  return { key, title: typeof title === "string" ? { en: title, vi: title } : title, ...text };
}

function brokenReferences(texts, links) {
  const keys = new Set();
  const faults = [];
  for (const { key, also = [], file } of texts)
    for (const name of [key, ...also]) {
      if (keys.has(name)) faults.push(`${file}: ${name} has two texts`);
      keys.add(name);
    }
  for (const { key, docs, see = [], file } of texts) {
    if (!Object.hasOwn(links, docs)) faults.push(`${file}: ${key} links to ${docs}, which links.yaml lacks`);
    for (const other of see) if (!keys.has(other)) faults.push(`${file}: ${key} mentions ${other}, which has no text`);
  }
  return faults;
}
