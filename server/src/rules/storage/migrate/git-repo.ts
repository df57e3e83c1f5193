import type { Resource } from "../../../model/resource.ts";
import { insertEntry, insertItem, quoteIfNeeded } from "../../../yaml/edit.ts";
import { at, deref, pairOf, type YMap, type YPair } from "../../../yaml/node.ts";
import { mapAt, textAt } from "../../given.ts";
import type { Fix } from "../../rule.ts";

/** A `gitRepo` volume as an empty folder into which an init container clones. */
export function gitToInit({ doc }: Resource, spec: YMap, volume: YMap, pair: YPair): Fix | undefined {
  const source = mapAt(volume, "gitRepo");
  const name = textAt(volume, "name");
  const repository = source && textAt(source, "repository");
  if (!source || name === undefined || repository === undefined || spec.flow || volume.flow) return undefined;
  const revision = textAt(source, "revision");
  const folder = textAt(source, "directory");
  const where = folder === undefined ? baseName(repository) : folder;
  const path = where === "." ? "/git" : `/git/${where}`;
  const clone = `git clone ${shell(repository)} ${shell(path)}`;
  const script = revision === undefined ? clone : `${clone} && git -C ${shell(path)} checkout ${shell(revision)}`;
  const container = [
    `name: clone-${name}`,
    "  image: alpine/git:2.47.2",
    "  command: [sh, -c]",
    `  args: [${quoteIfNeeded(script) === script ? JSON.stringify(script) : quoteIfNeeded(script)}]`,
    "  volumeMounts:",
    `    - name: ${quoteIfNeeded(name)}`,
    "      mountPath: /git",
  ].join("\n");
  const list = deref(at(spec, "initContainers"));
  const containers = pairOf(spec, "containers");
  const added =
    list?.type === "seq"
      ? insertItem(doc, list, container, "start")
      : insertEntry(
          doc,
          spec,
          "initContainers",
          `\n  - ${container.replaceAll("\n", "\n  ")}`,
          containers ? { before: containers } : "end",
        );
  return {
    title: { en: "Clone it in an init container", vi: "Clone bằng init container" },
    preferred: true,
    safe: false,
    edits: [...added, { span: { start: pair.start, end: pair.value?.end ?? pair.end }, text: "emptyDir: {}" }],
  };
}

/** As git names the folder that it clones into. */
const baseName = (repository: string): string =>
  repository
    .replace(/\/+$/, "")
    .replace(/\.git$/, "")
    .replace(/^.*[/:]/, "");

const shell = (word: string): string => (/^[-\w./:@%+=,]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
