import type { LanguageChoice } from "../base/localized.ts";
import { MODEL_WORDS, PROXY_WORDS } from "../features/network/models/names.ts";
import { REQUIREMENT_WORDS, SITUATION_WORDS } from "../features/network/models/terms.ts";
import { type Environment, oneOf, parse, readLanguages, UsageError } from "./options.ts";

type ModelId = keyof typeof MODEL_WORDS;
type ProxyMode = keyof typeof PROXY_WORDS;
type Situation = keyof typeof SITUATION_WORDS;
type Requirement = keyof typeof REQUIREMENT_WORDS;

export type PathArguments = TracePath | ListModels | CompareModels;

export interface TracePath {
  readonly command: "path";
  readonly wanted: "trace";
  readonly paths: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly port: { readonly protocol: "TCP" | "UDP" | "SCTP"; readonly number: number } | undefined;
  readonly model: ModelId;
  readonly proxy: ProxyMode;
  readonly situation: Situation | undefined;
  readonly fabric: "one-subnet" | "routed";
  readonly endpoint: "same-node" | "other-node";
  readonly trafficPolicy: "Cluster" | "Local" | undefined;
  readonly linkMtu: number;
  readonly format: "text" | "json";
  readonly languages: LanguageChoice;
}

export interface ListModels {
  readonly command: "path";
  readonly wanted: "models";
  readonly format: "text" | "json";
  readonly languages: LanguageChoice;
}

export interface CompareModels {
  readonly command: "path";
  readonly wanted: "comparison";
  /** Only models that meet all of them. */
  readonly requirements: readonly Requirement[];
  readonly format: "text" | "markdown" | "json";
  readonly languages: LanguageChoice;
}

export function readPath(
  given: readonly string[],
  environment: Environment,
): PathArguments | { readonly command: "help" } {
  const { values, positionals } = parse(given, OPTIONS);
  if (values.help) return { command: "help" };
  const languages = readLanguages(values.language, environment);
  if (values.models || values.compare) {
    if (positionals.length > 0) throw new UsageError(`--models and --compare take no argument "${positionals[0]}"`);
  }
  if (values.models) {
    const format = oneOf(["text", "json"] as const, values.format ?? "text", "--format");
    return { command: "path", wanted: "models", format, languages };
  }
  if (values.compare) {
    const format = oneOf(["text", "markdown", "json"] as const, values.format ?? "text", "--format");
    const names = (values.require ?? []).flatMap((list) => list.split(",")).filter(Boolean);
    const requirements = names.map((name) => oneOf(namesIn(REQUIREMENT_WORDS), name, "--require"));
    return { command: "path", wanted: "comparison", requirements, format, languages };
  }
  const { from, to, model } = values;
  if (from === undefined || to === undefined || model === undefined) {
    throw new UsageError("path needs --from, --to and --model, or --models, or --compare");
  }
  return {
    command: "path",
    wanted: "trace",
    paths: positionals,
    from,
    to,
    port: values.port === undefined ? undefined : readPort(values.port),
    model: oneOf(namesIn(MODEL_WORDS), model, "--model"),
    proxy: oneOf(namesIn(PROXY_WORDS), values.proxy ?? "iptables", "--proxy"),
    situation:
      values.situation === undefined ? undefined : oneOf(namesIn(SITUATION_WORDS), values.situation, "--situation"),
    fabric: oneOf(["one-subnet", "routed"] as const, values.fabric ?? "one-subnet", "--fabric"),
    endpoint: oneOf(["same-node", "other-node"] as const, values.endpoint ?? "other-node", "--endpoint"),
    trafficPolicy:
      values["traffic-policy"] === undefined
        ? undefined
        : oneOf(["Cluster", "Local"] as const, values["traffic-policy"], "--traffic-policy"),
    linkMtu: readMtu(values.mtu ?? "1500"),
    format: oneOf(["text", "json"] as const, values.format ?? "text", "--format"),
    languages,
  };
}

/** Nothing can be named that has no words. */
function namesIn<T extends string>(words: Readonly<Record<T, unknown>>): readonly T[] {
  // Records of words are literals without other keys.
  return Object.keys(words) as T[];
}

const OPTIONS = {
  from: { type: "string" },
  to: { type: "string" },
  port: { type: "string" },
  model: { type: "string" },
  proxy: { type: "string" },
  situation: { type: "string" },
  fabric: { type: "string" },
  endpoint: { type: "string" },
  "traffic-policy": { type: "string" },
  mtu: { type: "string" },
  models: { type: "boolean" },
  compare: { type: "boolean" },
  require: { type: "string", multiple: true },
  format: { type: "string" },
  language: { type: "string" },
  help: { type: "boolean" },
} as const;

/** `80`, `TCP/80`, `udp/53`. */
function readPort(given: string): NonNullable<TracePath["port"]> {
  const [, name = "TCP", digits = ""] = /^(?:([A-Za-z]+)\/)?(\d{1,5})$/.exec(given) ?? [];
  const number = Number(digits);
  if (digits === "" || number < 1 || number > 65535) {
    throw new UsageError(`--port expects a number such as 80 or UDP/53, not "${given}"`);
  }
  return { protocol: oneOf(["TCP", "UDP", "SCTP"] as const, name.toUpperCase(), "--port"), number };
}

/** RFC 791 and RFC 8200 let no IP network go below 576 or above 65535. */
function readMtu(given: string): number {
  const mtu = Number(given);
  if (!Number.isInteger(mtu) || mtu < 576 || mtu > 65535) {
    throw new UsageError(`--mtu expects bytes from 576 to 65535, not "${given}"`);
  }
  return mtu;
}
