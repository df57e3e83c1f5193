import * as vscode from "vscode";
import type { Diagrams } from "./diagrams.ts";
import { fixWorkspace } from "./fix-workspace.ts";
import { chooseLanguage, setLanguage } from "./language.ts";
import { leastPrivilege } from "./least-privilege.ts";
import { chooseNeighbour } from "./neighbours.ts";
import { canReach } from "./reach.ts";
import { ReachChangesPage } from "./reach-changes.ts";
import type { Server } from "./server.ts";
import { chooseVersion } from "./version.ts";

/** Command id to function: the whole list. Those that need the server start it. */
export function registerCommands(start: () => Promise<Server>, diagrams: Diagrams): readonly vscode.Disposable[] {
  const reachChanges = new ReachChangesPage();
  const commands: Readonly<Record<string, (...parameters: unknown[]) => unknown>> = {
    "kubernetesAuthoring.chooseLanguage": chooseLanguage,
    "kubernetesAuthoring.setLanguage": setLanguage,
    "kubernetesAuthoring.chooseKubernetesVersion": async () => chooseVersion((await start()).status()),
    "kubernetesAuthoring.chooseNeighbour": chooseNeighbour,
    "kubernetesAuthoring.fixWorkspace": async () => fixWorkspace(await start()),
    "kubernetesAuthoring.openNetwork": (place) => diagrams.open(place),
    "kubernetesAuthoring.openNetworkHere": () => diagrams.openAtCursor(),
    "kubernetesAuthoring.openStorage": () => diagrams.openStorage(),
    "kubernetesAuthoring.canReach": async (given) => canReach(await start(), diagrams, given),
    "kubernetesAuthoring.showReachChanges": async (given) => reachChanges.show(await start(), given),
    "kubernetesAuthoring.leastPrivilege": async (given) => leastPrivilege(await start(), given),
    "kubernetesAuthoring.restartServer": async () => (await start()).restart(),
    "kubernetesAuthoring.showLog": async () => (await start()).showLog(),
  };
  return [reachChanges, ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run))];
}
