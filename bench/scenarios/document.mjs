import { openDocument, openFolder } from "../editor.mjs";
import { isRight, lastPublished } from "./expect.mjs";

/**
 * Starts a server on an empty folder and opens one document there; `firstMs` is the time from the spawning of the process
 * to the first right diagnostics.
 *
 * @param {import("../editor.mjs").Context} context
 * @param {{ text: string, places: import("../generate/places.mjs").Places }} file
 */
export async function openFile(context, file) {
  const server = await openFolder(context, context.folder);
  const document = openDocument(server, context.folder, "manifest.yaml", file.text);
  const order = await opened(document, context, file);
  const firstMs = performance.now() - server.started;
  return { server, document, firstMs, order };
}

/** Opens the document and resolves with the place of its first right diagnostics in the order of messages. */
export async function opened(document, { target }, { places }) {
  const answer = explained(document, document.nextDiagnostics(isRight(target, places, false)));
  document.open();
  return answer;
}

/**
 * One edit: milliseconds from the sending of the key to the right diagnostics.
 *
 * @param {ReturnType<typeof openDocument>} document
 * @param {() => void} edit
 * @param {(diagnostics: readonly any[]) => boolean} accepts
 */
export async function timedEdit(document, edit, accepts) {
  const answer = explained(document, document.nextDiagnostics(accepts));
  const sent = performance.now();
  edit();
  const order = await answer;
  return { took: performance.now() - sent, order };
}

/** The same, once the server is done with all that follows from the edit. */
export async function settledEdit(document, edit, accepts) {
  const { took, order } = await timedEdit(document, edit, accepts);
  await document.quietAfter(order);
  return took;
}

/** One edit and a question that follows in the same moment: milliseconds from the key to the answer. */
export async function timedQuestion(document, edit, ask, expect) {
  const published = explained(
    document,
    document.nextDiagnostics(() => true),
  );
  const sent = performance.now();
  edit();
  const answer = await ask();
  const took = performance.now() - sent;
  expect(answer);
  await document.quietAfter(await published);
  return took;
}

function explained(document, answer) {
  return answer.catch((error) => {
    throw new Error(
      `${error.message}; ${lastPublished(document.server, document.uri)}\n${document.server.complaint()}`,
    );
  });
}
