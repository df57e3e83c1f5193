import type { LanguageChoice } from "../../base/localized.ts";
import { MODEL_IDS } from "../../engines/path/model.ts";
import { MODELS } from "../../engines/path/models/index.ts";
import { PROXIES, PROXY_MODES } from "../../engines/path/proxies.ts";
import { MODEL_WORDS, PROXY_WORDS } from "./models/names.ts";

/** Every model with one sentence, for a person who has to pick one. */
export const modelsAsText = (languages: LanguageChoice): string =>
  languages
    .map((language) => {
      const models = MODEL_IDS.map((id) => {
        const { name, summary, status } = MODEL_WORDS[id];
        return `${id}\n  ${name[language]}\n  ${summary[language]} ${status[language]}\n`;
      });
      const proxies = PROXY_MODES.map((mode) => `--proxy ${mode}\n  ${PROXY_WORDS[mode][language]}\n`);
      return [...models, ...proxies].join("");
    })
    .join("\n");

export const modelsAsJson = (): unknown => ({
  models: MODEL_IDS.map((id) => ({
    id,
    ...MODEL_WORDS[id],
    traits: MODELS[id].traits,
    sources: MODELS[id].sources,
  })),
  proxies: PROXY_MODES.map((mode) => ({
    mode,
    summary: PROXY_WORDS[mode],
    status: PROXIES[mode].status,
    sources: PROXIES[mode].sources,
  })),
});
