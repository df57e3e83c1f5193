import { dirname, relative, resolve } from "node:path";
import { readText } from "../disk/files.ts";
import { SchemaReader } from "../disk/named-schemas.ts";
import { toPath } from "../disk/uris.ts";
import { Diagnoser, type DiagnoseSettings } from "../features/diagnose.ts";
import { isSafe } from "../features/fix-all.ts";
import type { Finding, Fix } from "../rules/rule.ts";
import type { SchemaStore } from "../schema/store.ts";
import type { FileId } from "../workspace/file.ts";
import { mayNameSchema } from "../workspace/schema-naming.ts";
import { type TextFile, Workspace } from "../workspace/workspace.ts";
import type { CheckArguments } from "./arguments.ts";
import { Fingerprints } from "./fingerprint.ts";
import { type FixedFile, fixFile } from "./fix.ts";
import { type Naming, type Report, type ReportedFinding, report, type SuppressedFinding } from "./report.ts";
import { load, readSources, type Source } from "./sources.ts";

export interface Checked extends Report {
  readonly suppressed: readonly SuppressedFinding[];
  /** What fixes made of files; the findings are those that are left. */
  readonly fixed: readonly FixedFile[];
  /** Standard input, when it was one of the files. */
  readonly input: string;
  /** The checked files, named from the folder of the baseline. */
  readonly places: ReadonlySet<string>;
  /** Paths that could not be read, each as a sentence for people. */
  readonly unreadable: readonly string[];
  /** Rules that failed on their own account. */
  readonly failures: readonly string[];
}

/** Reads all paths, then checks them as one workspace, or each file as one of its own. */
export async function check(given: CheckArguments, store: SchemaStore, standardInput: () => string): Promise<Checked> {
  const unreadable: string[] = [];
  const sources = given.paths.flatMap((path) => readSources(path, standardInput, unreadable));
  const checking = new Checking(given, sources);
  for (const group of given.isolated ? sources.map((source) => [source]) : [sources]) await checking.run(store, group);
  const { documents, findings, suppressed, fixed, failures } = checking;
  const places = new Set(sources.map(({ file }) => checking.placeOf(file)));
  const input = sources.find(({ name }) => name === "-")?.text ?? "";
  return { files: sources.length, documents, findings, suppressed, fixed, input, places, unreadable, failures };
}

class Checking {
  documents = 0;
  readonly findings: ReportedFinding[] = [];
  readonly suppressed: SuppressedFinding[] = [];
  readonly fixed: FixedFile[] = [];
  readonly failures: string[] = [];
  readonly #given: CheckArguments;
  readonly #settings: DiagnoseSettings;
  readonly #names: ReadonlyMap<FileId, string>;
  readonly #fingerprints = new Fingerprints();

  constructor(given: CheckArguments, sources: readonly Source[]) {
    this.#given = given;
    this.#names = new Map(sources.map(({ file, name }) => [file, name]));
    this.#settings = {
      profile: given.profile,
      // A report about an upgrade is asked for by name, whatever the project has turned off.
      severities: given.upgradeTo === undefined ? given.rules : { "api/*": "warning" },
      wins: "settings",
      onFailure: (rule, error) => void this.failures.push(`${rule}: ${String(error)}`),
    };
  }

  async run(store: SchemaStore, group: readonly Source[]): Promise<void> {
    const { kubernetesVersion, upgradeTo } = this.#given;
    const workspace = new Workspace(store);
    const forcedVersion = upgradeTo ?? kubernetesVersion;
    workspace.configure({
      kubernetesVersion,
      namespace: "default",
      ...(forcedVersion === "" ? {} : { forcedVersion }),
    });
    const diagnoser = new Diagnoser(workspace);
    const loaded = load(workspace, group);
    await readNamedSchemas(workspace, loaded);
    const files = this.#given.fix === "none" ? loaded : loaded.map((held) => this.#fix(workspace, diagnoser, held));
    for (const held of files) this.#look(workspace, diagnoser, held);
  }

  /** A file named from the folder that the baseline lies in, else from the working folder. */
  placeOf(file: FileId): string {
    const path = toPath(file);
    const { baseline } = this.#given;
    if (path === undefined) return this.#names.get(file) ?? file;
    return relative(baseline ? dirname(resolve(baseline.path)) : process.cwd(), path).replaceAll("\\", "/");
  }

  #fix(workspace: Workspace, diagnoser: Diagnoser, held: TextFile): TextFile {
    const fixed = fixFile(workspace, held, this.#nameOf(held.file), {
      rules: diagnoser.rulesFor(held.file, this.#settings),
      onFailure: this.#settings.onFailure,
      takes: this.#given.upgradeTo === undefined ? isSafe : isMigration,
    });
    if (!fixed) return held;
    this.fixed.push(fixed);
    return workspace.open(held.file, fixed.after);
  }

  #look(workspace: Workspace, diagnoser: Diagnoser, held: TextFile): void {
    this.documents += held.stream.docs.filter((doc) => doc.root !== null).length;
    const contexts = workspace.contextsOf(held);
    const naming: Naming = {
      name: (file) => this.#nameOf(file),
      place: this.placeOf(held.file),
      text: (file) => workspace.openFile(file)?.stream.text ?? readText(toPath(file) ?? "") ?? "",
    };
    const tell = (index: number, finding: Finding): ReportedFinding => {
      const context = contexts[index];
      const fingerprint = context ? this.#fingerprints.of(finding, context, naming.place) : "";
      return report(held, { index, finding }, fingerprint, naming);
    };
    const { located, suppressed } = diagnoser.examine(held, this.#settings, "all");
    const isAsked = (finding: Finding): boolean => this.#given.upgradeTo === undefined || finding.retired !== undefined;
    for (const { index, finding } of located) if (isAsked(finding)) this.findings.push(tell(index, finding));
    for (const { index, finding, reason } of suppressed)
      if (isAsked(finding)) this.suppressed.push({ ...tell(index, finding), reason });
  }

  #nameOf(file: FileId): string {
    return this.#names.get(file) ?? relative(process.cwd(), toPath(file) ?? file);
  }
}

/** The JSON Schemas that the documents name, before anything is said of them. */
async function readNamedSchemas(workspace: Workspace, files: readonly TextFile[]): Promise<void> {
  const { namedSchemas } = workspace;
  for (const held of files) if (mayNameSchema(held.stream.text)) workspace.contextsOf(held);
  const reader = new SchemaReader((uri) => readText(toPath(uri) ?? ""));
  for (const uri of namedSchemas.takeWanted()) namedSchemas.put(uri, (await reader.read(uri)).schema);
}

/** Whoever asks for an upgrade wants the rewrite, even where it is not the only one possible. */
const isMigration = (finding: Finding, fix: Fix): boolean => fix.preferred && finding.retired !== undefined;
