import type { LanguageChoice } from "../base/localized.ts";
import type { Severity } from "../rules/rule.ts";
import { PROFILES, type Profile } from "../workspace/configuration-rules.ts";
import { type DiagramArguments, readDiagram } from "./diagram-arguments.ts";
import { type Environment, oneOf, parse, readLanguages, UsageError } from "./options.ts";
import { type PathArguments, readPath } from "./path-arguments.ts";

export interface CheckArguments {
  readonly command: "check";
  readonly paths: readonly string[];
  readonly format: "text" | "json" | "sarif" | "github";
  readonly kubernetesVersion: string;
  readonly languages: LanguageChoice;
  readonly profile: Profile | undefined;
  readonly rules: Readonly<Record<string, Severity | "off">>;
  readonly isolated: boolean;
  /** What to do with fixes that need nobody to look at them. */
  readonly fix: "none" | "write" | "show";
  /** Findings that were there before: a file to read them from, or to write them to. */
  readonly baseline: { readonly path: string; readonly use: "read" | "write" } | undefined;
  /** Report only what this release has given up. */
  readonly upgradeTo: string | undefined;
}

export interface RulesArguments {
  readonly command: "rules";
  readonly format: "text" | "json";
  readonly languages: LanguageChoice;
}

export interface ExplainArguments {
  readonly command: "explain";
  readonly path: string;
  readonly kubernetesVersion: string;
  readonly languages: LanguageChoice;
}

export interface BindArguments {
  readonly command: "bind";
  readonly paths: readonly string[];
  /** What was there before; empty for a new cluster. */
  readonly before: readonly string[];
  readonly format: "text" | "json";
  readonly kubernetesVersion: string;
  readonly languages: LanguageChoice;
}

export interface ReachArguments {
  readonly command: "reach";
  readonly paths: readonly string[];
  /** Names of ends; none means everybody. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly format: "text" | "json" | "csv" | "dot" | "mermaid";
  readonly explain: boolean;
  /** What the manifests became: the answer is then what changes. */
  readonly difference: string | undefined;
  readonly hostNetwork: "node" | "pod";
  readonly languages: LanguageChoice;
}

export type Arguments =
  | CheckArguments
  | ExplainArguments
  | ReachArguments
  | BindArguments
  | PathArguments
  | DiagramArguments
  | RulesArguments
  | {
      readonly command: "lsp";
      /** False for a transport that the protocol library reads from the arguments itself. */
      readonly stdio: boolean;
    }
  | { readonly command: "help" }
  | { readonly command: "version" };

/** Reads the arguments after the program's name. Throws a {@link UsageError} for anything it does not know. */
export function readArguments(given: readonly string[], environment: Environment): Arguments {
  const [command, ...rest] = given;
  switch (command) {
    case "check":
      return readCheck(rest, environment);
    case "explain":
      return readExplain(rest, environment);
    case "bind":
      return readBind(rest, environment);
    case "reach":
      return readReach(rest, environment);
    case "path":
      return readPath(rest, environment);
    case "diagram":
      return readDiagram(rest, environment);
    case "rules":
      return readRulesCommand(rest, environment);
    case "lsp":
      return readLsp(rest);
    case undefined:
    case "help":
    case "--help":
    case "-h":
      return { command: "help" };
    case "version":
    case "--version":
      return { command: "version" };
    default:
      throw new UsageError(
        `unknown command "${command}": expected check, explain, bind, reach, path, diagram, rules or lsp`,
      );
  }
}

const SHARED = {
  "kubernetes-version": { type: "string" },
  language: { type: "string" },
  help: { type: "boolean" },
} as const;

function readCheck(given: readonly string[], environment: Environment): Arguments {
  const { values, positionals } = parse(given, {
    ...SHARED,
    format: { type: "string" },
    profile: { type: "string" },
    rules: { type: "string", multiple: true },
    isolated: { type: "boolean" },
    fix: { type: "boolean" },
    "dry-run": { type: "boolean" },
    baseline: { type: "string" },
    "write-baseline": { type: "string" },
    "upgrade-to": { type: "string" },
  } as const);
  if (values.help) return { command: "help" };
  if (positionals.length === 0) throw new UsageError("check needs a file, a folder or - for standard input");
  return {
    command: "check",
    paths: positionals,
    format: oneOf(["text", "json", "sarif", "github"] as const, values.format ?? "text", "--format"),
    kubernetesVersion: readVersion(values["kubernetes-version"]),
    languages: readLanguages(values.language, environment),
    profile: values.profile === undefined ? undefined : oneOf(PROFILES, values.profile, "--profile"),
    rules: readRules(values.rules ?? []),
    isolated: values.isolated ?? false,
    fix: readFix(values),
    baseline: readBaseline(values),
    upgradeTo: values["upgrade-to"] === undefined ? undefined : readVersion(values["upgrade-to"], "--upgrade-to"),
  };
}

function readFix(values: { readonly fix?: boolean; readonly "dry-run"?: boolean }): CheckArguments["fix"] {
  if (values["dry-run"] && !values.fix) throw new UsageError("--dry-run shows what --fix would do: give both");
  return values.fix ? (values["dry-run"] ? "show" : "write") : "none";
}

