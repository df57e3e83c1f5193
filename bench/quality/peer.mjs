import { mkdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openFolder } from "../editor.mjs";
import { nodeForServers } from "../node.mjs";
import { peers } from "../targets/peer.mjs";

/** A text that it has said nothing of by then is one in which it finds nothing. */
const PATIENCE_MS = 60_000;

/**
 * yaml-language-server in Kubernetes mode, asked for the same as our own checker: what it says of one text, and each
 * text that its quick fixes would make of it.
 *
 * @param {string} schemas folder of our own built schemas
 */
export async function startPeer(schemas) {
  const folder = fileURLToPath(new URL("../results/inputs/quality", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const [kubernetes] = await peers(schemas);
  const target = { ...kubernetes, answer: withoutCatalogue(kubernetes.answer) };
  const server = await openFolder({ target, node: nodeForServers(), started: [] }, folder);
  const manifest = new URL("../node_modules/yaml-language-server/package.json", import.meta.url);
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  let count = 0;
  let silent = 0;

  /** @param {string} text */
  const look = async (text) => {
    count++;
    const uri = `file://${folder}/${count}.yaml`;
    const published = server.notification("textDocument/publishDiagnostics", (params) => params.uri === uri);
    server.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    await Promise.race([published.catch(() => undefined), sleep(PATIENCE_MS, undefined, { ref: false })]);
    if (!server.diagnostics.has(uri)) silent++;
    const found = [];
    for (const diagnostic of server.diagnostics.get(uri) ?? []) {
      // It fails on some of its own findings; an editor then shows nothing.
      const actions = await server
        .request("textDocument/codeAction", {
          textDocument: { uri },
          range: diagnostic.range,
          context: { diagnostics: [diagnostic] },
        })
        .catch(() => []);
      const fixed = (actions ?? []).flatMap(({ edit }) => (edit ? [apply(text, editsOf(edit, uri))] : []));
      found.push({ message: diagnostic.message, line: diagnostic.range.start.line, fixed });
    }
    server.notify("textDocument/didClose", { textDocument: { uri } });
    return found;
  };
  return { version, look, silent: () => silent, stop: () => server.stop() };
}

/** Misspelt kinds would be looked up in a catalogue on the network, where they are not. */
const withoutCatalogue = (answer) => (method, params) => {
  const answered = answer(method, params);
  if (method !== "workspace/configuration") return answered;
  return answered.map((each, i) =>
    params.items[i]?.section === "yaml" ? { ...each, kubernetesCRDStore: { enable: false } } : each,
  );
};

const editsOf = ({ changes, documentChanges }, uri) =>
  changes?.[uri] ??
  documentChanges?.flatMap(({ textDocument, edits }) => (textDocument?.uri === uri ? edits : [])) ??
  [];

function apply(text, edits) {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  const offset = ({ line, character }) => Math.min((starts[line] ?? text.length) + character, text.length);
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (out, { range, newText }) => out.slice(0, offset(range.start)) + newText + out.slice(offset(range.end)),
      text,
    );
}
