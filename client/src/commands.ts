import * as vscode from "vscode";
import type { Diagrams } from "./diagrams.ts";
import { fixWorkspace } from "./fix-workspace.ts";
import { chooseLanguage, setLanguage } from "./language.ts";
import { chooseNeighbour } from "./neighbours.ts";
import type { Server } from "./server.ts";
import { chooseVersion } from "./version.ts";

/** Command id to function: the whole list. Those that need the server start it. */
export function registerCommands(start: () => Promise<Server>, diagrams: Diagrams): readonly vscode.Disposable[] {
  const commands: Readonly<Record<string, (...parameters: unknown[]) => unknown>> = {
    "kubernetesAuthoring.chooseLanguage": chooseLanguage,
    "kubernetesAuthoring.setLanguage": setLanguage,
    "kubernetesAuthoring.chooseKubernetesVersion": async () => chooseVersion((await start()).status()),
    "kubernetesAuthoring.chooseNeighbour": chooseNeighbour,
    "kubernetesAuthoring.fixWorkspace": async () => fixWorkspace(await start()),
    "kubernetesAuthoring.openNetwork": (place) => diagrams.open(place),
    "kubernetesAuthoring.openNetworkHere": () => diagrams.openAtCursor(),
    "kubernetesAuthoring.restartServer": async () => (await start()).restart(),
    "kubernetesAuthoring.showLog": async () => (await start()).showLog(),
  };
  return Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run));
}
