import * as vscode from "vscode";
import { type LanguageSetting, SECTION, say, serverSettings, update } from "./settings.ts";
import { LANGUAGES } from "./sniff.ts";

const LABELS: Readonly<Record<LanguageSetting, string>> = { both: "VI+EN", vi: "VI", en: "EN", auto: "auto" };

const CHOICES: readonly { readonly value: LanguageSetting; readonly label: string; readonly description: string }[] = [
  { value: "both", label: "Tiếng Việt + English", description: "Cả hai / both" },
  { value: "vi", label: "Tiếng Việt", description: "Chỉ tiếng Việt" },
  { value: "en", label: "English", description: "English only" },
  { value: "auto", label: "Auto", description: "Theo ngôn ngữ của VS Code / follow VS Code's display language" },
];

/** Shows the language of explanations in the status of YAML documents, where one click changes it. */
export class LanguageStatus implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;
  readonly #listener: vscode.Disposable;

  constructor() {
    this.#item = vscode.languages.createLanguageStatusItem(
      "kubernetesAuthoring.language",
      LANGUAGES.map((language) => ({ language })),
    );
    this.#item.command = { command: "kubernetesAuthoring.chooseLanguage", title: "VI / EN" };
    this.#show();
    this.#listener = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) this.#show();
    });
  }

  dispose(): void {
    this.#item.dispose();
    this.#listener.dispose();
  }

  #show(): void {
    this.#item.text = `$(book) ${LABELS[serverSettings().language]}`;
    this.#item.detail = say({ en: "Language of explanations", vi: "Ngôn ngữ của phần giải thích" });
    this.#item.name = "Kubernetes Authoring";
  }
}

export async function chooseLanguage(): Promise<void> {
  const chosen = await vscode.window.showQuickPick([...CHOICES], {
    title: "Ngôn ngữ giải thích / Language of explanations",
  });
  if (chosen) await setLanguage(chosen.value);
}

/** Also the target of the links at the foot of a hover, so the argument is checked. */
export async function setLanguage(value: unknown): Promise<void> {
  const choice = CHOICES.find((candidate) => candidate.value === value);
  if (choice) await update("language", choice.value);
}

const NOTICED = "kubernetesAuthoring.languageNoticed";

/** Once per person, in both languages: few editors ever say that their reader prefers Vietnamese. */
export async function firstRunNotice(context: vscode.ExtensionContext): Promise<void> {
  if (context.globalState.get(NOTICED) === true) return;
  await context.globalState.update(NOTICED, true);
  const picks = CHOICES.slice(0, 3);
  const picked = await vscode.window.showInformationMessage(
    "Kubernetes Authoring: giải thích bằng tiếng Việt và tiếng Anh. Explanations in Vietnamese and English.",
    ...picks.map((choice) => choice.label),
  );
  const choice = picks.find((candidate) => candidate.label === picked);
  if (choice) await setLanguage(choice.value);
}
