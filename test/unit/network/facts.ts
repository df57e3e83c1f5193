import { explain, type Side } from "../../../server/src/engines/network/explain.ts";
import { NO_PORTS } from "../../../server/src/engines/network/ports.ts";
import { accessTo, dialledPort, resolveService, throughService } from "../../../server/src/engines/network/services.ts";
import { buildWorld, endsNamed, type World } from "../../../server/src/engines/network/world.ts";
import { entranceRows, entrancesAsked, rowsBetween } from "../../../server/src/features/network/reach.ts";
import { resourcesOf } from "../../../server/src/model/resource.ts";
import { networkInput, networkPartOf } from "../../../server/src/workspace/network-world.ts";
import { documentsOf } from "../../kit/workspace.ts";

/**
 * A case of `test/cases/network/*.txt`: facts, then questions with their answers.
 *
 *     # A policy without rules denies everything
 *     deployment shop/web {app: web} http:8080 dns:53/UDP      labels and ports of its Pods
 *     pod shop/tool {app: tool} hostNetwork                     a Pod
 *     namespace shop {team: a}                                  its labels
 *     policy shop/deny {podSelector: {}}                        any other kind: its spec
 *     ? reach                                                   all connections
 *     ? why shop/web shop/db                                    both sides' reasons
 */
export interface FactCase {
  readonly name: string;
  readonly facts: readonly string[];
  readonly questions: readonly FactQuestion[];
}

export interface FactQuestion {
  readonly text: string;
  readonly answer: readonly string[];
}

export function readFactCases(text: string): readonly FactCase[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [name = "", ...lines] = part.split("\n");
      const questions: { text: string; answer: string[] }[] = [];
      const facts: string[] = [];
      for (const line of lines) {
        if (line.startsWith("? ")) questions.push({ text: line.slice(2), answer: [] });
        else if (line.trim() !== "" && questions.length > 0) questions.at(-1)?.answer.push(line);
        else if (line.trim() !== "" && !line.startsWith("//")) facts.push(line);
      }
      return { name, facts, questions };
    });
}

/** Facts are turned into YAML and read as any manifest is. */
export function worldOf(facts: readonly string[], hostNetwork: "node" | "pod" = "node"): World {
  const manifest = joined(facts).map(manifestOf).join("---\n");
  const parts = documentsOf(manifest).flatMap((doc) =>
    resourcesOf(doc).flatMap((resource) => {
      const part = networkPartOf(resource, `${resource.gvk.kind} ${resource.name}`, "default");
      return part ? [part] : [];
    }),
  );
  return buildWorld(networkInput(parts), hostNetwork);
}

/** Lines that start with a space go on from the line before. */
const joined = (facts: readonly string[]): readonly string[] => facts.join("\n").replaceAll("\n ", " ").split("\n");

const API: Readonly<Record<string, string>> = {
  deployment: "apps/v1 Deployment",
  statefulset: "apps/v1 StatefulSet",
  daemonset: "apps/v1 DaemonSet",
  cronjob: "batch/v1 CronJob",
  pod: "v1 Pod",
  namespace: "v1 Namespace",
  service: "v1 Service",
  slice: "discovery.k8s.io/v1 EndpointSlice",
  policy: "networking.k8s.io/v1 NetworkPolicy",
  anp: "policy.networking.k8s.io/v1alpha1 AdminNetworkPolicy",
  banp: "policy.networking.k8s.io/v1alpha1 BaselineAdminNetworkPolicy",
  cnp: "policy.networking.k8s.io/v1alpha2 ClusterNetworkPolicy",
  ingress: "networking.k8s.io/v1 Ingress",
  openshift: "route.openshift.io/v1 Route",
  gateway: "gateway.networking.k8s.io/v1 Gateway",
  httproute: "gateway.networking.k8s.io/v1 HTTPRoute",
  udproute: "gateway.networking.k8s.io/v1alpha2 UDPRoute",
  grant: "gateway.networking.k8s.io/v1beta1 ReferenceGrant",
};

function manifestOf(fact: string): string {
  const [, word = "", id = "", rest = ""] = /^(\w+) (\S+) ?(.*)$/.exec(fact) ?? [];
  const [apiVersion, kind] = (API[word] ?? "").split(" ");
  if (!kind) throw new Error(`no such fact: ${fact}`);
  const [namespace, name] = id.includes("/") ? id.split("/") : [undefined, id];
  const head = `apiVersion: ${apiVersion}\nkind: ${kind}\n`;
  const own = `name: ${name}${namespace ? `, namespace: ${namespace}` : ""}`;
  if (kind === "Namespace") return `${head}metadata: {${own}, labels: ${rest || "{}"}}\n`;
  if (kind === "EndpointSlice")
    return `${head}metadata: {${own}, labels: {kubernetes.io/service-name: ${name}}}\n<<: ${rest}\n`;
  const [, labels = "{}", words = ""] = /^(\{[^}]*\})? ?(.*)$/.exec(rest) ?? [];
  const spec = podSpec(words);
  switch (kind) {
    case "Pod": {
      const owner = /owner=(\w+)\/(\S+)/.exec(words);
      const references = owner ? `, ownerReferences: [{kind: ${owner[1]}, name: ${owner[2]}, controller: true}]` : "";
      const address = /ip=(\S+)/.exec(words)?.[1];
      const status = address ? `status: {podIPs: [{ip: "${address}"}]}\n` : "";
      return `${head}metadata: {${own}, labels: ${labels}${references}}\nspec: ${spec}\n${status}`;
    }
    case "Deployment":
    case "StatefulSet":
    case "DaemonSet":
      return `${head}metadata: {${own}}\nspec: {template: {metadata: {labels: ${labels}}, spec: ${spec}}}\n`;
    case "CronJob":
      return `${head}metadata: {${own}}\nspec: {jobTemplate: {spec: {template: {metadata: {labels: ${labels}}, spec: ${spec}}}}}\n`;
    default:
      return `${head}metadata: {${own}}\nspec: ${rest || "{}"}\n`;
  }
}

