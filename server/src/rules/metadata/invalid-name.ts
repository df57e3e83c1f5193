import { isBuiltInGroup } from "../../model/reference-table.ts";
import { metadataPair, type Resource } from "../../model/resource.ts";
import { deref } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { scalarAt, spanOf, textAt } from "../given.ts";
import { type Draft, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { formFault, LABEL, LABEL_1035, type NameForm, reformed, SEGMENT, SUBDOMAIN } from "./forms.ts";

export default objectRule({
  id: "metadata/invalid-name",
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Name that the API server refuses", vi: "Tên mà API server từ chối" },
    why: {
      en: "Names become parts of URLs and DNS names, so capitals, blanks and `_` are refused. Namespaces and Services take 63 characters without dots, Services begin with a letter, Jobs take 63 and CronJobs 52 characters.",
      vi: "Tên là một phần của URL và tên DNS nên không nhận chữ hoa, dấu cách và `_`. Namespace và Service dài tối đa 63 ký tự, không có dấu chấm; Service bắt đầu bằng chữ; Job tối đa 63, CronJob tối đa 52 ký tự.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/names/"],
  },
  bad: [
    {
      title: { en: "Capitals and an underscore", vi: "Chữ hoa và dấu gạch dưới" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: Gio_Hang #! @Gio_Hang
        data:
          MODE: prod
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
        data:
          MODE: prod
      `,
    },
    {
      title: { en: "A namespace has no dots", vi: "Namespace không có dấu chấm" },
      manifest: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name: gio.hang #! @gio.hang "letter"
      `,
      fixed: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name: gio-hang
      `,
    },
    {
      title: { en: "A Service that begins with a digit", vi: "Tên Service bắt đầu bằng chữ số" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: 2-gio-hang #! @2-gio-hang "letter"
        spec:
          selector:
            app: gio-hang
          ports:
            - port: 80
      `,
    },
    {
      title: {
        en: "A CronJob leaves room for what is added to its name",
        vi: "CronJob phải chừa chỗ cho phần thêm vào tên",
      },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          #! @sao-luu-co-so-du-lieu-cua-hang-truc-tuyen-moi-dem-luc-hai-gio
          name: sao-luu-co-so-du-lieu-cua-hang-truc-tuyen-moi-dem-luc-hai-gio
        spec:
          schedule: "0 2 * * *"
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: sao-luu
                      image: busybox:1.36
      `,
    },
  ],
  good: [
    {
      title: { en: "A role may have colons and capitals", vi: "Role có thể có dấu hai chấm và chữ hoa" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: cua-hang:Doc
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [get]
      `,
    },
    {
      title: {
        en: "Dots, and the dash of a name to be completed",
        vi: "Dấu chấm, và gạch nối của tên sẽ được điền nốt",
      },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          generateName: gio-hang.v2-
        data:
          MODE: prod
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const form = formOf(resource);
    const isNamed = textAt(metadataPair(resource, "name")?.value) !== undefined;
    const name = deref(metadataPair(resource, isNamed ? "name" : "generateName")?.value);
    const text = textAt(name);
    if (!form || name?.type !== "scalar" || text === undefined) return;
    // The server completes the name: a dash at its end is no end, and what is too long is cut.
    const shown = isNamed ? text : text.slice(0, form.most - 5).replace(/-+$/, "");
    const fault = formFault(shown, form);
    if (fault) {
      const meant = reformed(shown, form);
      const whole = meant === undefined || isNamed ? meant : `${meant}-`;
      yield {
        span: spanOf(name),
        message: {
          en: `The name ${quoted(text)} ${fault.en}.`,
          vi: `Tên ${quoted(text)} ${fault.vi}.`,
        },
        ...(whole === undefined ? {} : { fixes: () => [change(doc, name, whole)] }),
      };
    } else if (isNamed) yield* tooLongForPods(resource, text);
  },
});

const SHORT: NameForm = { ...SUBDOMAIN, most: 52 };
const JOB: NameForm = { ...SUBDOMAIN, most: 63 };

const FORMS: ReadonlyMap<string, NameForm | undefined> = new Map([
  ["/Namespace", LABEL],
  ["/Service", LABEL_1035],
  ["batch/CronJob", SHORT],
  ["batch/Job", JOB],
  ["rbac.authorization.k8s.io/Role", SEGMENT],
  ["rbac.authorization.k8s.io/ClusterRole", SEGMENT],
  ["rbac.authorization.k8s.io/RoleBinding", SEGMENT],
  ["rbac.authorization.k8s.io/ClusterRoleBinding", SEGMENT],
  // Their names follow rules of their own.
  ["apiregistration.k8s.io/APIService", undefined],
  ["certificates.k8s.io/CertificateSigningRequest", undefined],
  ["certificates.k8s.io/ClusterTrustBundle", undefined],
  ["networking.k8s.io/IPAddress", undefined],
]);

function formOf({ gvk: { group, kind } }: Resource): NameForm | undefined {
  const key = `${group}/${kind}`;
  if (FORMS.has(key)) return FORMS.get(key);
  // What kustomize and other tools read is no object of the API server.
  return kind !== "" && (isBuiltInGroup(group) || group.includes(".")) && !group.startsWith("kustomize.")
    ? SUBDOMAIN
    : undefined;
}

/** The label `controller-revision-hash` holds the name and a hash: the Pods of a longer one are refused. */
function* tooLongForPods({ gvk, root }: Resource, text: string): Iterable<Draft> {
  const name = scalarAt(root, "metadata", "name");
  if (gvk.kind !== "StatefulSet" || gvk.group !== "apps" || text.length <= 52 || !name) return;
  yield {
    span: spanOf(name),
    severity: "warning",
    message: {
      en: `The name ${quoted(text)} is too long for the labels of its Pods: 52 characters are the most.`,
      vi: `Tên ${quoted(text)} quá dài so với label của các Pod: tối đa 52 ký tự.`,
    },
  };
}
