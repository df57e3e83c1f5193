/**
 * A language server that the benchmark drives.
 *
 * @typedef {object} Target
 * @property {string} name
 * @property {readonly string[]} command arguments of the Node binary
 * @property {Readonly<Record<string, string>>} environment
 * @property {unknown} initializationOptions
 * @property {(method: string, params: any) => unknown} answer the client's reply to a request of the server
 * @property {(server: any) => void} afterInitialized notifications that the editor's extension would send
 * @property {string | undefined} idle the notification by which the server says that nothing is pending
 * @property {boolean} checks whether it finds mistakes at all: the empty server does not
 * @property {boolean} readsBroken whether the seeded mistake must be found while a key is half typed
 * @property {readonly string[]} scenarios those that it takes part in
 */

/** Replies that suit every server: settings by section, null for registrations and progress. */
export function answerWith(settings) {
  return (method, params) =>
    method === "workspace/configuration" ? params.items.map((item) => settings[item.section] ?? null) : null;
}
