import type { Connection } from "vscode-languageserver";
import { toFileId } from "../disk/uris.ts";
import type { Subject } from "../features/diagram/build-model.ts";
import { explanationOf } from "../features/diagram/explanation.ts";
import { exported } from "../features/diagram/export.ts";
import { boxOfObject } from "../features/diagram/filter.ts";
import type { Box } from "../features/diagram/model.ts";
import { pathChoices } from "../features/diagram/path-choice.ts";
import { itemsOf } from "../features/diagram/scene.ts";
import { svgOf } from "../features/diagram/svg.ts";
import { type Table, tableOf } from "../features/diagram/table.ts";
import { styleFor } from "../features/diagram/theme.ts";
import type { View } from "../features/diagram/view.ts";
import { suggestedView, VIEWS, viewNamed } from "../features/diagram/views.ts";
import {
  type Bilingual,
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
    const look = lookOf(subject, params);
    if (!look) return null;
    const { view, focus } = look;
    const asked = { filter: params.filter, focus, path: params.path };
    const { languages } = this.#session;
    const picture = view.draw(subject, asked, languages[0]);
    const { columns, rows } = params.table === false ? NO_TABLE : tableOf(view.tell(subject, asked), view.detail);
    return {
      view: view.id,
      views: VIEWS.map(({ id, title, about }: View) => ({ id, title, about })),
      title: TITLES[view.about],
      follows: view.follows,
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
      namespaces: namespacesOf(view.boxesOf(subject)),
      languages,
      version: this.#network.version,
    };
  }

  async explain(id: string): Promise<DiagramExplanation | null> {
    return explanationOf(await this.#network.current(), id) ?? null;
  }

  async export({ format, ...params }: DiagramExportParams): Promise<string | null> {
    const subject = await this.#network.current();
    const look = lookOf(subject, params);
    if (!look) return null;
    const { view, focus } = look;
    const asked = { filter: params.filter, focus, path: params.path };
    const [language] = this.#session.languages;
    if (format !== "svg") return exported(view, subject, asked, format, language);
    return `${svgOf(view.draw(subject, asked, language), language, styleFor("auto"))}\n`;
  }
}

const NO_TABLE: Table = { columns: [], rows: [] };

interface Look {
  readonly view: View;
  readonly focus: string | undefined;
}

/** What is asked for; where an object is, a view that has it. Undefined for views that there are not. */
function lookOf(subject: Subject, { view, focus, at }: DiagramParams): Look | undefined {
  const id = at?.view ?? view;
  const asked = viewNamed(id);
  if (!asked && id !== "") return undefined;
  const object = at && subject.snapshot.objectAt(toFileId(at.uri), at.position.line);
  if (object) {
    const first = asked ?? suggestedView(subject, object.origin);
    for (const each of at.view === undefined ? [first, ...VIEWS] : [first]) {
      const box = boxOfObject(each.boxesOf(subject), object.origin);
      if (box !== undefined) return { view: each, focus: box };
    }
  }
  const kept = at && at.view === undefined ? undefined : (focus ?? undefined);
  const chosen = asked ?? suggestedView(subject, kept);
  // What another view was drawn around need not be in this one.
  return { view: chosen, focus: chosen.boxesOf(subject).some((box) => box.id === kept) ? kept : undefined };
}

const TITLES: Readonly<Record<View["about"], Bilingual>> = {
  network: { en: "Network", vi: "Sơ đồ mạng" },
  storage: { en: "Storage", vi: "Sơ đồ lưu trữ" },
};

const namespacesOf = (boxes: readonly Box[]): readonly string[] =>
  [...new Set(boxes.flatMap(({ namespace }) => namespace ?? []))].sort();
