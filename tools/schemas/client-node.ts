import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What one `@kubernetes/client-node` package says about the API of its Kubernetes release. */
export interface ClientNode {
  readonly models: ReadonlyMap<string, Model>;
  readonly resources: readonly Resource[];
}

/** A generated class, "V1Deployment" or "CoreV1Event". */
export interface Model {
  readonly description: string;
  readonly fields: ReadonlyMap<string, Field>;
}

export interface Field {
  /** As in the package: `string`, `Array<V1Container>`, `{ [key: string]: string; }`, `Date`, `any`. */
  readonly type: string;
  /** Empty in packages before 1.32, which do not record formats. */
  readonly format: string;
  readonly required: boolean;
  /** Empty for fields that refer to another model: the generator drops the text beside a `$ref`. */
  readonly description: string;
}

/** A collection that objects can be created in. */
interface Resource {
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly namespaced: boolean;
  /** The model of the objects, "V1Deployment". */
  readonly model: string;
}

export function readClientNode(folder: string, release: string): ClientNode {
  const generated = join(folder, "dist", "gen");
  const names = new Set(readdirSync(generated));
  const models = readModels(join(generated, names.has("models") ? "models" : "model"), release);
  const resources = readResources(join(generated, names.has("apis") ? "apis" : "api"));
  return { models, resources: resources.filter((resource) => models.has(resource.model)) };
}

/** Packages since 1.32 keep files of earlier releases that nothing refers to any more; the header tells them apart. */
function isOf(release: string, script: string): boolean {
  const [, found] = /OpenAPI (?:spec version|document): (?:release-|v)(\d+\.\d+)/.exec(script) ?? [];
  return found === release;
}

function readModels(folder: string, release: string): ReadonlyMap<string, Model> {
  const models = new Map<string, Model>();
  for (const file of readdirSync(folder)) {
    if (!file.endsWith(".d.ts")) continue;
    const types = readFileSync(join(folder, file.replace(/\.d\.ts$/, ".js")), "utf8");
    if (!isOf(release, types)) continue;
    const table = /^(?:export class )?(\w+)\.attributeTypeMap = (\[[\s\S]*?\n?\]);$/m.exec(types);
    const [, name, json] = table ?? [];
    if (name === undefined || json === undefined) continue;
    models.set(name, readModel(name, JSON.parse(json), readFileSync(join(folder, file), "utf8")));
  }
  return models;
}

interface Attribute {
  readonly name: string;
  readonly baseName: string;
  readonly type: string;
  readonly format?: string;
}

const FIELD = /(?: {4}\/\*\*\n((?: {4}\*.*\n)+?) {4}\*\/\n)? {4}'([^'\n]+)'(\?)?: /g;

function readModel(name: string, attributes: readonly Attribute[], declaration: string): Model {
  const declared = new Map<string, { readonly required: boolean; readonly description: string }>();
  for (const [, comment, field, optional] of declaration.matchAll(FIELD)) {
    if (field === undefined) continue;
    declared.set(field, { required: optional === undefined, description: comment === undefined ? "" : text(comment) });
  }
  if (declared.size !== attributes.length) {
    throw new Error(`${name} declares ${declared.size} fields but maps ${attributes.length}`);
  }
  const fields = new Map<string, Field>();
  for (const attribute of attributes) {
    const found = declared.get(attribute.name);
    if (found === undefined) throw new Error(`${name}.${attribute.name} is mapped but not declared`);
    fields.set(attribute.baseName, { type: attribute.type, format: attribute.format ?? "", ...found });
  }
  const [, comment] = /\/\*\*\n((?:\*.*\n)+?)\*\/\nexport declare class/.exec(declaration) ?? [];
  return { description: comment === undefined ? "" : text(comment), fields };
}

/** Undoes the generator's escaping: quotes carry a backslash and `*​/` is split so that it does not end the comment. */
function text(comment: string): string {
  return comment
    .split("\n")
    .map((line) => line.replace(/^ *\* ?/, ""))
    .join("\n")
    .replace(/\\(['"\\])/g, "$1")
    .replace(/\*_\//g, "*/")
    .trim();
}

const CREATE = /^ {4}(?:async )?(create\w+)\([\s\S]*?localVarPath = (?:this\.basePath \+ )?'([^']+)'/gm;

function readResources(folder: string): readonly Resource[] {
  const resources: Resource[] = [];
  for (const file of readdirSync(folder)) {
    if (!/V\d\w*Api\.js$/.test(file)) continue;
    const declaration = readFileSync(join(folder, file.replace(/\.js$/, ".d.ts")), "utf8");
    for (const [, method, path] of readFileSync(join(folder, file), "utf8").matchAll(CREATE)) {
      const collection = COLLECTION.exec(path ?? "");
      const model = new RegExp(`^    ${method}\\([^)]*\\bbody: (\\w+)`, "m").exec(declaration)?.[1];
      if (collection === null || model === undefined) continue;
      const [, group = "", version = "", namespaced, plural = ""] = collection;
      resources.push({ group, version, plural, namespaced: namespaced !== undefined, model });
    }
  }
  return resources;
}

/** Only whole collections: what lies below an object's name is a subresource, which no manifest can hold. */
const COLLECTION = /^\/(?:api|apis\/([^/]+))\/([^/]+)(\/namespaces\/\{namespace\})?\/([^/{]+)$/;
