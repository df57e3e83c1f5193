/** Manifests of examples that differ in a few lines only. The lines may be indented in any way, as long as all are. */

/** A Pod whose spec has these fields too. */
export const podWith = (fields: string): string => `${POD}${lines(fields, 2)}`;

/** A Pod whose only container has these fields too. */
export const containerWith = (fields: string): string => `${POD}${lines(fields, 6)}`;

/** A Pod of these spec fields alone. */
export const podOnly = (fields: string): string => `${POD.slice(0, POD.indexOf("  containers:"))}${lines(fields, 2)}`;

/** A Deployment whose template has these spec fields. */
export const deploymentOf = (fields: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: gio-hang
spec:
  selector:
    matchLabels:
      app: gio-hang
  template:
    metadata:
      labels:
        app: gio-hang
    spec:
${lines(fields, 6)}`;

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: gio-hang
spec:
  containers:
    - name: web
      image: nginx:1.27
`;

function lines(text: string, column: number): string {
  if (text === "") return "";
  const written = text.replace(/^\n/, "").replace(/\n *$/, "").split("\n");
  const shared = /^ */.exec(written[0] ?? "")?.[0].length ?? 0;
  return written.map((line) => `${" ".repeat(column)}${line.slice(shared)}\n`).join("");
}
