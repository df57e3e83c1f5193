import type { View } from "./view.ts";
import { matrix } from "./views/matrix.ts";
import { overview } from "./views/overview.ts";
import { pod } from "./views/pod.ts";
import { wiring } from "./views/wiring.ts";

/** In the order in which people choose among them. */
export const VIEWS: readonly View[] = [wiring, pod, overview, matrix];

export const viewNamed = (id: string): View | undefined => VIEWS.find((view) => view.id === id);
