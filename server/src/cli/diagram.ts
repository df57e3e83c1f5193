import { subjectOf } from "../features/diagram/build-model.ts";
import { exported } from "../features/diagram/export.ts";
import { svgOf } from "../features/diagram/svg.ts";
import { styleFor } from "../features/diagram/theme.ts";
import { viewNamed } from "../features/diagram/views.ts";
import type { SchemaStore } from "../schema/store.ts";
import { NetworkFiles } from "../workspace/network-files.ts";
import { storageSites } from "../workspace/storage-sites.ts";
import { Workspace } from "../workspace/workspace.ts";
import type { DiagramArguments } from "./diagram-arguments.ts";
import { UsageError } from "./options.ts";
import { load, readSources } from "./sources.ts";

export interface Drawn {
  readonly text: string;
  /** Paths that could not be read, each as a sentence for people. */
  readonly unreadable: readonly string[];
}

/** A picture of everything that the paths hold, or the same for another tool. */
export function diagram(given: DiagramArguments, store: SchemaStore, standardInput: () => string): Drawn {
  const unreadable: string[] = [];
  const sources = given.paths.flatMap((path) => readSources(path, standardInput, unreadable));
  const workspace = new Workspace(store);
  workspace.configure({ kubernetesVersion: "", namespace: "default" });
  const files = new NetworkFiles("default");
  for (const held of load(workspace, sources)) files.put(workspace, held);
  const subject = subjectOf(files.snapshot(), () => storageSites(workspace));
  const [language] = given.languages;
  const { format } = given;
  const asked = { filter: given.filter, focus: given.focus, path: given.path };
  const view = viewNamed(given.view);
  if (!view) throw new UsageError(`no view is called "${given.view}"`);
  if (given.focus !== undefined && !view.boxesOf(subject).some(({ id }) => id === given.focus)) {
    throw new UsageError(`no box is called "${given.focus}"`);
  }
  if (format !== "svg") return { text: exported(view, subject, asked, format, language), unreadable };
  return { text: `${svgOf(view.draw(subject, asked, language), language, styleFor(given.theme))}\n`, unreadable };
}
