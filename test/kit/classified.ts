import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Classification, classifyFile, patchesOf } from "../../server/src/workspace/classify.ts";
import { folderOf } from "../../server/src/workspace/file.ts";
import { YStream } from "../../server/src/yaml/stream.ts";

export interface ClassifiedFile extends Classification {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly stream: YStream;
}

/** All YAML and JSON files below a folder, each with what it is for, as the workspace would find it. */
export function classifiedFiles(folder: string): readonly ClassifiedFile[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /(?:\.(?:ya?ml|json|tpl)|^kustomization)$/i.test(path))
    .map((path) => ({
      path: path.replaceAll("\\", "/"),
      uri: pathToFileURL(join(folder, path)).href,
      text: readFileSync(join(folder, path), "utf8"),
    }));
  const charts = new Set(files.filter(({ uri }) => uri.endsWith("/Chart.yaml")).map(({ uri }) => folderOf(uri)));
  const patches = new Set(files.flatMap(({ uri, text }) => patchesNamedIn(uri, text)));
  const known = {
    hasChart: (uri: string): boolean => charts.has(uri),
    isPatch: (uri: string): boolean => patches.has(uri),
  };
  return files.map(({ path, uri, text }) => {
    const found = classifyFile({ uri, text }, known);
    return { path, ...found, stream: YStream.of(text, found.dialect) };
  });
}

function patchesNamedIn(uri: string, text: string): readonly string[] {
  if (!/\/kustomization(?:\.ya?ml)?$/i.test(uri)) return [];
  return YStream.of(text, "manifest").docs.flatMap((doc) => patchesOf(doc, uri));
}
