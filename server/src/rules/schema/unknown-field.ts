import type { Localized } from "../../base/localized.ts";
import { type Meaning, meaningOf } from "../../schema/meaning.ts";
import type { UnknownField } from "../../schema/problem.ts";
import type { DocumentContext, Subject } from "../../workspace/context.ts";
import { removeEntry, renameKey } from "../../yaml/edit.ts";
import { isOldBackendField } from "../api/migrate/ingress.ts";
import { type Fix, schemaRule } from "../rule.ts";
import { all, either, pathText, placeName, quoted } from "../wording.ts";
import { indentBelow, moveTo, wrap } from "./unknown-field/move.ts";

export default schemaRule<"unknown-field">({
  id: "schema/unknown-field",
  severity: "error",
  since: "0.1.0",
  problems: ["unknown-field"],
  docs: {
    title: { en: "Field that Kubernetes does not know", vi: "Trường mà Kubernetes không biết" },
    why: {
      en: "kubectl refuses a manifest with an unknown field. A client that does not check drops the field silently, and the setting has no effect.",
      vi: "kubectl từ chối manifest có trường lạ. Công cụ nào không kiểm tra thì lặng lẽ bỏ trường đó và thiết lập không có tác dụng.",
    },
    links: ["https://kubernetes.io/docs/reference/kubernetes-api/"],
  },
  bad: [
    {
      title: { en: "A misspelt field", vi: "Gõ sai tên trường" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang-web
        spec:
          selectr: #! @selectr
            app: gio-hang-web
          ports:
            - port: 80
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang-web
        spec:
          selector:
            app: gio-hang-web
          ports:
            - port: 80
      `,
    },
    {
      title: { en: "Labels of a selector without `matchLabels`", vi: "Label của selector thiếu `matchLabels`" },
      manifest: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gio-hang-web
        spec:
          selector:
            app: gio-hang-web #! @app
            tier: web
          template:
            metadata:
              labels: { app: gio-hang-web, tier: web }
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
          selector:
            matchLabels:
              app: gio-hang-web
              tier: web
          template:
            metadata:
              labels: { app: gio-hang-web, tier: web }
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
    },
    {
      title: { en: "A name from Docker Compose", vi: "Tên trường của Docker Compose" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              environment: #! @environment
                - name: MODE
                  value: prod
      `,
      fixed: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              env:
                - name: MODE
                  value: prod
      `,
    },
    {
      title: {
        en: "A field of the container above the containers",
        vi: "Trường của container đặt phía trên danh sách container",
      },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          image: nginx:1.27 #! @image
          restartPolicy: Never
          containers:
            - name: web
      `,
      fixed: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          restartPolicy: Never
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  good: [
    {
      title: { en: "Labels and annotations take any key", vi: "Label và annotation nhận mọi khóa" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
          labels:
            anything/at-all: "yes"
        data:
          MODE: prod
      `,
    },
  ],
  finding(problem, subject, context) {
    // An Ingress of the old form has a rule of its own.
    if (isOldBackendField(problem)) return undefined;
    const meaning: Meaning = subject.cursor ? meaningOf(problem, subject.root, subject.cursor) : { kind: "unknown" };
    return {
      span: { start: problem.start, end: problem.end },
      message: message(problem, subject, meaning, context),
      fixes: () => fixes(problem, meaning, subject, context),
    };
  },
});

function message(problem: UnknownField, subject: Subject, meaning: Meaning, context: DocumentContext): Localized {
  const key = quoted(problem.pair.key.text);
  const place = placeName(problem.path.slice(0, -1), subject);
  switch (meaning.kind) {
    case "renamed": {
      const name = quoted(meaning.names[0] ?? "");
      return {
        en: `There is no field ${key} in ${place.en}; did you mean ${name}?`,
        vi: `Không có trường ${key} trong ${place.vi}; có lẽ là ${name}.`,
      };
    }
    case "misplaced": {
      const right = placeName(meaning.path, subject);
      return {
        en: `${key} is not a field of ${place.en}: it belongs in ${right.en}.`,
        vi: `${key} không phải là trường của ${place.vi}: trường này thuộc ${right.vi}.`,
      };
    }
    case "unindented": {
      const names = all(meaning.entries.map((entry) => entry.key.text));
      const holder = quoted(meaning.holder.key.text);
      return {
        en: `${names.en} must be indented below ${holder}, where ${meaning.entries.length > 1 ? "they belong" : "it belongs"}.`,
        vi: `${names.vi} phải thụt lề vào bên dưới ${holder} vì thuộc về trường đó.`,
      };
    }
    case "unwrapped": {
      const names = all(meaning.entries.map((entry) => entry.key.text));
      const wrapper = either(meaning.wrappers);
      const many = meaning.entries.length > 1;
      return {
        en: `${names.en} ${many ? "belong" : "belongs"} below ${wrapper.en}, not directly in ${place.en}.`,
        vi: `${names.vi} phải nằm dưới ${wrapper.vi}, không nằm ngay trong ${place.vi}.`,
      };
    }
    case "unknown": {
      const version = context.catalog.release.version;
      const isOfKubernetes = subject.resource !== undefined && context.role !== "kustomization";
      return isOfKubernetes
        ? {
            en: `Kubernetes ${version} knows no field ${key} in ${place.en}.`,
            vi: `Kubernetes ${version} không có trường ${key} trong ${place.vi}.`,
          }
        : { en: `There is no field ${key} in ${place.en}.`, vi: `Không có trường ${key} trong ${place.vi}.` };
    }
  }
}

function fixes(problem: UnknownField, meaning: Meaning, { cursor }: Subject, context: DocumentContext): readonly Fix[] {
  const { pair, map } = problem;
  const key = quoted(pair.key.text);
  const remove: Fix = {
    title: { en: `Remove ${key}`, vi: `Xóa ${key}` },
    preferred: false,
    safe: false,
    edits: removeEntry(context.doc, map, pair),
  };
  if (meaning.kind === "renamed") {
    const renames = meaning.names.slice(0, 3).map((name, index) => ({
      title: { en: `Change ${key} to ${quoted(name)}`, vi: `Đổi ${key} thành ${quoted(name)}` },
      preferred: index === 0,
      safe: index === 0 && meaning.sure,
      edits: renameKey(context.doc, pair, name),
    }));
    return [...renames, remove];
  }
  if (meaning.kind === "unindented") {
    const names = all(meaning.entries.map((entry) => entry.key.text));
    const holder = quoted(meaning.holder.key.text);
    const title = { en: `Indent ${names.en} below ${holder}`, vi: `Thụt ${names.vi} vào bên dưới ${holder}` };
    const edits = indentBelow(context.doc, meaning);
    return edits.length > 0 ? [{ title, preferred: true, safe: true, edits }] : [remove];
  }
  if (meaning.kind === "unwrapped") {
    return meaning.wrappers.map((wrapper, index) => ({
      title: { en: `Put it below ${quoted(wrapper)}`, vi: `Đưa vào dưới ${quoted(wrapper)}` },
      preferred: index === 0,
      safe: meaning.wrappers.length === 1,
      edits: wrap(context.doc, map, meaning.entries, wrapper),
    }));
  }
  const edits = meaning.kind === "misplaced" && cursor ? moveTo(context.doc, problem, meaning, cursor) : undefined;
  if (!edits || meaning.kind !== "misplaced") return [remove];
  const place = quoted(pathText(meaning.path) || "/");
  const title = { en: `Move ${key} to ${place}`, vi: `Chuyển ${key} vào ${place}` };
  return [{ title, preferred: true, safe: true, edits }, remove];
}
