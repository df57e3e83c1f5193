/**
 * The values that the fifteen manifests of one application share, so that their references resolve among themselves.
 *
 * @param {ReturnType<import("./random.mjs").randomFrom>} random
 * @param {number} number makes the name unique
 */
export function appFrom(random, number) {
  const name = `${random.pick(domains)}-${random.pick(roles)}-${String(number).padStart(4, "0")}`;
  const team = random.pick(teams);
  return {
    name,
    namespace: `${team}-${random.pick(stages)}`,
    team,
    version: `${random.between(1, 9)}.${random.between(0, 30)}.${random.between(0, 20)}`,
    image: `registry.example.com/${team}/${name}`,
    digest: random.hex(12),
    port: random.between(80, 99) * 100,
    replicas: random.between(2, 9),
    contact: `${team}-oncall@example.com`,
    note: random.words(9),
    random,
  };
}

const domains = ["orders", "billing", "catalogue", "search", "accounts", "shipping", "notify", "reports", "media"];
const roles = ["api", "worker", "gateway", "frontend", "indexer", "scheduler", "proxy", "consumer"];
const teams = ["commerce", "platform", "growth", "logistics", "insight"];
const stages = ["production", "staging", "preview"];

/** The `metadata` block that all kinds carry. */
export function metadata(app, suffix, component) {
  return `metadata:
  name: ${app.name}${suffix}
  namespace: ${app.namespace}
  labels:
    app.kubernetes.io/name: ${app.name}
    app.kubernetes.io/component: ${component}
    app.kubernetes.io/part-of: ${app.team}
    app.kubernetes.io/version: "${app.version}"
    app.kubernetes.io/managed-by: delivery
  annotations:
    example.com/owner: ${app.contact}
    example.com/description: ${app.note}
    example.com/revision: "${app.random.hex(10)}"
`;
}

/** The labels by which selectors find the pods of one component. */
export function podLabels(app, component, indent) {
  const pad = " ".repeat(indent);
  return `${pad}app.kubernetes.io/name: ${app.name}\n${pad}app.kubernetes.io/component: ${component}\n`;
}
