import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { homeAt } from "../disk/home.ts";
import {
  type Arguments,
  type BindArguments,
  type ExplainArguments,
  type ReachArguments,
  readArguments,
} from "./arguments.ts";
import type { DiagramArguments } from "./diagram-arguments.ts";
import { UsageError } from "./options.ts";
import type { PathArguments } from "./path-arguments.ts";

const HELP = `kubernetes-authoring: checks and explains Kubernetes manifests, offline

  kubernetes-authoring check PATH...     check files and folders; - reads standard input
      --format text|json|sarif|github    default text
      --kubernetes-version 1.34          default: the newest release that ships
      --language en|vi|both              default: that of the environment, else en
      --profile essential|recommended|strict
      --rules ID=off|error|warning|information|hint,...
      --isolated                         every file is a workspace of its own
      --fix                              apply the safe fixes; with - the fixed text is the output
      --fix --dry-run                    show what --fix would change, as a unified diff
      --write-baseline FILE              note today's findings, so that only new ones count later
      --baseline FILE                    leave out the findings noted there
      --upgrade-to 1.36                  report only what that release deprecates or no longer has
  kubernetes-authoring explain PATH      explain a field: pod.spec.containers.image
      --kubernetes-version, --language   as above
  kubernetes-authoring bind PATH...      which claim binds to which volume, and if not, why
      --before PATH                      what the cluster held before; PATH is then an edit of it
      --format text|json                 default text
      --kubernetes-version, --language   as above
  kubernetes-authoring reach PATH...     who can reach whom under the policies in the manifests
      --from, --to NS/NAME[KIND]         only these ends; an address, range or CIDR is an end, too
      --format text|json|csv|dot|mermaid default text
      --explain                          why, or why not (text and json)
      --diff PATH                        what changes when the manifests become those of PATH
      --host-network node|pod            what the CNI plugin sees of Pods in their node's network; default node
      --language                         as above
  kubernetes-authoring path [PATH...]    the way of a packet, hop by hop, and where policies stop it
      --from NS/NAME --to NS/NAME        workloads, a Service as NS/NAME[Service], or an address outside
      --port [PROTO/]N --model NAME      --models lists the network models
      --proxy iptables|nftables|ipvs     how kube-proxy works; default iptables
      --situation NAME                   same-pod, same-node, other-node, cluster-ip, node-port, from-outside, to-internet
      --fabric one-subnet|routed         whether a router stands between the nodes; default one-subnet
      --endpoint same-node|other-node    where the Pod at the other end runs; default other-node
      --traffic-policy Cluster|Local     externalTrafficPolicy; default that of the Service
      --mtu BYTES                        of the network between nodes; default 1500
      --format text|json, --language     as above
      --compare [--require WHAT,...]     compare the models; also --format markdown
  kubernetes-authoring diagram PATH...   a picture of the network in the manifests
      --view wiring|pod|overview|path|matrix
                                         default wiring
      --from, --to, --port, --model, --proxy   as in path, for its view
      --out FILE                         default: standard output
      --format svg|mermaid|dot|json|csv  default: that of FILE's ending, else svg
      --filter WORDS                     ns:shop app=web policy:NAME is:problem is:open -NAME NAME
      --focus ID                         one box and what is around it: workload:shop/web[Deployment]
      --theme auto|light|dark|contrast   default auto: follows the reader's system
      --language                         as above
  kubernetes-authoring rules             list all rules
      --format text|json                 default text
      --language                         as above
  kubernetes-authoring lsp --stdio       run the language server
  kubernetes-authoring version

Exit codes: 0 no errors, 1 errors found (bind: refused or Pending, path: blocked), 2 bad usage or unreadable files.`;

/** The process's own command line. `folder` is that of the built program, which holds the data it reads. */
export async function main(folder: string): Promise<void> {
  // Output that is cut short by a closed pipe (`| head`) is not a failure of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  try {
    process.exitCode = await run(readArguments(process.argv.slice(2), process.env), folder);
  } catch (error) {
    console.error(error instanceof UsageError ? `kubernetes-authoring: ${error.message}` : error);
    process.exitCode = 2;
  }
}

