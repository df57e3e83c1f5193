import assert from "node:assert/strict";
import { test } from "node:test";
import { explanationOf } from "../../server/src/features/diagram/explanation.ts";
import { exported } from "../../server/src/features/diagram/export.ts";
import { shown } from "../../server/src/features/diagram/filter.ts";
import { itemsOf } from "../../server/src/features/diagram/scene.ts";
import { svgOf } from "../../server/src/features/diagram/svg.ts";
import { fitted, widthOf } from "../../server/src/features/diagram/text-size.ts";
import { styleFor } from "../../server/src/features/diagram/theme.ts";
import { wiring } from "../../server/src/features/diagram/views/wiring.ts";
import { VIEWS, viewNamed } from "../../server/src/features/diagram/views.ts";
import { allow, STORE, service, subjectIn, workload } from "../kit/network-picture.ts";

const SHOP = {
  "shop.yaml": [
    workload("shop", "web", 8080),
    workload("shop", "api", 8080),
    workload("shop", "db", 5432),
    service("shop", "web", "http"),
    service("shop", "api", 9999),
    service("shop", "lost", "http"),
    allow("shop", "api", "web", 8080),
    allow("shop", "db", "api", 5432),
  ].join(""),
  "out.yaml": `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web-out, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Egress]
  egress:
    - to: [{ podSelector: { matchLabels: { app: db } } }]
    - to: [{ podSelector: { matchLabels: { app: api } } }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: front, namespace: shop }
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - { path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }
          - { path: /pay, pathType: Prefix, backend: { service: { name: pay, port: { number: 80 } } } }
          - { path: /api, pathType: Prefix, backend: { service: { name: api, port: { number: 81 } } } }
`,
};

const EVERYTHING = { filter: "", focus: undefined };

test("arrows land on ports and say what they are", () => {
  const { model } = subjectIn(SHOP);
  assert.deepEqual(
    model.links.map(({ id }) => id),
    [
      "ingress:shop/front#spec/rules/0/http/paths/0/backend -> service:shop/web#0 routes",
      "ingress:shop/front#spec/rules/0/http/paths/1/backend -> missing:service:shop/pay dangling",
      "ingress:shop/front#spec/rules/0/http/paths/2/backend -> service:shop/api dangling",
      "outside:from -> ingress:shop/front enters",
      "service:shop/api#0 -> workload:shop/api[Deployment]#TCP/9999 selects",
      "service:shop/lost#0 -> missing:service:shop/lost dangling",
      "service:shop/web#0 -> workload:shop/web[Deployment]#TCP/8080 selects",
      "workload:shop/api[Deployment] -> workload:shop/db[Deployment]#TCP/5432 allowed",
      "workload:shop/web[Deployment] -> workload:shop/api[Deployment]#TCP/8080 allowed",
      "workload:shop/web[Deployment] -> workload:shop/db[Deployment] denied",
    ],
  );
});

test("what is meant but denied names the rule that comes closest, and leads to it", () => {
  const { model, snapshot } = subjectIn(SHOP);
  const denied = model.links.find(({ kind }) => kind === "denied");
  assert.match(
    denied?.title.en ?? "",
    /db does not allow it \(ingress\).*shop\/db, rule 1 misses the peer by one label/,
  );
  assert.notEqual(denied?.title.vi, denied?.title.en);
  const place = denied?.at && snapshot.placeOf(denied.at.origin, denied.at.path);
  assert.equal(place?.file, "file:///workspace/shop.yaml");
});

test("open by default is a mark on the box, not an arrow from everybody", () => {
  const { model } = subjectIn({ "a.yaml": workload("a", "one", 80) + workload("a", "two", 80) });
  assert.deepEqual(model.links, []);
  assert.deepEqual(
    model.boxes.map(({ marks }) => marks.map(({ state }) => state)),
    [
      ["open", "open"],
      ["open", "open"],
    ],
  );
});

