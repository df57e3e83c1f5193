import type { Model } from "./model.ts";
import type { View } from "./view.ts";
import { matrix } from "./views/matrix.ts";
import { overview } from "./views/overview.ts";
import { packetPath } from "./views/packet-path.ts";
import { pod } from "./views/pod.ts";
import { wiring } from "./views/wiring.ts";

/** In the order in which people choose among them. */
export const VIEWS: readonly View[] = [wiring, pod, overview, packetPath, matrix];

/** More boxes than these are not wired at a glance. */
const AT_A_GLANCE = 150;

/** What to begin with where nobody has chosen. */
export const suggestedView = ({ boxes }: Model, focus: string | undefined): View =>
  focus === undefined && boxes.length > AT_A_GLANCE ? overview : wiring;

export const viewNamed = (id: string): View | undefined => VIEWS.find((view) => view.id === id);