async function run(given: Arguments, folder: string): Promise<number> {
  switch (given.command) {
    case "help":
      console.log(HELP);
      return 0;
    case "version":
      console.log(readVersion(folder));
      return 0;
    case "lsp": {
      const { serveOverStdio, serveProcess } = await import("../lsp/start.ts");
      await (given.stdio ? serveOverStdio(folder) : serveProcess(folder));
      return 0;
    }
    case "check": {
      const { runCheck } = await import("./run-check.ts");
      const { stdout, stderr, status } = await runCheck(given, {
        store: homeAt(folder).store(),
        version: readVersion(folder),
        standardInput,
      });
      process.stderr.write(stderr);
      process.stdout.write(stdout);
      return status;
    }
    case "diagram":
      return runDiagram(given, folder);
    case "rules": {
      const { listRules } = await import("./rules.ts");
      console.log(listRules(given));
      return 0;
    }
    case "explain":
      return runExplain(given, folder);
    case "reach":
      return runReach(given);
    case "path":
      return runPath(given);
    case "bind":
      return runBind(given);
  }
}

const standardInput = (): string => readFileSync(0, "utf8");

async function runBind(given: BindArguments): Promise<number> {
  const [{ bind }, { isSettled }] = await Promise.all([import("./bind.ts"), import("../features/storage/bind.ts")]);
  const { report, unreadable } = bind(given, standardInput);
  for (const line of unreadable) console.error(line);
  if (given.format === "json") console.log(JSON.stringify(report, undefined, 2));
  else console.log((await import("./bind-text.ts")).asText(report, given.languages));
  if (unreadable.length > 0) return 2;
  return isSettled(report) ? 0 : 1;
}

async function runExplain(given: ExplainArguments, folder: string): Promise<number> {
  const [{ explain }, { Catalog }] = await Promise.all([
    import("../features/explain.ts"),
    import("../schema/catalog.ts"),
  ]);
  const home = homeAt(folder);
  const catalog = new Catalog(home.store().forVersion(given.kubernetesVersion), []);
  const answer = explain(catalog, home.texts(), given.path, given.languages);
  if (answer.found) console.log(answer.text);
  else console.error(answer.text);
  return answer.found ? 0 : 2;
}

async function runReach(given: ReachArguments): Promise<number> {
  const { reach } = await import("./reach.ts");
  const { output, unreadable } = reach(given, standardInput);
  for (const line of unreadable) console.error(line);
  for (const piece of inBlocks(output)) {
    if (!process.stdout.write(piece)) await once(process.stdout, "drain");
  }
  return unreadable.length > 0 ? 2 : 0;
}

async function runPath(given: PathArguments): Promise<number> {
  const { answerPath } = await import("./path.ts");
  const { output, unreadable, isReachable } = answerPath(given, standardInput);
  for (const line of unreadable) console.error(line);
  process.stdout.write(output);
  if (unreadable.length > 0) return 2;
  return isReachable ? 0 : 1;
}

async function runDiagram(given: DiagramArguments, folder: string): Promise<number> {
  const { diagram } = await import("./diagram.ts");
  const { text, unreadable } = diagram(given, homeAt(folder).store(), standardInput);
  for (const line of unreadable) console.error(line);
  if (given.out === undefined) process.stdout.write(text);
  else writeFileSync(given.out, text);
  return unreadable.length > 0 ? 2 : 0;
}

/** Writing is dear, so that pieces are gathered first. */
function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block = "";
  for (const piece of pieces) {
    block += piece;
    if (block.length < 65536) continue;
    yield block;
    block = "";
  }
  yield block;
}

/** The bundle stands in `dist/`, beside which the package's manifest lies. */
function readVersion(folder: string): string {
  const manifest: { readonly version: string } = JSON.parse(readFileSync(join(folder, "..", "package.json"), "utf8"));
  return manifest.version;
}
