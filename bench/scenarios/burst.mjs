import { setTimeout as pause } from "node:timers/promises";
import { endOf } from "../editor.mjs";
import { openFile, settledEdit } from "./document.mjs";
import { expectCompletion, isRight } from "./expect.mjs";

const keys = "terminationMessagePa";
const expected = /^terminationMessagePath/;
const betweenKeysMs = 60;

/** Twenty keys 60 ms apart, each with a completion request that cancels the one before, as editors do. */
export const burst = {
  name: "burst",
  variants: () => ["1 document", "1000 documents"],
  async run(context, variant) {
    const file = context.data.file(variant);
    const { server, document, order } = await openFile(context, file);
    await document.quietAfter(order);
    const { newLine } = file.places;
    await settledEdit(
      document,
      () => document.insert(newLine),
      () => true,
    );

    const before = await server.usage();
    const { last, sent, answers } = await typeKeys(document, newLine, context.target.checks);
    const wallMs = [];
    if (context.target.checks) {
      expectCompletion(context.target, await last, expected);
      wallMs.push(performance.now() - sent);
    }
    // Only the removal of the whole line makes the diagnostics right again: what was pending is done by then.
    const line = { ...newLine, typed: newLine.typed + keys };
    await settledEdit(document, () => document.remove(line), isRight(context.target, file.places, false));
    const after = await server.usage();
    await server.stop();
    return { wallMs, cpuMs: (after.cpuMs - before.cpuMs) / keys.length, answered: answers.count };
  },
};

async function typeKeys(document, newLine, asks) {
  const answers = { count: 0 };
  let { line, character } = endOf(newLine);
  let last;
  let sent = 0;
  for (const [index, key] of [...keys].entries()) {
    if (last !== undefined) document.server.cancel(last.id);
    sent = performance.now();
    document.insert({ line, character, typed: key });
    character++;
    if (asks) {
      last = document.completion({ line, character });
      last.then(
        () => answers.count++,
        () => {}, // A cancelled request may be refused.
      );
    }
    if (index < keys.length - 1) await pause(betweenKeysMs);
  }
  return { last, sent, answers };
}
