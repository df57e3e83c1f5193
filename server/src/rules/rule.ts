import type { Localized } from "../base/localized.ts";
import type { Edit, Span } from "../base/span.ts";
import type { ResourceFacts } from "../model/facts.ts";
import type { Resource } from "../model/resource.ts";
import type { SchemaProblem } from "../schema/problem.ts";
import type { DocumentContext, Subject } from "../workspace/context.ts";
import type { FileId } from "../workspace/file.ts";
import type { SchemaUse } from "../workspace/named-schemas.ts";
import type { Entry, WorkspaceView } from "../workspace/view.ts";
import type { Problem, ProblemCode } from "../yaml/problem.ts";
import type { Repair } from "./repair/repairs.ts";
import type { SuppressedName, Suppression } from "./suppression/comment.ts";

export type Severity = "error" | "warning" | "information" | "hint";

/** Edits of one other file; offsets count from that file's start. `create` says that the file does not exist yet. */
export interface FileEdits {
  readonly file: FileId;
  readonly create: boolean;
  readonly edits: readonly Edit[];
}

export interface Fix {
  readonly title: Localized;
  /** The one to apply without a second thought: at most one per finding, and it comes first. */
  readonly preferred: boolean;
  /** It cannot change the meaning of a manifest that already worked; fix-all may apply it. */
  readonly safe: boolean;
  /** In the finding's own document; offsets count from the document's start. */
  readonly edits: readonly Edit[];
  readonly elsewhere?: readonly FileEdits[];
  /** Text in the edits that the person is to replace; editors select it. */
  readonly blank?: string;
}

/** Another place that has to do with it. */
export interface Related {
  /** In the finding's own document, or in that of `entry`. */
  readonly span: Span;
  /** The object that holds the place, where that stands in another document. */
  readonly entry?: Entry;
  readonly message: Localized;
}

/** Changes of another object that put the same right. Its file is read when somebody opens the light bulb. */
export interface Remedy {
  readonly entry: Entry;
  /** Fixes in that object's own document; of none is preferred. */
  fixes(resource: Resource): readonly Fix[];
}

/** What a rule says of one place. Spans count from the document's start. */
export interface Draft {
  readonly span: Span;
  readonly message: Localized;
  /** When it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly tag?: "deprecated" | "unnecessary";
  /** What a new release of Kubernetes has to do with it. */
  readonly retired?: Retired;
  /** Computed when somebody opens the light bulb, best fix first. */
  readonly fixes?: () => readonly Fix[];
  /** The same on the other side. */
  readonly remedies?: () => readonly Remedy[];
}

/** Something that Kubernetes gives up, for the report about an upgrade. Releases as "1.22". */
export interface Retired {
  /** As people would write it: `extensions/v1beta1 Ingress`, `spec.serviceAccount`. */
  readonly what: string;
  /** Whether the chosen release has given it up; else it still works there. */
  readonly isGone: boolean;
  readonly deprecated?: string | undefined;
  /** First release in which it no longer works. */
  readonly removed?: string | undefined;
  /** What takes its place. */
  readonly instead?: string | undefined;
}

export interface Finding extends Draft {
  readonly rule: string;
  readonly severity: Severity;
  /** Where it belongs, when it is told elsewhere. */
  readonly home?: Span;
}

/**
 * One or more manifests with `#! @text` marks (see test/kit/marks.ts); `fixed` is what the first fix of the first finding makes of
 * it. Neither the line break after the opening quote nor the indentation that all lines share belongs to the text.
 */
export interface Example {
  readonly title: Localized;
  readonly manifest: string;
  readonly fixed?: string;
  /** Kubernetes release that the example is for; the newest when absent. */
  readonly kubernetes?: string;
  /** The JSON Schema that the manifest names, where it names one. */
  readonly schema?: object;
}

interface Meta {
  /** `domain/fault`: "ignore schema/unknown-field" must read as English. The file's path is the same. */
  readonly id: string;
  readonly severity: Severity;
  /**
   * Where its findings speak of what is missing or does not fit: what may still make them untrue as somebody goes on
   * typing, the rest of the block that they mark or the rest of the object. Absent: they stay true.
   */
  readonly awaits?: "block" | "object";
  /** The first profile that has the rule: every profile when absent. */
  readonly profile?: "recommended" | "strict";
  /** Version of ours that brought the rule. */
  readonly since: string;
  readonly docs: { readonly title: Localized; readonly why: Localized; readonly links: readonly string[] };
  readonly bad: readonly [Example, ...Example[]];
  readonly good: readonly [Example, ...Example[]];
}

