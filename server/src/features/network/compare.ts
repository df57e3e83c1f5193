import type { Language, LanguageChoice, Localized } from "../../base/localized.ts";
import { type Comparison, comparisons, type Requirement, unmet, type Wrapping } from "../../engines/path/compare.ts";
import { MODEL_WORDS } from "./models/names.ts";
import {
  LAYER_WORDS,
  needInWords,
  OUTSIDE_NAT_WORDS,
  POD_NAT_WORDS,
  POLICY_WORDS,
  REQUIREMENT_WORDS,
} from "./models/terms.ts";

/** A column of the comparison: its heading, and what a model has there. */
interface Column {
  readonly id: string;
  readonly heading: Localized;
  readonly cell: (comparison: Comparison) => Localized;
}

const COLUMNS: readonly Column[] = [
  { id: "model", heading: { en: "Network", vi: "Mạng" }, cell: ({ id }) => MODEL_WORDS[id].name },
  { id: "layer", heading: { en: "Layer", vi: "Lớp" }, cell: ({ traits }) => LAYER_WORDS[traits.layer] },
  {
    id: "encapsulation",
    heading: { en: "Encapsulation", vi: "Bọc gói tin" },
    cell: ({ layers }) => encapsulation(layers),
  },
  {
    id: "mtu",
    heading: { en: "Pod MTU of 1500", vi: "MTU của Pod trên 1500" },
    cell: ({ podMtu }) => ({ en: `${podMtu}`, vi: `${podMtu}` }),
  },
  {
    id: "underlay",
    heading: { en: "Needs from the network below", vi: "Cần ở mạng bên dưới" },
    cell: ({ traits }) => joined(traits.needs.map(needInWords)),
  },
  {
    id: "pod-nat",
    heading: { en: "NAT between Pods", vi: "NAT giữa các Pod" },
    cell: ({ traits }) => POD_NAT_WORDS[traits.podNat],
  },
  {
    id: "outside-nat",
    heading: { en: "NAT to the outside", vi: "NAT khi ra ngoài" },
    cell: ({ traits }) => OUTSIDE_NAT_WORDS[traits.outsideNat],
  },
  {
    id: "policy",
    heading: { en: "NetworkPolicy", vi: "NetworkPolicy" },
    cell: ({ traits }) => POLICY_WORDS[traits.policy],
  },
  {
    id: "encryption",
    heading: { en: "Encryption", vi: "Mã hóa" },
    cell: ({ traits }) =>
      traits.encryption.length === 0 ? NONE : { en: traits.encryption.join(", "), vi: traits.encryption.join(", ") },
  },
  { id: "status", heading: { en: "Today", vi: "Hiện nay" }, cell: ({ id }) => MODEL_WORDS[id].status },
];

const NONE: Localized = { en: "no", vi: "không" };

function encapsulation(wrappings: readonly Wrapping[]): Localized {
  const [near, far] = wrappings.map(wrappingInWords);
  if (!near || !far) return NONE;
  if (near.en === far.en) return near;
  return {
    en: `one subnet: ${near.en}; across a router: ${far.en}`,
    vi: `cùng dải mạng con: ${near.vi}; qua router: ${far.vi}`,
  };
}

function wrappingInWords({ layers, bytes }: Wrapping): Localized {
  if (!layers) return { en: "not possible", vi: "không đi được" };
  if (layers.length === 0) return NONE;
  return { en: `${layers.join(" + ")}, ${bytes} bytes`, vi: `${layers.join(" + ")}, ${bytes} byte` };
}

const joined = (all: readonly Localized[]): Localized => ({
  en: all.map(({ en }) => en).join(", "),
  vi: all.map(({ vi }) => vi).join(", "),
});

/** Models that meet all requirements, and for the others what they lack. */
interface Choice {
  readonly chosen: readonly Comparison[];
  readonly others: readonly { readonly comparison: Comparison; readonly lacks: readonly Requirement[] }[];
}

export function choose(requirements: readonly Requirement[]): Choice {
  const judged = comparisons().map((comparison) => ({ comparison, lacks: unmet(comparison, requirements) }));
  return {
    chosen: judged.flatMap(({ comparison, lacks }) => (lacks.length === 0 ? [comparison] : [])),
    others: judged.filter(({ lacks }) => lacks.length > 0),
  };
}

/** Rows of cells, the headings first; a drawing of the table needs nothing else. */
export const comparisonTable = (all: readonly Comparison[], language: Language): readonly (readonly string[])[] => [
  COLUMNS.map(({ heading }) => heading[language]),
  ...all.map((comparison) => COLUMNS.map(({ cell }) => cell(comparison)[language])),
];

export function comparisonAsText(requirements: readonly Requirement[], languages: LanguageChoice): string {
  const { chosen, others } = choose(requirements);
  return languages
    .map((language) => {
      const [headings = [], ...rows] = comparisonTable(chosen, language);
      const blocks = rows.map(([name = "", ...cells]) => {
        const lines = cells.map((cell, i) => `  ${headings[i + 1] ?? ""}: ${cell}\n`);
        return `${name}\n${lines.join("")}`;
      });
      return [...blocks, ...lackLines(others, language)].join("\n");
    })
    .join("\n");
}

export function comparisonAsMarkdown(requirements: readonly Requirement[], languages: LanguageChoice): string {
  const { chosen, others } = choose(requirements);
  return languages
    .map((language) => {
      const [headings = [], ...rows] = comparisonTable(chosen, language);
      const lines = [headings, headings.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`);
      const lacks = lackLines(others, language).map((line) => `- ${line}`);
      return [lines.join(""), ...(lacks.length > 0 ? [lacks.join("")] : [])].join("\n");
    })
    .join("\n");
}

const lackLines = (others: Choice["others"], language: Language): readonly string[] =>
  others.map(({ comparison, lacks }) => {
    const wanted = lacks.map((requirement) => REQUIREMENT_WORDS[requirement][language]).join("; ");
    return `${MODEL_WORDS[comparison.id].name[language]}: ${LACKS[language]}: ${wanted}\n`;
  });

const LACKS: Localized = { en: "does not meet", vi: "không đạt" };

export function comparisonAsJson(requirements: readonly Requirement[]): unknown {
  const { chosen, others } = choose(requirements);
  const asJson = (comparison: Comparison): unknown => ({
    ...comparison,
    name: MODEL_WORDS[comparison.id].name,
    cells: Object.fromEntries(COLUMNS.map(({ id, cell }) => [id, cell(comparison)])),
  });
  return {
    columns: COLUMNS.map(({ id, heading }) => ({ id, heading })),
    models: chosen.map(asJson),
    others: others.map(({ comparison, lacks }) => ({
      id: comparison.id,
      name: MODEL_WORDS[comparison.id].name,
      lacks: lacks.map((id) => ({ id, name: REQUIREMENT_WORDS[id] })),
    })),
  };
}
