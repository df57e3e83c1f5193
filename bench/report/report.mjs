import { brokenSuffix } from "../data.mjs";
import { bars } from "./bars.mjs";
import { burstTable, busyTable, coldTable, indexTable, table, typingTable } from "./tables.mjs";

/** The text of docs/performance.md. */
export function report({ machine, rounds, loadBefore, loadAfter, data, results, failures }) {
  return `# Performance

\`npm run bench\` measured these figures and wrote this file; \`bench/README.md\` says how.
"Peer" is yaml-language-server ${machine.peer} in Kubernetes mode, given the schemas that our build makes.
"Peer, one schema" is its best case: a single standalone schema, with which only Deployments can be checked.
"Empty" is vscode-languageserver ${machine.library}, bundled as ours is, publishing one constant diagnostic and nothing else.

All servers ran on Node ${machine.node}: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}.
Rounds: ${rounds}, a fresh server in each, in rotating order.
Load average over 1, 5 and 15 minutes: ${loadBefore} at the start, ${loadAfter} at the end; 1 of it is our own.
Times are milliseconds, medians unless p95 is said; ratios are medians of the ratios within a round.
Absolute times belong to this machine; the ratios are what to compare.

## The promises

${barTable(results)}
${failures.length === 0 ? "" : `\nWrong or missing answers, which have no times:\n\n${failures.map((failure) => `- ${failure}`).join("\n")}\n`}
## From the start of the process to the first right diagnostics

One Deployment with one mistake, in an empty folder.

${coldTable(results)}

## Typing

A value in the middle of the file becomes wrong, then right again, and each answer is checked.
Completion and hover are asked for in the same moment as the edit goes out, so their times hold the reading of the new text.
The peer waits 200 ms before it looks at a change: subtract them to see its work.

${typingTable(results, (name) => !name.endsWith(brokenSuffix))}

## Typing while the text is broken

The same with a half-typed key in that document.
Ours must still find the seeded mistake; of the peer no more is asked than that it reports an error.

${typingTable(results, (name) => name.endsWith(brokenSuffix))}

## A burst of keys

Twenty keys, 60 ms apart, each with a completion request that cancels the one before.

${burstTable(results)}

## A folder of 10,000 files

14,000 documents; time, CPU and kept memory are those beyond the same server on an empty folder.
The peer reads only open files and takes no part.

${indexTable(results)}

A document opened at the start, and typed in until the folder is read:

${busyTable(results)}

## The data

Generated from fixed seeds: fifteen kinds, clean for Kubernetes 1.36 but for one word where an integer belongs.

${table([["name", "documents", "bytes", "SHA-256"], ...data.map(({ name, documents, bytes, hash }) => [name, documents, bytes, hash])])}
`;
}

function barTable(results) {
  const rows = bars(results).map(({ promise, limit, measured, show }) => {
    if (!Number.isFinite(measured)) return [promise, `at most ${show(limit)}`, "not measured", "–"];
    return [promise, `at most ${show(limit)}`, show(measured), measured <= limit ? "kept" : "**broken**"];
  });
  return table([["promise", "limit", "measured", "verdict"], ...rows]);
}
