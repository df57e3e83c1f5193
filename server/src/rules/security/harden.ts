import type { Edit } from "../../base/span.ts";
import type { YDocument } from "../../yaml/document.ts";
import { insertEntry } from "../../yaml/edit.ts";
import { at, type YMap } from "../../yaml/node.ts";
import { mapAt } from "../given.ts";
import type { Fix } from "../rule.ts";
import type { Requirement, Shortfall } from "./standards.ts";

/** Adds what a container lacks for `restricted`; what it says otherwise is left to its author. */
export function harden(doc: YDocument, { container, missing }: Shortfall): readonly Fix[] {
  const edits = editsOf(doc, container.map, missing);
  if (edits.length === 0) return [];
  return [
    {
      title: {
        en: "Add the missing fields of `securityContext`",
        vi: "Thêm các trường còn thiếu của `securityContext`",
      },
      preferred: true,
      safe: false,
      edits,
    },
  ];
}

const LINES: Readonly<Record<Requirement, readonly [key: string, value: string]>> = {
  allowPrivilegeEscalation: ["allowPrivilegeEscalation", "false"],
  capabilities: ["capabilities", "\n  drop:\n    - ALL"],
  runAsNonRoot: ["runAsNonRoot", "true"],
  seccompProfile: ["seccompProfile", "\n  type: RuntimeDefault"],
};

function editsOf(doc: YDocument, map: YMap, missing: readonly Requirement[]): readonly Edit[] {
  const context = mapAt(map, "securityContext");
  if (!context) {
    if (at(map, "securityContext")) return [];
    const lines = missing.map((requirement) => {
      const [key, value] = LINES[requirement];
      return `\n  ${key}:${value.startsWith("\n") ? value.replaceAll("\n", "\n  ") : ` ${value}`}`;
    });
    return insertEntry(doc, map, "securityContext", lines.join(""));
  }
  return missing.flatMap((requirement) => {
    const [key, value] = LINES[requirement];
    if (!at(context, key)) return insertEntry(doc, context, key, value);
    const capabilities = requirement === "capabilities" ? mapAt(context, "capabilities") : undefined;
    return capabilities && !at(capabilities, "drop") ? insertEntry(doc, capabilities, "drop", "\n  - ALL") : [];
  });
}
