import type { Connection, TextEdit } from "vscode-languageserver";
import { editBetween, fixAll, isSafe } from "../features/fix-all.ts";
import { rangeIn } from "../features/places.ts";
import type { FixedWorkspace } from "../protocol/messages.ts";
import type { TextFile } from "../workspace/workspace.ts";
import type { Acting } from "./actions.ts";
import { type FileChange, toWorkspaceEdit } from "./edits.ts";
import type { Session } from "./session.ts";
import { inLeading } from "./words.ts";

/** The edits that all safe fixes of a file come to, and how many fixes that are. */
export function changesOf(held: TextFile, session: Session): { readonly edits: TextEdit[]; readonly fixes: number } {
  const { documents, applied } = fixAll(session.workspace.contextsOf(held), {
    rules: session.checks.rulesFor(held.file),
    onFailure: session.checks.onFailure,
    takes: isSafe,
  });
  const edits = held.stream.docs.flatMap((doc, index) =>
    editBetween(doc.text, documents[index] ?? doc.text).map(({ span, text }) => ({
      range: rangeIn(held, index, span),
      newText: text,
    })),
  );
  return { edits, fixes: applied.length };
}

/** Applies the safe fixes of every file. Where several files change, an editor that can shows them first. */
export async function fixWorkspace(connection: Connection, { session, abilities }: Acting): Promise<FixedWorkspace> {
  const changes: FileChange[] = [];
  let fixes = 0;
  for await (const held of session.everyFile()) {
    const fixed = changesOf(held, session);
    if (fixed.edits.length === 0) continue;
    changes.push({ uri: held.file, create: false, edits: fixed.edits });
    fixes += fixed.fixes;
  }
  if (changes.length === 0) return { files: 0, fixes: 0, applied: true };
  const label = inLeading({ en: "Apply all safe fixes", vi: "Áp dụng mọi cách sửa an toàn" }, session.languages);
  const description = inLeading(
    { en: `${fixes} fixes in ${changes.length} files`, vi: `${fixes} cách sửa trong ${changes.length} tệp` },
    session.languages,
  );
  const preview = changes.length > 1 ? { label, description, needsConfirmation: true } : undefined;
  const { applied } = await connection.workspace.applyEdit({
    label,
    edit: toWorkspaceEdit(changes, { abilities, preview }),
  });
  return { files: changes.length, fixes, applied };
}