test("two containers on one port are in conflict, and the Pod shows which", () => {
  const second =
    "        - name: proxy\n          image: example/proxy:1\n          ports: [{ containerPort: 8080 }]\n";
  const subject = subjectIn({ "a.yaml": workload("a", "web", 8080, second) });
  assert.deepEqual(
    subject.model.boxes.map(({ rows }) => rows.map(({ text, detail, state }) => [text, detail, state])),
    [[[":8080", "web, proxy", "conflict"]]],
  );
  const picture = viewNamed("pod")?.draw(subject, EVERYTHING, "en");
  assert.ok(picture);
  assert.match(svgOf(picture, "en", undefined), />✕:8080</);
});

test("filters and focus leave what they ask for", () => {
  const { model } = subjectIn({ ...SHOP, "b.yaml": workload("tools", "wiki", 3000) });
  const names = (filter: string, focus?: string) =>
    shown(model, { filter, focus })
      .boxes.filter(({ kind }) => kind === "workload")
      .map(({ name }) => name);
  assert.deepEqual(names("ns:tools"), ["wiki"]);
  assert.deepEqual(names("-ns:tools -db"), ["api", "web"]);
  assert.deepEqual(names("app=db"), ["db"]);
  assert.deepEqual(names("policy:web-out"), ["api", "db", "web"]);
  assert.deepEqual(names("is:problem"), ["db", "web"]);
  assert.deepEqual(names("is:open ns:shop"), ["api", "db", "web"]);
  assert.deepEqual(names("", "workload:tools/wiki[Deployment]"), ["wiki"]);
});

test("a workload's explanation names both ways and their ports", () => {
  const explanation = explanationOf(subjectIn(SHOP), "workload:shop/api[Deployment]");
  assert.deepEqual(explanation?.from, ["workload:shop/web[Deployment]"]);
  assert.match(explanation?.text.en ?? "", /Reached by 1 workload: shop\/web \(TCP 8080\)/);
  assert.match(explanation?.text.vi ?? "", /Được gọi bởi 1 workload: shop\/web \(TCP 8080\)/);
});

