import { fileURLToPath } from "node:url";
import { kubernetesLayout, publishedDefinitions, standalone } from "./peer-schema.mjs";
import { answerWith } from "./target.mjs";

const script = fileURLToPath(new URL("../node_modules/yaml-language-server/bin/yaml-language-server", import.meta.url));
const deployment = "io.k8s.api.apps.v1.Deployment";

/**
 * yaml-language-server twice. "peer" is its Kubernetes mode, as its VS Code extension runs it with
 * `yaml.schemas: {kubernetes: "*.yaml"}`. "peer-one" is its best case: one standalone schema for every file, so that only
 * Deployments can be checked. It asks the editor for schemas; we answer from memory: no network time is charged to it.
 *
 * @param {string} schemas folder of our own built schemas
 * @returns {Promise<readonly import("./target.mjs").Target[]>}
 */
export async function peers(schemas) {
  const definitions = await publishedDefinitions(schemas);
  const single = "https://schemas.example.com/deployment.json";
  return [
    target("peer", ["cold", "typing", "burst"], { kubernetes: "*.yaml" }, kubernetesLayout(definitions)),
    target("peer-one", ["cold"], { [single]: "*.yaml" }, { "deployment.json": standalone(definitions, deployment) }),
  ];
}

function target(name, scenarios, association, files) {
  const settings = answerWith({
    yaml: {
      schemas: association,
      schemaStore: { enable: false },
      validate: true,
      hover: true,
      completion: true,
      format: { enable: true },
      customTags: [],
    },
    http: { proxy: "", proxyStrictSSL: false },
    "[yaml]": {},
    editor: { detectIndentation: true },
    files: { associations: {} },
  });
  return {
    name,
    command: [script, "--stdio"],
    environment: {},
    initializationOptions: {},
    answer: (method, params) => {
      if (method !== "vscode/content") return settings(method, params);
      const file = String(params).split("#")[0]?.split("/").at(-1) ?? "";
      if (files[file] === undefined) throw new Error(`yaml-language-server asked for ${params}`);
      return files[file];
    },
    afterInitialized: (server) => {
      server.notify("yaml/registerContentRequest", {});
      server.notify("workspace/didChangeConfiguration", { settings: {} });
    },
    idle: undefined,
    checks: true,
    readsBroken: false,
    scenarios,
  };
}
