/** Manifests that examples have in common. */

export const serviceWith = (spec: readonly string[], name = "gio-hang"): string =>
  `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
${spec.map((line) => `  ${line}\n`).join("")}`;

/** Something that makes Pods, with one container and these items of `ports`. */
export function podsWith(kind: string, name: string, labels: string, ports: readonly string[]): string {
  const head = `apiVersion: ${kind === "Job" ? "batch/v1" : "apps/v1"}\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:\n`;
  const selector = kind === "Job" ? "" : `  selector: { matchLabels: ${labels} }\n`;
  const policy = kind === "Job" ? "      restartPolicy: Never\n" : "";
  const list = ports.length === 0 ? "" : `          ports: [${ports.join(", ")}]\n`;
  return `${head}${selector}  template:
    metadata: { labels: ${labels} }
    spec:
${policy}      containers:
        - name: web
          image: nginx:1.27
${list}`;
}

/** Several documents as one file. */
export const file = (...documents: readonly string[]): string => documents.join("---\n");
