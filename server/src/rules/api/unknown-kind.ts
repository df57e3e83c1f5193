import type { Localized } from "../../base/localized.ts";
import type { Resource } from "../../model/resource.ts";
import { isList } from "../../model/resource.ts";
import { type KindFault, kindFault } from "../../schema/kind-fault.ts";
import { apiVersionOf, type KindEntry } from "../../schema/types.ts";
import { setScalar } from "../../yaml/edit.ts";
import { at, deref, type YScalar } from "../../yaml/node.ts";
import { type Fix, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "api/unknown-kind",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "apiVersion and kind that Kubernetes does not serve", vi: "Cặp apiVersion và kind không tồn tại" },
    why: {
      en: "`apiVersion` and `kind` together name the type of an object. If the API server does not serve the pair, it cannot read the manifest at all.",
      vi: "`apiVersion` cùng với `kind` xác định loại đối tượng. API server không có cặp đó thì không đọc được manifest.",
    },
    links: ["https://kubernetes.io/docs/reference/using-api/"],
  },
  bad: [
    {
      title: { en: "The wrong group", vi: "Sai nhóm API" },
      manifest: `
        apiVersion: v1 #! @v1
        kind: Deployment
        metadata:
          name: gio-hang-web
        spec:
          selector: { matchLabels: { app: gio-hang-web } }
          template:
            metadata: { labels: { app: gio-hang-web } }
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
      fixed: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gio-hang-web
        spec:
          selector: { matchLabels: { app: gio-hang-web } }
          template:
            metadata: { labels: { app: gio-hang-web } }
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
    },
    {
      title: { en: "A misspelt kind", vi: "Gõ sai kind" },
      manifest: `
        apiVersion: v1
        kind: Servcie #! @Servcie
        metadata:
          name: gio-hang-web
        spec:
          selector: { app: gio-hang-web }
          ports: [{ port: 80 }]
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang-web
        spec:
          selector: { app: gio-hang-web }
          ports: [{ port: 80 }]
      `,
    },
    {
      title: { en: "Both values in each other's place", vi: "Hai giá trị bị đổi chỗ" },
      manifest: `
        apiVersion: ConfigMap #! @ConfigMap
        kind: v1
        metadata:
          name: gio-hang-web
        data:
          MODE: prod
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: prod
      `,
    },
    {
      title: { en: "A misspelt apiVersion", vi: "Gõ sai apiVersion" },
      manifest: `
        apiVersion: netwroking.k8s.io/v1 #! @netwroking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: chan-het
        spec:
          podSelector: {}
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: chan-het
        spec:
          podSelector: {}
      `,
    },
  ],
  good: [
    {
      title: { en: "A custom resource of somebody else's", vi: "Tài nguyên tùy chỉnh của bên khác" },
      manifest: `
        apiVersion: cua-hang.example.com/v1
        kind: DonHang
        metadata:
          name: don-1
        spec:
          anything: goes
      `,
    },
  ],
  *check(resource, _subject, { catalog, doc }) {
    if (resource.apiVersion === "" || resource.gvk.kind === "" || isList(resource)) return;
    const fault = kindFault(catalog, resource.apiVersion, resource.gvk.kind);
    const apiVersion = scalarAt(resource, "apiVersion");
    const kind = scalarAt(resource, "kind");
    if (!fault || fault.fault === "removed" || fault.fault === "newer" || !apiVersion || !kind) return;
    const span = fault.fault === "misspelt" || fault.fault === "unknown" ? kind : apiVersion;
    const set = (version: string, name: string): Fix["edits"] => [
      ...(version === apiVersion.text ? [] : setScalar(doc, apiVersion, version)),
      ...(name === kind.text ? [] : setScalar(doc, kind, name)),
    ];
    yield {
      span: { start: span.start, end: span.end },
      message: message(fault, apiVersion.text, kind.text, catalog.release.version),
      fixes: () => fixes(fault, apiVersion.text, kind.text, set),
    };
  },
});

function scalarAt(resource: Resource, field: "apiVersion" | "kind"): YScalar | undefined {
  const node = deref(at(resource.root, field));
  return node?.type === "scalar" ? node : undefined;
}

type Fault = Exclude<KindFault, { fault: "removed" | "newer" }>;

function message(fault: Fault, apiVersion: string, kind: string, version: string): Localized {
  switch (fault.fault) {
    case "swapped":
      return {
        en: `\`apiVersion\` and \`kind\` are swapped: ${quoted(apiVersion)} is a kind, ${quoted(kind)} an API version.`,
        vi: `\`apiVersion\` và \`kind\` bị đổi chỗ: ${quoted(apiVersion)} là kind, còn ${quoted(kind)} là phiên bản API.`,
      };
    case "elsewhere": {
      const right = quoted(firstVersion(fault.entries));
      return {
        en: `${quoted(kind)} belongs to ${right}, not to ${quoted(apiVersion)}.`,
        vi: `${quoted(kind)} thuộc ${right}, không thuộc ${quoted(apiVersion)}.`,
      };
    }
    case "misspelt": {
      const name = quoted(fault.entries[0]?.kind ?? "");
      return {
        en: `There is no kind ${quoted(kind)}; did you mean ${name}?`,
        vi: `Không có kind ${quoted(kind)}; có lẽ là ${name}.`,
      };
    }
    case "unknown":
      return {
        en: `Kubernetes ${version} has no kind ${quoted(kind)} in ${quoted(apiVersion)}.`,
        vi: `Kubernetes ${version} không có kind ${quoted(kind)} trong ${quoted(apiVersion)}.`,
      };
  }
}

function fixes(
  fault: Fault,
  apiVersion: string,
  kind: string,
  set: (apiVersion: string, kind: string) => Fix["edits"],
): readonly Fix[] {
  switch (fault.fault) {
    case "swapped": {
      const title = { en: "Swap `apiVersion` and `kind`", vi: "Đổi chỗ `apiVersion` và `kind`" };
      return [{ title, preferred: true, safe: true, edits: set(kind, apiVersion) }];
    }
    case "elsewhere":
    case "misspelt":
      return choices(fault.entries).map((entry, index) => {
        const right = apiVersionOf(entry);
        return {
          title: change(entry, right, apiVersion, kind),
          preferred: index === 0,
          safe: false,
          edits: set(right, entry.kind),
        };
      });
    case "unknown":
      return [];
  }
}

function change(entry: KindEntry, right: string, apiVersion: string, kind: string): Localized {
  const to =
    entry.kind === kind ? quoted(right) : right === apiVersion ? quoted(entry.kind) : quoted(`${right} ${entry.kind}`);
  return { en: `Change to ${to}`, vi: `Đổi thành ${to}` };
}

/** Up to three, and of each kind only the version to prefer. */
function choices(entries: readonly KindEntry[]): readonly KindEntry[] {
  const first = new Map<string, KindEntry>();
  for (const entry of entries) {
    const key = `${entry.group}/${entry.kind}`;
    if (!first.has(key)) first.set(key, entry);
  }
  return [...first.values()].slice(0, 3);
}

const firstVersion = (entries: readonly KindEntry[]): string => (entries[0] ? apiVersionOf(entries[0]) : "");