function readBaseline(values: {
  readonly baseline?: string;
  readonly "write-baseline"?: string;
}): CheckArguments["baseline"] {
  const { baseline: read, "write-baseline": write } = values;
  if (read !== undefined && write !== undefined) throw new UsageError("give --baseline or --write-baseline, not both");
  if (write !== undefined) return { path: write, use: "write" };
  return read === undefined ? undefined : { path: read, use: "read" };
}

function readRulesCommand(given: readonly string[], environment: Environment): Arguments {
  const { values, positionals } = parse(given, {
    format: { type: "string" },
    language: SHARED.language,
    help: SHARED.help,
  } as const);
  if (values.help) return { command: "help" };
  if (positionals.length > 0) throw new UsageError(`rules takes no argument "${positionals[0]}"`);
  return {
    command: "rules",
    format: oneOf(["text", "json"] as const, values.format ?? "text", "--format"),
    languages: readLanguages(values.language, environment),
  };
}

function readExplain(given: readonly string[], environment: Environment): Arguments {
  const { values, positionals } = parse(given, SHARED);
  if (values.help) return { command: "help" };
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0)
    throw new UsageError("explain needs one path, such as pod.spec.containers.image");
  return {
    command: "explain",
    path,
    kubernetesVersion: readVersion(values["kubernetes-version"]),
    languages: readLanguages(values.language, environment),
  };
}

function readBind(given: readonly string[], environment: Environment): Arguments {
  const [rest, before] = withoutBefore(given);
  const { values, positionals } = parse(rest, { ...SHARED, format: { type: "string" } } as const);
  if (values.help) return { command: "help" };
  // `bind --before OLD NEW`: what would otherwise leave nothing to bind.
  const [first = "", ...others] = before;
  const isGreedy = positionals.length === 0 && others.length > 0;
  const paths = isGreedy ? others : positionals;
  if (paths.length === 0) throw new UsageError("bind needs a file, a folder or - for standard input");
  return {
    command: "bind",
    paths,
    before: isGreedy ? [first] : before,
    format: oneOf(["text", "json"] as const, values.format ?? "text", "--format"),
    kubernetesVersion: readVersion(values["kubernetes-version"]),
    languages: readLanguages(values.language, environment),
  };
}

/** `--before` takes every word up to the next option. */
function withoutBefore(given: readonly string[]): readonly [rest: readonly string[], before: readonly string[]] {
  const rest: string[] = [];
  const before: string[] = [];
  let into = rest;
  for (const word of given) {
    if (word === "--before") into = before;
    else if (word.startsWith("--before=")) before.push(word.slice("--before=".length));
    else {
      if (word.startsWith("--")) into = rest;
      into.push(word);
    }
  }
  return [rest, before];
}

function readReach(given: readonly string[], environment: Environment): Arguments {
  const { values, positionals } = parse(given, {
    from: { type: "string", multiple: true },
    to: { type: "string", multiple: true },
    format: { type: "string" },
    explain: { type: "boolean" },
    diff: { type: "string" },
    "host-network": { type: "string" },
    language: SHARED.language,
    help: SHARED.help,
  } as const);
  if (values.help) return { command: "help" };
  if (positionals.length === 0) throw new UsageError("reach needs a file, a folder or - for standard input");
  return {
    command: "reach",
    paths: positionals,
    from: values.from ?? [],
    to: values.to ?? [],
    format: oneOf(["text", "json", "csv", "dot", "mermaid"] as const, values.format ?? "text", "--format"),
    explain: values.explain ?? false,
    difference: values.diff,
    hostNetwork: oneOf(["node", "pod"] as const, values["host-network"] ?? "node", "--host-network"),
    languages: readLanguages(values.language, environment),
  };
}

/** `--stdio` is what most editors pass and the default; the other transports are the protocol library's own. */
function readLsp(given: readonly string[]): Arguments {
  const { values, positionals } = parse(given, {
    stdio: { type: "boolean" },
    "node-ipc": { type: "boolean" },
    socket: { type: "string" },
    pipe: { type: "string" },
    clientProcessId: { type: "string" },
  } as const);
  if (positionals.length > 0) throw new UsageError(`lsp takes no argument "${positionals[0]}"`);
  return { command: "lsp", stdio: !(values["node-ipc"] || values.socket || values.pipe) };
}

function readVersion(given: string | undefined, option = "--kubernetes-version"): string {
  if (given === undefined || given === "newest") return "";
  const version = /^v?(1\.\d+)(?:\.\d+)?$/.exec(given)?.[1];
  if (version === undefined) throw new UsageError(`${option} expects a release such as 1.34, not "${given}"`);
  return version;
}

function readRules(given: readonly string[]): Readonly<Record<string, Severity | "off">> {
  const settings = given.flatMap((list) => list.split(",")).filter(Boolean);
  return Object.fromEntries(
    settings.map((setting) => {
      const [rule = "", severity = "off"] = setting.split("=");
      const known = oneOf(["off", "error", "warning", "information", "hint"] as const, severity, `--rules ${rule}`);
      return [rule, known];
    }),
  );
}
