import { endOf } from "../editor.mjs";
import { openFile, settledEdit, timedQuestion } from "./document.mjs";
import { expectCompletion, expectHover, isRight } from "./expect.mjs";

/** Keystrokes, and completion and hover right after one, in files of every size, whole and broken. */
export const typing = {
  name: "typing",
  variants: ({ data }) => data.fileNames,
  async run(context, variant) {
    const file = context.data.file(variant);
    const { server, document, order } = await openFile(context, file);
    await document.quietAfter(order);
    const keystrokes = await keystrokesIn(context, document, file.places);
    const completionMs = await completionsIn(context, document, file.places);
    const hoverMs = await hoversIn(context, document, file.places);
    const { rssBytes } = await server.usage();
    await server.stop();
    return { ...keystrokes, completionMs, hoverMs, rssBytes };
  },
};

/** A value becomes wrong, then right again: every answer differs from the one before and is checked. */
async function keystrokesIn(context, document, places) {
  const { target } = context;
  const once = async (index) => {
    const toggled = index % 2 === 0;
    const edit = () => (toggled ? document.insert(places.toggle) : document.remove(places.toggle));
    return settledEdit(document, edit, isRight(target, places, toggled));
  };
  for (let index = 0; index < context.warmUps; index++) await once(index);
  const before = await document.server.usage();
  const wallMs = await repeated(context, once);
  const after = await document.server.usage();
  return { wallMs, cpuMs: (after.cpuMs - before.cpuMs) / wallMs.length };
}

async function completionsIn(context, document, places) {
  if (!context.target.checks) return [];
  const { completion } = places;
  const once = async () => {
    const took = await timedQuestion(
      document,
      () => document.insert(completion),
      () => document.completion(endOf(completion)),
      (answer) => expectCompletion(context.target, answer, completion.expected),
    );
    await settledEdit(
      document,
      () => document.remove(completion),
      () => true,
    );
    return took;
  };
  for (let index = 0; index < context.warmUps; index++) await once();
  return repeated(context, once);
}

async function hoversIn(context, document, places) {
  if (!context.target.checks) return [];
  const once = (index) =>
    timedQuestion(
      document,
      () => (index % 2 === 0 ? document.insert(places.toggle) : document.remove(places.toggle)),
      () => document.hover(places.hover),
      (answer) => expectHover(context.target, answer, places.hover.expected),
    );
  for (let index = 0; index < context.warmUps; index++) await once(index);
  return repeated(context, once);
}

/** An even number of repetitions leaves the text as it was; a slow server gets fewer once its time is up. */
async function repeated({ repetitions, secondsEach }, once) {
  const deadline = performance.now() + secondsEach * 1000;
  const samples = [];
  while (samples.length < repetitions) {
    samples.push(await once(samples.length), await once(samples.length + 1));
    if (performance.now() > deadline) break;
  }
  return samples;
}
