import type { Language, Localized } from "../../base/localized.ts";
import type { Subject } from "./build-model.ts";
import type { Asked } from "./filter.ts";
import type { Picture } from "./scene.ts";

/** One way to look at a workspace. Each is a file of its own in views/ and a line in views.ts. */
export interface View {
  readonly id: string;
  readonly title: Localized;
  draw(subject: Subject, asked: Asked, language: Language): Picture;
}
