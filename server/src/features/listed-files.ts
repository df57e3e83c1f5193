import { type Span, touches } from "../base/span.ts";
import type { DocumentContext } from "../workspace/context.ts";
import { baseName, type FileId, fileId, folderOf, resolvePath } from "../workspace/file.ts";
import type { WorkspaceView } from "../workspace/view.ts";
import { at, deref, itemsOf, type YNode, type YScalar } from "../yaml/node.ts";

/** A path in a kustomization and the file that it leads to: of a folder the kustomization in it. */
export interface ListedFile {
  readonly span: Span;
  readonly file: FileId;
}

/** The files that a kustomization names. Whether they exist is not asked, but for folders. */
export function listedFiles(view: WorkspaceView, context: DocumentContext): readonly ListedFile[] {
  if (context.role !== "kustomization") return [];
  const root = context.doc.root;
  const paths = [
    ...LISTS.flatMap((field) => itemsOf(at(root, field)).map(({ value }) => value)),
    ...PATCHES.flatMap((field) => itemsOf(at(root, field)).map(({ value }) => at(value, "path"))),
    ...GENERATORS.flatMap((field) => itemsOf(at(root, field)).flatMap(({ value }) => sourcesOf(value))),
    ...itemsOf(at(root, "helmCharts")).flatMap(({ value }) => [
      at(value, "valuesFile"),
      ...itemsOf(at(value, "additionalValuesFiles")).map((item) => item.value),
    ]),
    at(root, "openapi", "path"),
  ];
  return paths.flatMap((node) => {
    const path = deref(node);
    return path?.type === "scalar" ? (listedFile(path, view) ?? []) : [];
  });
}

export const listedFileAt = (view: WorkspaceView, context: DocumentContext, offset: number): ListedFile | undefined =>
  listedFiles(view, context).find(({ span }) => touches(span, offset));

const LISTS = [
  "resources",
  "bases",
  "components",
  "crds",
  "patchesStrategicMerge",
  "configurations",
  "generators",
  "transformers",
  "validators",
];
const PATCHES = ["patches", "patchesJson6902", "replacements"];
const GENERATORS = ["configMapGenerator", "secretGenerator"];

const sourcesOf = (generator: YNode | null): readonly (YNode | null | undefined)[] => [
  ...["files", "envs"].flatMap((field) => itemsOf(at(generator, field)).map(({ value }) => value)),
  at(generator, "env"),
];

function listedFile({ text, start, end }: YScalar, view: WorkspaceView): ListedFile | undefined {
  // A generator may give the file another key: `key=path`.
  const path = text.slice(text.indexOf("=") + 1);
  if (path === "" || path.startsWith("/") || isText(path) || isRemote(text)) return undefined;
  const uri = resolvePath(folderOf(view.file), path);
  const file = view.kustomizationIn(uri) ?? (isFileName(baseName(path)) ? fileId(uri) : undefined);
  return file && { span: { start, end }, file };
}

/** A patch may stand in place of its path. */
const isText = (path: string): boolean => /[\n{]|: /.test(path);

/** `https://…`, `git@…`, `github.com/owner/name//folder?ref=main`: what kustomize fetches itself. */
const isRemote = (path: string): boolean => /\/\/|[?&]ref=|^[\w.-]+@/.test(path);

/** Without one that the name of a folder would lack, such as an ending, nobody knows whether it is a file. */
const isFileName = (name: string): boolean => /^[^.].*\.[a-z]\w*$|^\.\w/i.test(name);
