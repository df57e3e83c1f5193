import type { Subject } from "./build-model.ts";
import type { View } from "./view.ts";
import { lifecycle } from "./views/lifecycle.ts";
import { lifetime } from "./views/lifetime.ts";
import { matrix } from "./views/matrix.ts";
import { overview } from "./views/overview.ts";
import { packetPath } from "./views/packet-path.ts";
import { pod } from "./views/pod.ts";
import { storage } from "./views/storage.ts";
import { wiring } from "./views/wiring.ts";

/** In the order in which people choose among them. */
export const VIEWS: readonly View[] = [wiring, pod, overview, packetPath, matrix, storage, lifecycle, lifetime];

/** More boxes than these are not wired at a glance. */
const AT_A_GLANCE = 150;

/** What to begin with where nobody has chosen. */
export function suggestedView(subject: Subject, focus: string | undefined): View {
  const { boxes } = subject.model;
  if (boxes.length === 0 && subject.sites.length > 0) return storage;
  return focus === undefined && boxes.length > AT_A_GLANCE ? overview : wiring;
}

export const viewNamed = (id: string): View | undefined => VIEWS.find((view) => view.id === id);
