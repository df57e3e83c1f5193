import type { LanguageChoice } from "../base/localized.ts";
import type { InitializationOptions, ServerSettings } from "../protocol/messages.ts";
import { LEVELS, PROFILES } from "../workspace/configuration-rules.ts";

export const DEFAULTS: ServerSettings = {
  kubernetesVersion: "",
  language: "both",
  primaryLanguage: "vi",
  namespace: "default",
  exclude: [],
  profile: "essential",
  rules: {},
  schemas: {},
};

/** Settings come from any editor, so each value is checked; a wrong one falls back to its default. */
export function readSettings(given: unknown): ServerSettings {
  const from = isRecord(given) ? given : {};
  return {
    kubernetesVersion: textOr(from.kubernetesVersion, DEFAULTS.kubernetesVersion),
    language: oneOf(["both", "vi", "en", "auto"] as const, from.language, DEFAULTS.language),
    primaryLanguage: oneOf(["vi", "en"] as const, from.primaryLanguage, DEFAULTS.primaryLanguage),
    namespace: textOr(from.namespace, DEFAULTS.namespace) || DEFAULTS.namespace,
    exclude: texts(from.exclude),
    profile: oneOf(PROFILES, from.profile, DEFAULTS.profile),
    rules: readRules(from.rules),
    schemas: readSchemas(from.schemas),
  };
}

export function readOptions(given: unknown): InitializationOptions {
  const from = isRecord(given) ? given : {};
  return {
    settings: readSettings(from.settings),
    commandLinks: from.commandLinks === true,
    exclude: texts(from.exclude),
    schemaReaders: (["yaml", "json"] as const).filter((language) => texts(from.schemaReaders).includes(language)),
  };
}

/** `auto` follows the editor's locale (`vi`, `vi-VN`, `vi_VN`); unknown locales read English. */
export function languagesOf(settings: ServerSettings, locale: string | undefined): LanguageChoice {
  if (settings.language === "both") return settings.primaryLanguage === "vi" ? ["vi", "en"] : ["en", "vi"];
  if (settings.language === "auto") return /^vi(?:[-_]|$)/i.test(locale ?? "") ? ["vi"] : ["en"];
  return [settings.language];
}

function readRules(given: unknown): ServerSettings["rules"] {
  const entries = Object.entries(isRecord(given) ? given : {});
  return Object.fromEntries(
    entries.flatMap(([id, level]) => {
      const known = LEVELS.find((candidate) => candidate === level);
      return known ? [[id, known]] : [];
    }),
  );
}

const readSchemas = (given: unknown): ServerSettings["schemas"] =>
  Object.fromEntries(Object.entries(isRecord(given) ? given : {}).map(([path, globs]) => [path, texts(globs)]));

const texts = (given: unknown): readonly string[] =>
  Array.isArray(given) ? given.filter((item) => typeof item === "string") : [];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOr = (value: unknown, otherwise: string): string => (typeof value === "string" ? value : otherwise);

const oneOf = <T extends string>(choices: readonly T[], value: unknown, otherwise: T): T =>
  choices.find((choice) => choice === value) ?? otherwise;
