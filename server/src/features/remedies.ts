import { type Edit, shiftedEdits } from "../base/span.ts";
import { factsOfResource, type ResourceFacts } from "../model/facts.ts";
import { type Resource, resourcesOf } from "../model/resource.ts";
import type { Fix, Remedy } from "../rules/rule.ts";
import { quoted } from "../rules/wording.ts";
import type { TextFile } from "../workspace/workspace.ts";

/** The fixes of a remedy, as changes of the file that holds its object; none if the object is no longer there. */
export function fixesOf({ entry, fixes }: Remedy, { file, stream }: Pick<TextFile, "file" | "stream">): readonly Fix[] {
  for (const [index, doc] of stream.docs.entries()) {
    const resource = resourcesOf(doc).find((each) => isMeant(each, entry.facts));
    if (!resource) continue;
    const start = stream.starts[index] ?? 0;
    return fixes(resource).map((fix) => farther(fix, entry.facts, file, shiftedEdits(fix.edits, start)));
  }
  return [];
}

function isMeant(resource: Resource, { gvk, name, nameSpan }: ResourceFacts): boolean {
  const facts = factsOfResource(resource);
  return facts?.gvk.kind === gvk.kind && facts.name === name && facts.nameSpan.start === nameSpan.start;
}

function farther(fix: Fix, { gvk, name }: ResourceFacts, file: TextFile["file"], edits: readonly Edit[]): Fix {
  const where = `${gvk.kind} ${quoted(name)}`;
  return {
    ...fix,
    title: { en: `${where}: ${lower(fix.title.en)}`, vi: `${where}: ${lower(fix.title.vi)}` },
    preferred: false,
    safe: false,
    edits: [],
    elsewhere: [{ file, create: false, edits }],
  };
}

/** As it continues a sentence. */
const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
