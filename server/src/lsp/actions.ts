import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Connection,
  type ExecuteCommandParams,
} from "vscode-languageserver";
import type { Range } from "../base/lines.ts";
import type { LanguageChoice, Localized } from "../base/localized.ts";
import { toFileId } from "../disk/uris.ts";
import type { Located } from "../features/diagnose.ts";
import { rangeIn } from "../features/places.ts";
import { type QuickFix, quickFixes, type RuleFix } from "../features/quick-fixes.ts";
import { fixesOf } from "../features/remedies.ts";
import type { TextFile } from "../workspace/workspace.ts";
import { type EditAbilities, type FileChange, toTextEdits, toWorkspaceEdit } from "./edits.ts";
import { toDiagnostic } from "./findings.ts";
import { changesOf, fixWorkspace } from "./fix-workspace.ts";
import { ALLOW, FIX_ALL, FIX_WORKSPACE } from "./kinds.ts";
import { allowAsked, type ReachFeed } from "./reach-feed.ts";
import { respond } from "./respond.ts";
import type { Session } from "./session.ts";
import { inLeading } from "./words.ts";

export interface Acting {
  readonly session: Session;
  readonly abilities: EditAbilities;
  readonly reach: ReachFeed;
  readonly commandLinks: boolean;
  log(line: string): void;
}

/** The light bulb, and what applies fixes by the dozen. */
export function answerActions(connection: Connection, acting: Acting): void {
  const { session, log } = acting;
  connection.onCodeAction(
    respond("codeAction", null, log, async ({ textDocument, range, context }: CodeActionParams) => {
      const held = session.workspace.openFile(toFileId(textDocument.uri));
      if (!held) return [];
      const wants = (kind: string): boolean => !context.only || context.only.some((only) => isWithin(kind, only));
      const isInvoked = context.triggerKind === CodeActionTriggerKind.Invoked;
      const { diagnostics } = context;
      return [
        ...(wants(CodeActionKind.QuickFix) ? await new LightBulb(held, acting, isInvoked).actionsAt(range) : []),
        ...(await acting.reach.actions(acting, { held, range, diagnostics, isInvoked, wants })),
        // Asked for by name alone: when a file is saved, or from the menu of source actions.
        ...(context.only && wants(FIX_ALL) ? fixFile(held, acting) : []),
      ];
    }),
  );
  connection.onExecuteCommand(
    respond("executeCommand", null, log, async ({ command, arguments: given = [] }: ExecuteCommandParams) => {
      if (command === FIX_WORKSPACE) return fixWorkspace(connection, acting);
      return command === ALLOW ? allowAsked(connection, acting, given[0]) : null;
    }),
  );
}

const isWithin = (kind: string, asked: string): boolean =>
  kind === asked || kind.startsWith(`${asked}.`) || asked === "";

function fixFile(held: TextFile, { session, abilities }: Acting): readonly CodeAction[] {
  const { edits } = changesOf(held, session);
  if (edits.length === 0) return [];
  const title = inLeading({ en: "Apply all safe fixes", vi: "Áp dụng mọi cách sửa an toàn" }, session.languages);
  const changes = [{ uri: held.file, create: false, edits }];
  return [{ title, kind: FIX_ALL, edit: toWorkspaceEdit(changes, { abilities }) }];
}

/** The entries for one place of a file. */
class LightBulb {
  readonly #held: TextFile;
  readonly #session: Session;
  readonly #abilities: EditAbilities;
  readonly #languages: LanguageChoice;
  readonly #reach: ReachFeed;
  readonly #isInvoked: boolean;

  constructor(held: TextFile, { session, abilities, reach }: Acting, isInvoked: boolean) {
    this.#reach = reach;
    this.#isInvoked = isInvoked;
    this.#held = held;
    this.#session = session;
    this.#abilities = abilities;
    this.#languages = session.languages;
  }

  async actionsAt(range: Range): Promise<readonly CodeAction[]> {
    const { workspace, checks } = this.#session;
    const all = checks.diagnose(this.#held, "edited");
    const touched = all.filter(({ index, finding }) => touch(rangeIn(this.#held, index, finding.span), range));
    if (touched.length === 0) return [];
    const contexts = workspace.contextsOf(this.#held);
    const offered = quickFixes(touched, all, contexts, workspace.configurationFileOf(this.#held.file));
    return [
      ...(await Promise.all([...offered.own, ...(await this.#remedies(touched))].map((each) => this.#action(each)))),
      ...offered.wholeRules.map((each) => this.#wholeRule(each)),
      ...(await Promise.all(offered.silencing.map((each) => this.#action(each)))),
    ];
  }

  /** What can be done about the same in other objects, whose files nobody may have open. */
  async #remedies(touched: readonly Located[]): Promise<readonly QuickFix[]> {
    const found = touched.flatMap((located) =>
      (located.finding.remedies?.() ?? []).map(async (remedy): Promise<readonly QuickFix[]> => {
        const held = await this.#session.held(remedy.entry.file);
        return held ? fixesOf(remedy, held).map((fix) => ({ located, fix })) : [];
      }),
    );
    return (await Promise.all(found)).flat();
  }

  async #action({ located, fix }: QuickFix): Promise<CodeAction> {
    const changes = await this.#changes([{ located, fix }]);
    const isWide = changes.length > 1;
    const effect = located.finding.rule.startsWith("network-policy/")
      ? await this.#reach.effectOf(changes, this.#isInvoked)
      : undefined;
    const title = inLeading(fix.title, this.#languages);
    return {
      title: effect ? `${title} (${inLeading(effect, this.#languages)})` : title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(this.#session.workspace, this.#held, located, this.#languages)],
      isPreferred: fix.preferred,
      edit: toWorkspaceEdit(changes, {
        abilities: this.#abilities,
        blank: fix.blank,
        preview: isWide ? this.#preview(fix.title, located) : undefined,
      }),
    };
  }

  #wholeRule({ title, fixes }: RuleFix): CodeAction {
    const edits = fixes.flatMap((each) => this.#ownEdits(each));
    return {
      title: inLeading(title, this.#languages),
      kind: CodeActionKind.QuickFix,
      diagnostics: fixes.map(({ located }) =>
        toDiagnostic(this.#session.workspace, this.#held, located, this.#languages),
      ),
      edit: toWorkspaceEdit([{ uri: this.#held.file, create: false, edits }], { abilities: this.#abilities }),
    };
  }

  #preview(title: Localized, { finding }: Located) {
    return {
      label: inLeading(title, this.#languages),
      description: inLeading(finding.message, this.#languages),
      needsConfirmation: true,
    };
  }

  async #changes(fixes: readonly QuickFix[]): Promise<readonly FileChange[]> {
    const own = fixes.flatMap((each) => this.#ownEdits(each));
    const others = fixes.flatMap(({ fix }) => fix.elsewhere ?? []);
    const changes = others.map(async ({ file, create, edits }): Promise<FileChange> => {
      const text = (await this.#session.held(file))?.stream.text;
      return { uri: file, create: create && text === undefined, edits: toTextEdits(text ?? "", edits) };
    });
    return [
      ...(own.length > 0 ? [{ uri: this.#held.file, create: false, edits: own }] : []),
      ...(await Promise.all(changes)),
    ];
  }

  #ownEdits({ located, fix }: QuickFix) {
    return fix.edits.map(({ span, text }) => ({ range: rangeIn(this.#held, located.index, span), newText: text }));
  }
}

const touch = (a: Range, b: Range): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start);

const isBefore = (a: Range["start"], b: Range["start"]): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
