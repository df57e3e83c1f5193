import type { Localized } from "../base/localized.ts";
import { type Fixing, fixAll } from "../features/fix-all.ts";
import type { TextFile, Workspace } from "../workspace/workspace.ts";

/** A file that fixes changed. */
export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly fixes: readonly { readonly rule: string; readonly title: Localized; readonly line: number }[];
}

/** Applies fixes to a file that is open in the workspace; undefined when there are none. */
export function fixFile(workspace: Workspace, held: TextFile, name: string, fixing: Fixing): FixedFile | undefined {
  const { documents, applied } = fixAll(workspace.contextsOf(held), fixing);
  const after = documents.join("");
  if (after === held.stream.text) return undefined;
  const fixes = applied.map(({ rule, title, line }) => ({ rule, title, line }));
  return { file: name, before: held.stream.text, after, fixes };
}
