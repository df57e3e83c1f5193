import assert from "node:assert/strict";
import { test } from "node:test";
import { readArguments } from "../../../server/src/cli/arguments.ts";
import { UsageError } from "../../../server/src/cli/options.ts";
import { type Reached, reach } from "../../../server/src/cli/reach.ts";
import { TemporaryFolder } from "../../kit/folder.ts";

const WORKLOADS = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: c, ports: [{ containerPort: 8080 }] }] } } }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec: { template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: c, ports: [{ containerPort: 5432 }] }] } } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: everything, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress:
    - from: [{ podSelector: { matchLabels: { app: web } } }]
      ports: [{ port: 5432 }, { port: 53, protocol: UDP }]
    - from: [{ ipBlock: { cidr: 10.0.0.0/8 } }, { namespaceSelector: {} }]
      ports: [{ port: 8080 }]
  egress: [{ to: [{ podSelector: {} }] }]
`;

function answer(given: readonly string[]): { readonly text: string; readonly reached: Reached } {
  const read = readArguments(["reach", ...given], { LANG: "C" });
  assert.equal(read.command, "reach");
  if (read.command !== "reach") throw new Error("not reach");
  const reached = reach(read, () => WORKLOADS);
  return { text: [...reached.output].join(""), reached };
}

test("the JSON lists workloads, connections, what Ingress lets in and who is isolated", () => {
  const { text } = answer(["-", "--format", "json"]);
  assert.deepEqual(JSON.parse(text), {
    peers: ["shop/db[StatefulSet]", "shop/web[Deployment]"],
    connections: [
      { src: "shop/db[StatefulSet]", dst: "shop/web[Deployment]", conn: "TCP 8080", ports: { TCP: [[8080, 8080]] } },
      {
        src: "shop/web[Deployment]",
        dst: "shop/db[StatefulSet]",
        conn: "TCP 5432,8080;UDP 53",
        ports: {
          TCP: [
            [5432, 5432],
            [8080, 8080],
          ],
          UDP: [[53, 53]],
        },
      },
      ...["db[StatefulSet]", "web[Deployment]"].map((name) => ({
        src: "10.0.0.0-10.255.255.255[External]",
        dst: `shop/${name}`,
        conn: "TCP 8080",
        ports: { TCP: [[8080, 8080]] },
      })),
    ],
    ingress: [{ dst: "shop/web[Deployment]", conn: "TCP 8080", ports: { TCP: [[8080, 8080]] } }],
    isolated: [
      { peer: "shop/db[StatefulSet]", ingress: true, egress: true },
      { peer: "shop/web[Deployment]", ingress: true, egress: true },
    ],
  });
});

test("explanations name the policy, its file and the line of the rule", () => {
  const { text } = answer(["-", "--format", "json", "--explain", "--from", "shop/web", "--to", "shop/db[StatefulSet]"]);
  const [explanation, ...others] = JSON.parse(text).explanations;
  assert.equal(others.length, 0);
  assert.equal(explanation.verdict, "allowed");
  assert.equal(explanation.certainty, "exact");
  assert.deepEqual(explanation.egress.policies, [
    {
      policy: "shop/everything",
      kind: "NetworkPolicy",
      tier: "network-policy",
      effect: "allows",
      file: "-",
      line: 22,
      rules: [{ rule: 0, effect: "allows", peer: 0, conn: "TCP 5432,8080;UDP 53", line: 33 }],
    },
  ]);
  assert.deepEqual(
    explanation.ingress.policies[0].rules.map((rule: { effect: string; line: number }) => [rule.effect, rule.line]),
    [
      ["allows", 29],
      ["allows", 31],
    ],
  );
});

test("text has a line a connection; explanations are told in both languages", () => {
  assert.equal(
    answer(["-", "--to", "shop/web"]).text,
    [
      "shop/db[StatefulSet] => shop/web[Deployment] : TCP 8080",
      "10.0.0.0-10.255.255.255[External] => shop/web[Deployment] : TCP 8080",
      "{ingress-controller} => shop/web[Deployment] : TCP 8080",
      "",
    ].join("\n"),
  );
  const { text } = answer(["-", "--from", "8.8.8.8", "--to", "shop/web", "--explain", "--language", "both"]);
  assert.equal(
    text,
    [
      "8.8.8.8-8.8.8.8[External] => shop/web[Deployment] : bị chặn",
      "  Chiều ra (egress): mặc định cho phép, không có policy nào chọn đầu này",
      "  Chiều vào (ingress): bị cách ly, không cho phép cổng nào",
      "    shop/everything: có chọn; đầu bên kia không khớp [-:22]",
      "  ? everything xét địa chỉ nguồn, mà load balancer hoặc node có thể đã thay địa chỉ này",
      "8.8.8.8-8.8.8.8[External] => shop/web[Deployment] : denied",
      "  Egress: allowed by default, no policy selects this end",
      "  Ingress: isolated, allows nothing",
      "    shop/everything: selects; peer not matched [-:22]",
      "  ? everything looks at the source's address, which a load balancer or node may have replaced",
      "",
    ].join("\n"),
  );
});

test("the other formats hold the same connections", () => {
  assert.equal(
    answer(["-", "--format", "csv", "--from", "shop/web"]).text,
    'src,dst,conn\nshop/web[Deployment],shop/db[StatefulSet],"TCP 5432,8080;UDP 53"\n',
  );
  assert.match(
    answer(["-", "--format", "dot"]).text,
    /^ {2}"shop\/db\[StatefulSet\]" -> "shop\/web\[Deployment\]" \[label="TCP 8080"\];$/m,
  );
  const mermaid = answer(["-", "--format", "mermaid", "--from", "shop/db"]).text;
  assert.equal(
    mermaid,
    'flowchart LR\n  n0["shop/db[StatefulSet]"]\n  n1["shop/web[Deployment]"]\n  n0 -->|"TCP 8080"| n1\n',
  );
});

test("a difference tells what comes, goes and changes, and cuts ranges where either side does", () => {
  using folder = new TemporaryFolder({
    "after.yaml": WORKLOADS.replace("cidr: 10.0.0.0/8", "cidr: 10.0.0.0/9").replace(
      "{ port: 53, protocol: UDP }",
      "{ port: 9 }",
    ),
  });
  const after = `${folder.path}/after.yaml`;
  assert.equal(
    answer(["-", "--diff", after]).text,
    [
      "- 10.128.0.0-10.255.255.255[External] => shop/db[StatefulSet] : TCP 8080",
      "- 10.128.0.0-10.255.255.255[External] => shop/web[Deployment] : TCP 8080",
      "~ shop/web[Deployment] => shop/db[StatefulSet] : TCP 5432,8080;UDP 53 -> TCP 9,5432,8080",
      "",
    ].join("\n"),
  );
  const changes = JSON.parse(answer(["-", "--diff", after, "--format", "json"]).text);
  assert.deepEqual([changes.added.length, changes.removed.length, changes.changed.length], [0, 2, 1]);
  assert.equal(answer(["-", "--diff", after, "--format", "csv"]).text.split("\n").length, 5);
  assert.match(answer(["-", "--diff", "-"]).text, /^Nothing can reach more or less/);
});

test("a name that nobody has is a mistake of usage; a path that is not there is told", () => {
  assert.throws(() => answer(["-", "--from", "shop/nobody"]), UsageError);
  assert.throws(() => readArguments(["reach"], {}), UsageError);
  assert.throws(() => readArguments(["reach", "-", "--format", "png"], {}), UsageError);
  assert.equal(answer(["-", "/nowhere"]).reached.unreadable.length, 1);
});

test("of two manifests of one object the later one counts, as when both are applied", () => {
  const pod = (labels: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: { name: web, labels: { ${labels} } }\nspec: { containers: [{ name: c }] }\n`;
  const policy = `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p }\nspec: { podSelector: { matchLabels: { app: old } } }\n`;
  using folder = new TemporaryFolder({ "a.yaml": pod("app: old"), "b.yaml": pod("app: new"), "p.yaml": policy });
  assert.deepEqual(JSON.parse(answer([folder.path, "--format", "json"]).text).isolated, []);
});

test("without a kustomization nothing is a patch by its name", () => {
  const pod = "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: c }] }\n";
  using folder = new TemporaryFolder({ "web-patch.yaml": pod });
  assert.deepEqual(JSON.parse(answer([folder.path, "--format", "json"]).text).peers, ["default/web[Pod]"]);
});
