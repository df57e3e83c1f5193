import { Memo } from "../base/memo.ts";
import { resourcesOf } from "../model/resource.ts";
import { type CustomKind, customKinds } from "../schema/crd.ts";
import { YDocument } from "../yaml/document.ts";
import { at } from "../yaml/node.ts";
import type { FileId } from "./file.ts";

/** The kinds that one CustomResourceDefinition defines, and the text that decides them. */
interface Defined {
  readonly text: string;
  readonly kinds: readonly CustomKind[];
}

/** The custom kinds of the workspace, by the file that defines them. Mutable: the Workspace owns it. */
export class CustomKinds {
  readonly #files = new Map<FileId, readonly Defined[]>();

  all(): readonly CustomKind[] {
    return [...this.#files.values()].flatMap((definitions) => definitions.flatMap(({ kinds }) => kinds));
  }

  /** True when the kinds changed. Most edits, even of a definition, leave its `spec` alone: then nothing is made again. */
  put(file: FileId, docs: readonly YDocument[]): boolean {
    const before = this.#files.get(file) ?? [];
    const after = docs.flatMap((doc) => definedBy(doc).map((defined) => before.find(sameAs(defined)) ?? defined));
    if (after.length === before.length && after.every((defined, index) => defined === before[index])) return false;
    if (after.length === 0) this.#files.delete(file);
    else this.#files.set(file, after);
    return true;
  }

  remove(file: FileId): boolean {
    return this.#files.delete(file);
  }
}

const sameAs =
  (defined: Defined) =>
  (other: Defined): boolean =>
    other.text === defined.text;

const memo = new Memo<YDocument, readonly Defined[]>();

const definedBy = (doc: YDocument): readonly Defined[] => memo.of(doc, readDefined);

function readDefined(doc: YDocument): readonly Defined[] {
  return resourcesOf(doc).flatMap(({ gvk, root, path }) => {
    if (gvk.kind !== "CustomResourceDefinition") return [];
    // The text is kept, not the tree: it is a tenth of the size, and few definitions are ever asked for.
    const { text } = doc;
    const kinds = customKinds(root, () => at(new YDocument(text, "manifest").root, ...path) ?? null);
    const spec = at(root, "spec");
    return spec && kinds.length > 0 ? [{ text: text.slice(spec.start, spec.end), kinds }] : [];
  });
}