/** Speaks for problems of the YAML text. */
export interface SyntaxRule extends Meta {
  readonly reads: "syntax";
  readonly codes: readonly ProblemCode[];
  finding(problem: Problem, context: DocumentContext): Draft | undefined;
}

/** Speaks for disagreements with the schema. */
export interface SchemaRule<K extends SchemaProblem["kind"] = SchemaProblem["kind"]> extends Meta {
  readonly reads: "schema";
  readonly problems: readonly K[];
  finding(problem: Extract<SchemaProblem, { kind: K }>, subject: Subject, context: DocumentContext): Draft | undefined;
}

/** Speaks for mistakes of structure, whatever they make of the text or the schema. */
export interface RepairRule extends Meta {
  readonly reads: "repair";
  readonly repairs: readonly Repair["kind"][];
  finding(repair: Repair, context: DocumentContext): Draft | undefined;
}

/** Looks at one object by itself. */
export interface ObjectRule extends Meta {
  readonly reads: "object";
  /** Kinds it looks at, of whatever group; every kind when absent. It is not asked about others. */
  readonly kinds?: readonly string[];
  /** Keys that it has something to say about: of a document with none of them, at any depth, it is not asked. */
  readonly fields?: readonly string[];
  check(resource: Resource, subject: Subject, context: DocumentContext): Iterable<Draft>;
}

/** Looks at one object among the others of the workspace. Its findings are made by `lintReferences`. */
export interface WorkspaceRule extends Meta {
  readonly reads: "workspace";
  /** Kinds it looks at, of whatever group; when absent every object that mentions or offers something. */
  readonly kinds?: readonly string[];
  check(resource: Resource, facts: ResourceFacts, view: WorkspaceView): Iterable<Draft>;
}

/** A comment that asks us not to report something, and what came of it. */
export interface SuppressionUse {
  readonly suppression: Suppression;
  /** Rules that were asked and had nothing to say where the comment stands. */
  readonly unused: readonly SuppressedName[];
  readonly unknown: readonly SuppressedName[];
  /** Every rule and domain that may be named. */
  readonly known: readonly string[];
}

/** Looks at the comments that silence other rules. */
export interface SuppressionRule extends Meta {
  readonly reads: "suppression";
  check(use: SuppressionUse, context: DocumentContext): Iterable<Draft>;
}

/** Looks at our own configuration file. */
export interface ConfigurationRule extends Meta {
  readonly reads: "configuration";
  /** `known` holds every rule and domain that may be named. */
  check(context: DocumentContext, known: readonly string[]): Iterable<Draft>;
}

/** Speaks for the JSON Schema that a document, or a setting about its file, names. */
export interface NamedSchemaRule extends Meta {
  readonly reads: "named-schema";
  check(use: SchemaUse, context: DocumentContext): Iterable<Draft>;
}

export type Rule =
  | SyntaxRule
  | RepairRule
  | SchemaRule
  | ObjectRule
  | WorkspaceRule
  | SuppressionRule
  | ConfigurationRule
  | NamedSchemaRule;

export const syntaxRule = (rule: Omit<SyntaxRule, "reads">): SyntaxRule => ({ reads: "syntax", ...rule });

export const repairRule = (rule: Omit<RepairRule, "reads">): RepairRule => ({ reads: "repair", ...rule });

/** The list of all rules holds them by the wide type: a rule is only ever handed the problems it names. */
export const schemaRule = <K extends SchemaProblem["kind"]>(rule: Omit<SchemaRule<K>, "reads">): SchemaRule =>
  ({ reads: "schema", ...rule }) as unknown as SchemaRule;

export const objectRule = (rule: Omit<ObjectRule, "reads">): ObjectRule => ({ reads: "object", ...rule });

export const workspaceRule = (rule: Omit<WorkspaceRule, "reads">): WorkspaceRule => ({ reads: "workspace", ...rule });

export const suppressionRule = (rule: Omit<SuppressionRule, "reads">): SuppressionRule => ({
  reads: "suppression",
  ...rule,
});

export const configurationRule = (rule: Omit<ConfigurationRule, "reads">): ConfigurationRule => ({
  reads: "configuration",
  ...rule,
});

export const namedSchemaRule = (rule: Omit<NamedSchemaRule, "reads">): NamedSchemaRule => ({
  reads: "named-schema",
  ...rule,
});
