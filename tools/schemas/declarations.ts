import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import type { Schema } from "../../server/src/schema/types.ts";
import { withLimits } from "./validators.ts";

/** One interface or type alias of a package of the kubernetes-models family. */
export interface Declaration {
  readonly file: string;
  /** As the package exports it for others: "IoK8sApiCoreV1PodSpec"; "Gateway" where it has no such name. */
  readonly symbol: string;
  readonly description: string;
  /** References are keys of the map that {@link readDeclarations} returns. Descriptions are inside. */
  readonly schema: Schema;
  /** The constant apiVersion and kind of a whole object. */
  readonly object: { readonly apiVersion: string; readonly kind: string } | undefined;
}

/** Reads every declaration of some packages, keyed by file and name. `folders` maps package names to their folders. */
export function readDeclarations(folders: ReadonlyMap<string, string>): ReadonlyMap<string, Declaration> {
  const written = new Map<string, Written>();
  for (const folder of folders.values()) {
    for (const file of declarationFiles(folder)) {
      for (const [key, declaration] of readFile(file, folders)) written.set(key, declaration);
    }
  }
  const complete = new Map<Written, Declaration>();
  for (const each of new Set(written.values())) {
    const { bases, ...declaration } = each;
    const schema = withInherited(declaration.schema, bases, written);
    complete.set(each, { ...declaration, schema: withLimits(schema, validatorOf(declaration)) });
  }
  return new Map([...written].map(([key, each]) => [key, complete.get(each) ?? each]));
}

/** The text of a declaration's compiled validator; empty where the package has none under that name. */
function validatorOf({ file, symbol }: Declaration): string {
  const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(file.replaceAll("\\", "/"));
  if (folder === null) return "";
  const path = join(folder[1] ?? "", "_schemas", `${symbol}.js`);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** A declaration before the properties of the interfaces that it extends are added. */
interface Written extends Declaration {
  readonly bases: readonly string[];
}

/** Go's embedded structs become `extends`; on the wire their fields stand beside the others. */
function withInherited(own: Schema, bases: readonly string[], written: ReadonlyMap<string, Written>): Schema {
  if (bases.length === 0) return own;
  const parts = bases.map((key) => {
    const base = written.get(key);
    if (base === undefined) throw new Error(`nothing is declared as ${key}`);
    return withInherited(base.schema, base.bases, written);
  });
  const all = [...parts, own];
  const required = [...new Set(all.flatMap((part) => part.required ?? []))];
  const properties: Record<string, Schema> = Object.assign({}, ...all.map((part) => part.properties));
  return {
    ...own,
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
  };
}

function declarationFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) {
        return entry.name === "_schemas" || entry.name === "node_modules"
          ? []
          : declarationFiles(join(folder, entry.name));
      }
      return entry.name.endsWith(".d.ts") && entry.name !== "index.d.ts" ? [join(folder, entry.name)] : [];
    });
}

/** `…/networking.istio.io/v1/Gateway.d.ts` -> `NetworkingIstioIoV1Gateway`, as packages name their validators. */
function symbolOf(file: string): string {
  const [type = "", version = "", group = ""] = file
    .replace(/\.d\.ts$/, "")
    .split(/[\\/]/)
    .toReversed();
  return [...group.split(/[.-]/), version, type].map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}

const keyOf = (file: string, name: string): string => `${file}#${name}`;

/** What a file means by the names it uses, and the text that its nodes come from. */
interface Context {
  readonly file: string;
  readonly source: ts.SourceFile;
  readonly imports: ReadonlyMap<string, string>;
}

function* readFile(file: string, folders: ReadonlyMap<string, string>): Iterable<readonly [string, Written]> {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const context: Context = { file, source, imports: importsOf(source, file, folders) };
  const symbols = symbolsOf(source);
  const types = source.statements.filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node));
  const names = new Set(types.map((node) => node.name.text));
  for (const statement of types) {
    const name = statement.name.text;
    // `IntOrString = IIntOrString` is the class side of an alias.
    if (!name.startsWith("I") || names.has(`I${name}`)) continue;
    const members = ts.isInterfaceDeclaration(statement) ? statement.members : undefined;
    const schema = ts.isInterfaceDeclaration(statement)
      ? objectSchema(statement.members, context)
      : typeSchema(statement.type, context);
    const symbol = symbols.get(name)?.slice(1) ?? symbolOf(file);
    const description = commentOf(statement, context);
    const object = members === undefined ? undefined : objectOf(members);
    const bases = ts.isInterfaceDeclaration(statement) ? basesOf(statement, context) : [];
    const declaration = { file, symbol, description, schema, object, bases };
    yield [keyOf(file, name), declaration];
    // Other files import it by the name it is exported under.
    if (symbols.has(name)) yield [keyOf(file, `I${symbol}`), declaration];
  }
}

function basesOf(node: ts.InterfaceDeclaration, { file, imports }: Context): readonly string[] {
  return (node.heritageClauses ?? [])
    .flatMap((clause) => clause.types)
    .map((type) => type.expression.getText())
    .filter((name) => name !== "TypeMeta")
    .map((name) => imports.get(name) ?? keyOf(file, name));
}

/** `export type { IDeployment as IIoK8sApiAppsV1Deployment }`: from the file's own names to the exported ones. */
function symbolsOf(source: ts.SourceFile): ReadonlyMap<string, string> {
  const symbols = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isExportDeclaration(statement) || statement.exportClause === undefined) continue;
    if (!ts.isNamedExports(statement.exportClause)) continue;
    for (const { propertyName, name } of statement.exportClause.elements) {
      if (propertyName?.text.startsWith("I") && name.text.startsWith("I")) symbols.set(propertyName.text, name.text);
    }
  }
  return symbols;
}

