import { applyEdits, type Edit } from "../../server/src/base/span.ts";
import { Diagnoser, type Located } from "../../server/src/features/diagnose.ts";
import type { Finding, Fix } from "../../server/src/rules/rule.ts";
import type { SchemaStore } from "../../server/src/schema/store.ts";
import { type FileId, fileId } from "../../server/src/workspace/file.ts";
import { type TextFile, Workspace } from "../../server/src/workspace/workspace.ts";
import type { Group, Host } from "./hosts.ts";

const ROOT = "file:///manifests";
/** More files than this are not looked at again for every mistake in one of them. */
const MOST_NEIGHBOURS = 25;

/** A finding that the mistake brought. */
export interface Brought {
  readonly finding: Finding;
  /** Undefined when it stands in another file than the mistake. */
  readonly line: number | undefined;
  readonly path: string;
  readonly fixes: readonly Fix[];
  /** The file after each fix; undefined for a fix that changes other files. */
  readonly fixed: readonly (string | undefined)[];
}

/** Hints are no findings: they say what could be better of what works. */
export const isCounted = ({ finding }: Brought): boolean => finding.severity !== "hint";

/** Our checker with the files of one group open, as an editor has them. */
export class Checker {
  readonly #workspace: Workspace;
  readonly #diagnoser: Diagnoser;
  readonly #group: Group;
  readonly #said = new Map<string, ReadonlyMap<string, number>>();
  readonly failures: string[] = [];

  constructor(group: Group, store: SchemaStore) {
    this.#group = group;
    this.#workspace = new Workspace(store);
    this.#workspace.setFolders([ROOT]);
    this.#diagnoser = new Diagnoser(this.#workspace);
    this.#workspace.announce([...group.files.keys()].map(uriOf));
    // What one file is may depend on another, a patch on its kustomization: the second round knows them all.
    for (let round = 0; round < 2; round++)
      for (const [path, text] of group.files) this.#workspace.open(uriOf(path), text);
  }

  /** What is said of `after` and was not said of `before`, in the order of the file; then what other files show. */
  brought(path: string, before: string, after: string): readonly Brought[] {
    const known = this.#countsOf(path, before);
    const left = new Map(known);
    const brought = this.#look(path, after, (held, at, located) => {
      const key = keyOf(at, located.finding);
      const count = left.get(key) ?? 0;
      left.set(key, count - 1);
      return count > 0 ? [] : [broughtBy(held, at, located, at === path)];
    });
    this.#workspace.open(uriOf(path), this.#group.files.get(path) ?? before);
    return brought;
  }

  #countsOf(path: string, text: string): ReadonlyMap<string, number> {
    const known = this.#said.get(path);
    if (known !== undefined && text === this.#group.files.get(path)) return known;
    const counts = new Map<string, number>();
    this.#look(path, text, (_, at, { finding }) => {
      const key = keyOf(at, finding);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return [];
    });
    if (text === this.#group.files.get(path)) this.#said.set(path, counts);
    return counts;
  }

  #look<T>(path: string, text: string, take: (held: TextFile, at: string, located: Located) => readonly T[]): T[] {
    const held = this.#workspace.open(uriOf(path), text);
    const settings = {
      severities: {},
      onFailure: (rule: string, error: unknown) => void this.failures.push(`${rule} on ${path}: ${String(error)}`),
    };
    const say = (one: TextFile, at: string): T[] =>
      this.#diagnoser.diagnose(one, settings, "all").flatMap((located) => take(one, at, located));
    const own = say(held, path);
    if (this.#group.files.size > MOST_NEIGHBOURS) return own;
    const others = [...this.#group.files.keys()].filter((each) => each !== path);
    return [...own, ...others.flatMap((each) => this.#sayOf(each, say))];
  }

  #sayOf<T>(path: string, say: (held: TextFile, at: string) => T[]): T[] {
    const held = this.#workspace.openFile(uriOf(path));
    return held === undefined ? [] : say(held, path);
  }
}

/** One checker per group of files, made when it is first needed. */
export class Checkers {
  readonly store: SchemaStore;
  readonly #all = new Map<Group, Checker>();

  constructor(store: SchemaStore) {
    this.store = store;
  }

  of({ group }: Host): Checker {
    const known = this.#all.get(group);
    if (known !== undefined) return known;
    const checker = new Checker(group, this.store);
    this.#all.set(group, checker);
    return checker;
  }

  /** Rules that failed on their own account. */
  failures(): ReadonlySet<string> {
    return new Set([...this.#all.values()].flatMap((checker) => checker.failures));
  }
}

const uriOf = (path: string): FileId => fileId(`${ROOT}/${path}`);

/** Lines move, so the place is no part of what makes a finding known. */
const keyOf = (path: string, { rule, message }: Finding): string => `${path}\n${rule}\n${message.en}`;

function broughtBy(held: TextFile, path: string, { index, finding }: Located, isOwn: boolean): Brought {
  const { stream } = held;
  const start = stream.starts[index] ?? 0;
  const fixes = isOwn ? (finding.fixes?.() ?? []) : [];
  const fixed = fixes.map((fix) => fixedText(held, start, fix));
  return { finding, line: isOwn ? stream.positionAt(index, finding.span.start).line : undefined, path, fixes, fixed };
}

function fixedText({ file, stream }: TextFile, start: number, { edits, elsewhere = [] }: Fix): string | undefined {
  if (elsewhere.some((each) => each.file !== file)) return undefined;
  const moved = edits.map(
    ({ span, text }): Edit => ({ span: { start: span.start + start, end: span.end + start }, text }),
  );
  return applyEdits(stream.text, [...moved, ...elsewhere.flatMap((each) => each.edits)]);
}
