import { entriesOf, textOf, type YNode } from "../yaml/node.ts";

/** How much is checked, each with all that the ones before it check. */
export const PROFILES = ["essential", "recommended", "strict"] as const;

export type Profile = (typeof PROFILES)[number];

export const profileNamed = (text: string | undefined): Profile | undefined =>
  PROFILES.find((profile) => profile === text);

export const LEVELS = ["error", "warning", "information", "hint", "off"] as const;

export type RuleLevel = (typeof LEVELS)[number];

/** The `rules` of a configuration file, by rule or domain; what is no level is left out. */
export function readRules(node: YNode | undefined): Readonly<Record<string, RuleLevel>> {
  return Object.fromEntries(
    entriesOf(node).flatMap(({ key, value }) => {
      const level = levelOf(textOf(value));
      return level ? [[key.text, level]] : [];
    }),
  );
}

/** A YAML 1.1 reader takes a bare `off` for false; people mean the word. */
const levelOf = (text: string | undefined): RuleLevel | undefined =>
  text === "false" ? "off" : LEVELS.find((level) => level === text);