test("other tools get the same arrows", () => {
  const subject = subjectIn(SHOP);
  const of = (format: "mermaid" | "dot" | "json" | "csv") => exported(wiring, subject, EVERYTHING, format, "en");
  assert.match(of("mermaid"), /^flowchart LR\n/);
  assert.match(of("mermaid"), /--x\|"✕"\| /);
  assert.match(of("dot"), /"workload:shop\/web\[Deployment\]" -> "workload:shop\/db\[Deployment\]" \[label="✕"/);
  assert.equal(JSON.parse(of("json")).links.length, subject.model.links.length);
  const lines = of("csv").trimEnd().split("\n");
  assert.equal(lines[0], "Relation,From,To,Port,Meaning");
  assert.ok(lines.length > subject.model.links.length);
});

test("whatever a manifest holds is text in the picture", () => {
  const evil = `<script>alert(1)</script>"'&\\u0000\\uFFFF]]>`;
  const text = `apiVersion: v1
kind: Pod
metadata: { name: "${evil.replace(/"/g, '\\"')}", namespace: "<b>" }
spec:
  containers: [{ name: "<i onload=x>", image: "<img src=x>", ports: [{ name: "a<b", containerPort: 80 }] }]
`;
  const subject = subjectIn({ "evil.yaml": text });
  assert.equal(subject.model.boxes.length, 1);
  for (const view of VIEWS) {
    const svg = svgOf(view.draw(subject, EVERYTHING, "vi"), "vi", styleFor("auto"));
    const tags = [...svg.matchAll(/<([a-z]+)((?:\s+[a-zA-Z-]+="[^"<]*")*)\s*\/?>/g)];
    assert.equal(tags.length, svg.match(/<[^/]/g)?.length, "every bracket opens a tag of ours");
    const names = new Set(tags.map(([, name]) => name));
    assert.deepEqual(
      [...names].filter((name) => !"svg title style rect g text path".split(" ").includes(name ?? "")),
      [],
    );
    const attributes = new Set(
      tags.flatMap(([, , all = ""]) => [...all.matchAll(/([a-zA-Z-]+)="/g)].map(([, name]) => name)),
    );
    assert.deepEqual(
      [...attributes].filter((name) => /^(?:on.*|style|href)$/.test(name ?? "")),
      [],
    );
  }
});

test("an item of every view leads to a line or stands for something in no manifest", () => {
  const subject = subjectIn({ ...SHOP, "store.yaml": STORE });
  for (const view of VIEWS) {
    const ids = new Set<string>();
    for (const { id, at } of itemsOf(view.draw(subject, EVERYTHING, "en").shapes)) {
      assert.ok(!ids.has(id), `${view.id}: ${id} occurs twice`);
      ids.add(id);
      if (at) assert.ok(subject.snapshot.placeOf(at.origin, at.path), `${view.id}: ${id} leads nowhere`);
    }
    assert.ok(ids.size > 3, view.id);
  }
});

test("texts fit, and are cut in the middle where they do not", () => {
  assert.equal(fitted("web", 12, 100), "web");
  const short = fitted("report-generator-for-the-finance-department", 12, 120);
  assert.match(short, /^report-.*….*ment$/);
  assert.ok(widthOf(short, 12) <= 120);
});

test("a packet's path ends where policies drop it, and a click there leads to them", () => {
  const subject = subjectIn(SHOP);
  const view = viewNamed("path") ?? assert.fail("no view of paths");
  const asked = { from: "shop/web", to: "shop/db", port: "", model: "calico-ipip", proxy: "" };
  const picture = view.draw(subject, { ...EVERYTHING, path: asked }, "en");
  const hops = [...itemsOf(picture.shapes)].filter(({ id }) => id.startsWith("hop:"));
  const dropped = hops.findIndex(({ class: name }) => name.includes("dropped"));
  assert.ok(dropped > 0 && hops.slice(dropped + 1).every(({ class: name }) => name.includes("lost")));
  const at = hops[dropped]?.at;
  assert.equal(at && subject.snapshot.placeOf(at.origin, at.path)?.file, "file:///workspace/shop.yaml");
  const svg = svgOf(picture, "en", undefined);
  assert.match(svg, />IP-in-IP \+20 B</);
  assert.match(svg, />Policies block this connection\.</);
  const nobody = svgOf(
    view.draw(subject, { ...EVERYTHING, path: { ...asked, to: "shop/nobody" } }, "en"),
    "en",
    undefined,
  );
  assert.match(nobody, />Nothing is called shop\/nobody\.</);
});

const ADMIN = `apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: { name: guard }
spec:
  priority: 10
  subject: { pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: db } } } }
  ingress:
    - { action: Deny, from: [{ pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: web } } } }] }
    - { action: Allow, from: [{ pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: api } } } }] }
  egress:
    - { action: Deny, to: [{ networks: ["169.254.169.254/32"] }] }
---
apiVersion: policy.networking.k8s.io/v1alpha1
kind: BaselineAdminNetworkPolicy
metadata: { name: default }
spec:
  subject: { namespaces: {} }
  ingress: [{ action: Deny, from: [{ namespaces: {} }] }]
`;

test("policies of the whole cluster stand above the namespaces, and their rules are arrows of their own", () => {
  const subject = subjectIn({
    "a.yaml": workload("a", "web", 80) + workload("a", "api", 80) + workload("a", "db", 5432),
    "admin.yaml": ADMIN,
  });
  const { policies, links, boxes } = subject.model;
  assert.deepEqual(
    policies.map(({ name }) => name),
    ["10 · guard", "default"],
  );
  assert.deepEqual(
    links.map(({ id }) => id),
    [
      "workload:a/api[Deployment] -> workload:a/db[Deployment] allowed",
      "workload:a/db[Deployment] -> outside:target CIDR 169.254.169.254/32 forbidden",
      "workload:a/web[Deployment] -> workload:a/db[Deployment] forbidden",
    ],
  );
  const marks = boxes.find(({ name }) => name === "api")?.marks.map(({ text }) => text.en);
  assert.deepEqual(marks, ["in: cluster policy", "out: open"]);
  assert.match(svgOf(wiring.draw(subject, EVERYTHING, "vi"), "vi", undefined), />Policy cấp cluster</);
});