function podSpec(words: string): string {
  const ports = (prefix: string): string =>
    words
      .split(" ")
      .flatMap((word) => {
        const [, mark = "", name, number, protocol = "TCP"] =
          /^(\+?)(?:([a-z-]+):)?(\d+)(?:\/(\w+))?$/.exec(word) ?? [];
        if (number === undefined || mark !== prefix) return [];
        return [`{${name ? `name: ${name}, ` : ""}containerPort: ${number}, protocol: ${protocol}}`];
      })
      .join(", ");
  const sidecar = ports("+");
  const init = sidecar ? `, initContainers: [{name: side, restartPolicy: Always, ports: [${sidecar}]}]` : "";
  const host = words.includes("hostNetwork") ? ", hostNetwork: true" : "";
  return `{containers: [{name: main, ports: [${ports("")}]}]${init}${host}}`;
}

/** Deployments go without their kind, and the whole of IPv4 is the world. */
const short = (id: string): string =>
  id.replace("[Deployment]", "").replace("0.0.0.0-255.255.255.255[External]", "world").replace("[External]", "");

export function answerTo(facts: readonly string[], question: string): readonly string[] {
  const [verb, ...words] = question.split(" ");
  const world = worldOf(facts, words.includes("as-pods") ? "pod" : "node");
  const everybody = { from: undefined, to: undefined };
  switch (verb) {
    case "reach": {
      const entrances = entranceRows(entrancesAsked(world, everybody));
      const rows = [...rowsBetween(world, everybody), ...entrances];
      return rows.map(({ src, dst, ports }) => `${short(src)} => ${short(dst)} : ${ports.key}`);
    }
    case "why": {
      const [src, dst] = words.map((name) => endsNamed(world, name)[0]);
      if (!src || !dst) throw new Error(`nobody is called so: ${question}`);
      const { ports, egress, ingress, always, caveats, certainty } = explain(world, src, dst);
      if (always) return [`${ports.key} (${always})`];
      const verdict = ports === NO_PORTS ? "denied" : ports.key;
      const doubts = certainty === "exact" ? "" : ` (${caveats.map(({ kind }) => kind).join(", ")})`;
      return [`${verdict}${doubts}`, ...linesOf(egress), ...linesOf(ingress)];
    }
    case "service":
      return serviceLines(world, words[0] ?? "", words[1]);
    case "ways":
      return entrancesAsked(world, everybody).flatMap(({ dst, ways }) =>
        ways.map(({ from, endpoint, isAllowed, notes }) =>
          [`${from.kind} ${from.name} -> ${short(dst.id)} ${endpoint.number}`, isAllowed ? "" : "blocked", ...notes]
            .filter(Boolean)
            .join(", "),
        ),
      );
    default:
      throw new Error(`no such question: ${question}`);
  }
}

function linesOf({ direction, isolated, policies, nearMisses }: Side): readonly string[] {
  if (policies.length === 0) return [`${direction}: default allowed`];
  const lines = policies.map(({ policy, effect, rules }) => {
    const places = rules.map(({ rule, effect: own, peer, port, ports }) => {
      const at = [rule, peer === undefined ? "" : `peer ${peer}`, port === undefined ? "" : `port ${port}`];
      return `${at.filter((each) => each !== "").join(" ")} ${own}${ports === NO_PORTS ? "" : ` ${ports.key}`}`;
    });
    return `${direction}: ${policy.name} ${effect}${places.length > 0 ? ` [${places.join("; ")}]` : ""}`;
  });
  const misses = nearMisses.map((miss) => {
    const detail = miss.kind === "label-differs" || miss.kind === "namespace-differs" ? miss.missed : undefined;
    const what = detail ? ` ${detail.wanted}, found ${detail.found ?? "none"}` : "";
    return `${direction}: near miss: ${miss.policy.name} ${miss.kind}${what}`;
  });
  return [...lines, ...(isolated ? [] : [`${direction}: not isolated`]), ...misses];
}

function serviceLines(world: World, name: string, from: string | undefined): readonly string[] {
  const service = world.input.services.find((each) => `${each.namespace}/${each.name}` === name);
  if (!service) throw new Error(`no Service ${name}`);
  const resolution = resolveService(world, service);
  const [src] = from ? endsNamed(world, from) : [];
  const allowed = new Map(
    src ? throughService(world, src, resolution).map((each) => [each.endpoint, each.isAllowed]) : [],
  );
  const lines = resolution.ports.flatMap(({ port, endpoints, missing }) => [
    ...endpoints.map((endpoint) => {
      const target = endpoint.peer ? short(endpoint.peer.id) : (endpoint.address ?? "");
      const declared = endpoint.containerPort ? "" : ", undeclared";
      const verdict = src ? (allowed.get(endpoint) ? ", allowed" : ", denied") : "";
      return `${dialledPort(service, port, endpoint)} -> ${target} ${endpoint.protocol} ${endpoint.number}${declared}${verdict}`;
    }),
    ...missing.map((pods) => `${port.port} -> ${pods.name}: no port ${port.target}`),
  ]);
  return [`${resolution.kind} by ${accessTo(service).join(", ")}`, ...lines];
}
