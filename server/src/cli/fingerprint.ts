import { createHash } from "node:crypto";
import type { Finding } from "../rules/rule.ts";
import { type DocumentContext, subjectAt } from "../workspace/context.ts";

/**
 * Names findings so that the same one has the same name tomorrow: by rule, file, object and the text of the line, not
 * by its number. Of equal ones the first is the first.
 */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  of(finding: Finding, context: DocumentContext, file: string): string {
    const { doc } = context;
    const { gvk, namespace, name } = subjectAt(context, finding.span.start)?.resource ?? {};
    const { line } = doc.lines.positionAt(finding.span.start);
    const text = doc.text.slice(doc.lines.startOf(line), doc.lines.startOf(line + 1)).trim();
    const key = [finding.rule, file.replaceAll("\\", "/"), gvk?.kind, namespace, name, text].join("\n");
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    return createHash("sha256").update(`${key}\n${count}`).digest("hex").slice(0, 32);
  }
}
