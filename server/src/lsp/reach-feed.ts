import type { CodeAction, Connection } from "vscode-languageserver";
import type { Localized } from "../base/localized.ts";
import type { Block } from "../features/describe/block.ts";
import type {
  CanReachParams,
  LeastPrivilegeParams,
  ReachChangesParams,
  ReachEndsParams,
} from "../protocol/reachability.ts";
import { CAN_REACH, LEAST_PRIVILEGE, REACH_CHANGES, REACH_ENDS } from "../protocol/reachability.ts";
import type { FileId } from "../workspace/file.ts";
import type { FileChange } from "./edits.ts";
import type { NetworkFeed } from "./network-feed.ts";
import type { ActionsAsked, ReachActing } from "./reach-actions.ts";
import type { Reachability } from "./reachability.ts";
import { respond } from "./respond.ts";
import type { Session } from "./session.ts";
import { inLeading } from "./words.ts";

/** A hover waits no longer for a network that nobody has read yet; the next one finds it read. */
const PATIENCE_MS = 1000;

/** Nobody's opening of a file is to read a workspace of more objects than these. */
const MOST_OBJECTS = 3000;

/** The way to questions about reachability. What answers them is loaded with the first. */
export class ReachFeed {
  readonly #session: Session;
  readonly #feed: NetworkFeed;
  #loading: Promise<Reachability> | undefined;

  constructor(session: Session, feed: NetworkFeed) {
    this.#session = session;
    this.#feed = feed;
  }

  answers(): Promise<Reachability> {
    this.#loading ??= Promise.all([import("./reachability.ts"), this.#feed.network()]).then(
      ([module, network]) => new module.Reachability(this.#session, network),
    );
    return this.#loading;
  }

  /** Whether an answer may be given unasked. */
  get isCheap(): boolean {
    return this.#feed.isRead || this.isSmall;
  }

  get isSmall(): boolean {
    return this.#session.workspace.index.resourceCount <= MOST_OBJECTS;
  }

  async describe(file: FileId, line: number): Promise<readonly Block[]> {
    const described = this.answers().then((answers) => answers.describe(file, line));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<readonly Block[]>((resume) => {
      timer = setTimeout(() => resume([]), PATIENCE_MS);
    });
    try {
      return await Promise.race([described, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Nothing unless somebody asked, or asking costs little. */
  async actions(acting: ReachActing, asked: ActionsAsked): Promise<readonly CodeAction[]> {
    if (!asked.isInvoked && !this.#feed.isRead) return [];
    const [{ reachActions }, network] = await Promise.all([import("./reach-actions.ts"), this.#feed.network()]);
    return reachActions(acting, await network.current(), asked);
  }

  /** What edits do to reachability; undefined where nobody has read the network yet and nobody asked to. */
  async effectOf(changes: readonly FileChange[], isInvoked: boolean): Promise<Localized | undefined> {
    if (!isInvoked && !this.#feed.isRead) return undefined;
    return (await this.answers()).effectOf(changes);
  }
}

export function answerReach(connection: Connection, reach: ReachFeed, log: (line: string) => void): void {
  connection.onRequest(
    REACH_ENDS,
    respond("ends", null, log, async (params: ReachEndsParams) => (await reach.answers()).ends(params)),
  );
  connection.onRequest(
    CAN_REACH,
    respond("can reach", null, log, async (params: CanReachParams) => (await reach.answers()).canReach(params)),
  );
  connection.onRequest(
    REACH_CHANGES,
    respond("changes", null, log, async (params: ReachChangesParams) => (await reach.answers()).changes(params)),
  );
  connection.onRequest(
    LEAST_PRIVILEGE,
    respond("least privilege", null, log, async (params: LeastPrivilegeParams) =>
      (await reach.answers()).leastPrivilege(params),
    ),
  );
}

/** Makes the edits that let through what was asked about. Says whether they were wanted. */
export async function allowAsked(
  connection: Connection,
  acting: ReachActing & { readonly reach: ReachFeed },
  given: unknown,
) {
  const question = readQuestion(given);
  const proposal = question && (await (await acting.reach.answers()).proposal(question));
  if (!proposal) return null;
  const { editOf } = await import("./reach-actions.ts");
  const label = inLeading(proposal.title, acting.session.languages);
  const { applied } = await connection.workspace.applyEdit({ label, edit: editOf(acting, proposal) });
  const [first] = proposal.changes;
  return { applied, uri: first?.uri ?? null };
}

/** Commands are run by anybody with anything. */
function readQuestion(given: unknown): CanReachParams | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  const { from, to, port }: { from?: unknown; to?: unknown; port?: unknown } = given;
  return typeof from === "string" && typeof to === "string" && typeof port === "string"
    ? { from, to, port }
    : undefined;
}
