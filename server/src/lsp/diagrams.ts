import type { Connection } from "vscode-languageserver";
import { toFileId } from "../disk/uris.ts";
import type { Subject } from "../features/diagram/build-model.ts";
import { explanationOf } from "../features/diagram/explanation.ts";
import { exported } from "../features/diagram/export.ts";
import { boxOfObject, shown } from "../features/diagram/filter.ts";
import { pathChoices } from "../features/diagram/path-choice.ts";
import { itemsOf } from "../features/diagram/scene.ts";
import { svgOf } from "../features/diagram/svg.ts";
import { tableOf } from "../features/diagram/table.ts";
import { styleFor } from "../features/diagram/theme.ts";
import type { View } from "../features/diagram/view.ts";
import { suggestedView, VIEWS, viewNamed } from "../features/diagram/views.ts";
import {
  DIAGRAM_CHANGED,
  type Diagram,
  type DiagramExplanation,
  type DiagramExportParams,
  type DiagramParams,
} from "../protocol/messages.ts";
import type { Network } from "./network.ts";
import type { Session } from "./session.ts";

/** A burst of edits is one picture. */
const QUIET_MS = 40;

/** Pictures of the network for one editor. */
export class Diagrams {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #network: Network;
  #isWatched = false;
  #soon: NodeJS.Timeout | undefined;

  constructor(connection: Connection, session: Session, network: Network) {
    this.#connection = connection;
    this.#session = session;
    this.#network = network;
  }

  /** Nobody looks any more: what changes is not told until a picture is asked for again. */
  close(): void {
    this.#isWatched = false;
    this.stop();
  }

  /** What is drawn may be out of date. */
  changed(): void {
    if (!this.#isWatched) return;
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      void this.#connection.sendNotification(DIAGRAM_CHANGED);
    }, QUIET_MS);
  }

  stop(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
  }

  async draw(params: DiagramParams): Promise<Diagram | null> {
    this.#isWatched = true;
    const subject = await this.#network.current();
    const asked = { filter: params.filter, focus: focusOf(subject, params), path: params.path };
    const view = params.view === "" ? suggestedView(subject.model, asked.focus) : viewNamed(params.view);
    if (!view) return null;
    const { languages } = this.#session;
    const picture = view.draw(subject, asked, languages[0]);
    const model = shown(subject.model, asked);
    const { columns, rows } = tableOf(model);
    return {
      view: view.id,
      views: VIEWS.map(({ id, title }: View) => ({ id, title })),
      focus: asked.focus ?? null,
      filter: asked.filter,
      svg: svgOf(picture, languages[0], undefined),
      style: styleFor("editor"),
      items: [...itemsOf(picture.shapes)].map(({ id, title, at }) => {
        const place = at && subject.snapshot.placeOf(at.origin, at.path);
        // An object is pointed at by its name, and the cursor is in it anywhere.
        const whole = at?.path[0] === "metadata" ? subject.snapshot.placeOf(at.origin, []) : place;
        return { id, title, uri: place?.file ?? null, range: place?.range ?? null, extent: whole?.range ?? null };
      }),
      table: { columns, rows: rows.map(({ id, cells }) => ({ id, cells })) },
      path: view.id === "path" ? pathChoices(subject.world, asked.path, asked.focus) : null,
      namespaces: subject.model.namespaces.map(({ name }) => name),
      languages,
      version: this.#network.version,
    };
  }

  async explain(id: string): Promise<DiagramExplanation | null> {
    return explanationOf(await this.#network.current(), id) ?? null;
  }

  async export({ format, ...params }: DiagramExportParams): Promise<string | null> {
    const subject = await this.#network.current();
    const asked = { filter: params.filter, focus: focusOf(subject, params), path: params.path };
    const [language] = this.#session.languages;
    if (format !== "svg") return exported(subject, asked, format, language);
    const view = viewNamed(params.view);
    return view ? `${svgOf(view.draw(subject, asked, language), language, styleFor("auto"))}\n` : null;
  }
}

function focusOf({ snapshot, model }: Subject, { focus, at }: DiagramParams): string | undefined {
  if (!at) return focus ?? undefined;
  const object = snapshot.objectAt(toFileId(at.uri), at.position.line);
  return object && boxOfObject(model, object.origin);
}