function importsOf(source: ts.SourceFile, file: string, folders: ReadonlyMap<string, string>): Map<string, string> {
  const imports = new Map<string, string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const target = resolveImport(statement.moduleSpecifier.text, file, folders);
    const bindings = statement.importClause?.namedBindings;
    if (target === undefined || bindings === undefined || !ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName } of bindings.elements) {
      imports.set(name.text, keyOf(target, (propertyName ?? name).text));
    }
  }
  return imports;
}

/** The declaration file of an import; undefined for packages that hold no models. */
function resolveImport(specifier: string, file: string, folders: ReadonlyMap<string, string>): string | undefined {
  const withSuffix = `${specifier.replace(/\.js$/, "")}.d.ts`;
  if (specifier.startsWith(".")) return resolve(dirname(file), withSuffix);
  for (const [name, folder] of folders) {
    if (specifier.startsWith(`${name}/`)) return join(folder, withSuffix.slice(name.length + 1));
  }
  return undefined;
}

function objectOf(members: ts.NodeArray<ts.TypeElement>): Declaration["object"] {
  const constant = (field: string): string | undefined => {
    for (const member of members) {
      if (!ts.isPropertySignature(member) || nameOf(member) !== field || member.type === undefined) continue;
      if (ts.isLiteralTypeNode(member.type) && ts.isStringLiteral(member.type.literal)) return member.type.literal.text;
    }
    return undefined;
  };
  const [apiVersion, kind] = [constant("apiVersion"), constant("kind")];
  return apiVersion === undefined || kind === undefined ? undefined : { apiVersion, kind };
}

function nameOf(member: ts.PropertySignature): string {
  if (ts.isStringLiteral(member.name) || ts.isIdentifier(member.name)) return member.name.text;
  throw new Error(`unexpected property name ${member.getText()}`);
}

function objectSchema(members: ts.NodeArray<ts.TypeElement>, context: Context): Schema {
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  let additionalProperties: Schema | undefined;
  for (const member of members) {
    if (ts.isIndexSignatureDeclaration(member)) {
      additionalProperties = typeSchema(member.type, context);
    } else if (ts.isPropertySignature(member) && member.type !== undefined) {
      const description = commentOf(member, context);
      const schema = typeSchema(member.type, context);
      properties[nameOf(member)] = description === "" ? schema : { ...schema, description };
      if (member.questionToken === undefined) required.push(nameOf(member));
    } else throw new Error(`${context.file}: unexpected member ${member.getText()}`);
  }
  return {
    type: "object",
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
    ...(additionalProperties !== undefined && { additionalProperties }),
  };
}

function typeSchema(node: ts.TypeNode, context: Context): Schema {
  if (ts.isTypeLiteralNode(node)) return objectSchema(node.members, context);
  if (ts.isUnionTypeNode(node)) return unionSchema(node.types, context);
  // Istio's "one of" objects: the first part holds every property, the rest says which go together.
  const [first] = ts.isIntersectionTypeNode(node) ? node.types : [];
  if (first !== undefined) return typeSchema(first, context);
  if (ts.isParenthesizedTypeNode(node)) return typeSchema(node.type, context);
  if (ts.isLiteralTypeNode(node)) return enumSchema([node], context);
  if (ts.isTypeReferenceNode(node)) return referenceSchema(node, context);
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { type: "string" };
    case ts.SyntaxKind.NumberKeyword:
      return { type: "number" };
    case ts.SyntaxKind.BooleanKeyword:
      return { type: "boolean" };
    case ts.SyntaxKind.AnyKeyword:
      return {};
    default:
      throw new Error(`${context.file}: unexpected type ${node.getText().slice(0, 80)}`);
  }
}

function referenceSchema(node: ts.TypeReferenceNode, context: Context): Schema {
  const name = node.typeName.getText();
  const [argument] = node.typeArguments ?? [];
  if (name === "Array" && argument !== undefined) return { type: "array", items: typeSchema(argument, context) };
  return { $ref: context.imports.get(name) ?? keyOf(context.file, name) };
}

function unionSchema(types: readonly ts.TypeNode[], context: Context): Schema {
  if (types.every(ts.isLiteralTypeNode)) return enumSchema(types, context);
  const kinds = new Set(types.map((type) => type.kind));
  if (kinds.size === 2 && kinds.has(ts.SyntaxKind.StringKeyword) && kinds.has(ts.SyntaxKind.NumberKeyword)) {
    return { "x-kubernetes-int-or-string": true };
  }
  throw new Error(`${context.file}: unexpected union ${types.map((type) => type.getText().slice(0, 80)).join(" | ")}`);
}

function enumSchema(types: readonly ts.LiteralTypeNode[], context: Context): Schema {
  const values = types.map(({ literal }) => {
    if (ts.isStringLiteral(literal)) return literal.text;
    if (ts.isNumericLiteral(literal)) return Number(literal.text);
    throw new Error(`${context.file}: unexpected literal ${literal.getText()}`);
  });
  return { type: typeof values[0] === "number" ? "integer" : "string", enum: values };
}

/** The raw text of the comment before a node: TypeScript's own reading would take `@every` for a tag. */
function commentOf(node: ts.Node, { source }: Context): string {
  const ranges = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
  const last = ranges.at(-1);
  if (last === undefined) return "";
  const comment = source.text.slice(last.pos, last.end);
  if (!comment.startsWith("/**")) return "";
  return comment
    .slice(3, -2)
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
    .join("\n")
    .trim();
}
