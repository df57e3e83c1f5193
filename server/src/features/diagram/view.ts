import type { Language, Localized } from "../../base/localized.ts";
import type { Subject } from "./build-model.ts";
import type { Asked } from "./filter.ts";
import type { Box, Model } from "./model.ts";
import type { Picture } from "./scene.ts";

/** What arrows of the network end at. */
export const PORT: Localized = { en: "Port", vi: "Cổng" };

/** One way to look at a workspace. Each is a file of its own in views/ and a line in views.ts. */
export interface View {
  readonly id: string;
  readonly title: Localized;
  readonly about: "network" | "storage";
  /** Shows one object: the one where the cursor is, as soon as it is in another. */
  readonly follows: boolean;
  /** What it can be drawn around. */
  boxesOf(subject: Subject): readonly Box[];
  /** What it shows, for tables and other tools. */
  tell(subject: Subject, asked: Asked): Model;
  /** What the ends of its arrows are called. */
  readonly detail: Localized;
  draw(subject: Subject, asked: Asked, language: Language): Picture;
}
