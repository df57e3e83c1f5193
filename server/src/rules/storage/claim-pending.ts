import type { Localized } from "../../base/localized.ts";
import type { Span } from "../../base/span.ts";
import type { ResourceFacts } from "../../model/facts.ts";
import type { Resource } from "../../model/resource.ts";
import type { Obstacle, StorageClass } from "../../workspace/storage-cluster.ts";
import { at } from "../../yaml/node.ts";
import { spanOf } from "../given.ts";
import { type Draft, type Severity, workspaceRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { claimRepairs, hasStrayLabels, volumeRemedies } from "./claim-repairs.ts";
import { claim, file, NO_CLASS, volume } from "./example.ts";
import { NO_PROVISIONER, type Stuck, stuckClaim } from "./stuck.ts";
import { className, joined, missText } from "./words.ts";

export default workspaceRule({
  id: "storage/claim-pending",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: ["PersistentVolumeClaim"],
  docs: {
    title: { en: "Claim that stays Pending", vi: "Claim ở mãi trạng thái Pending" },
    why: {
      en: "A claim binds only to a volume that is large enough and has the same class and volumeMode, every access mode that is asked for, and the labels of the selector. Until there is one, the claim and every Pod that uses it wait.",
      vi: "Claim chỉ được ghép với volume đủ lớn, cùng class và volumeMode, có mọi access mode được yêu cầu và label khớp selector. Chưa có volume như vậy thì claim và mọi Pod dùng nó đều phải chờ.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding"],
  },
  bad: [
    {
      title: { en: "The volume is too small", vi: "Volume quá nhỏ" },
      manifest: file(
        claim("du-lieu", { size: "10Gi #! @10Gi", more: NO_CLASS }),
        volume("pv-a #! storage/volume-nearly-fits @pv-a", { size: "10G" }),
      ),
      fixed: file(claim("du-lieu", { size: "10G", more: NO_CLASS }), volume("pv-a", { size: "10G" })),
    },
    {
      title: { en: "The volume that is named lacks an access mode", vi: "Volume được chỉ định thiếu access mode" },
      manifest: file(
        claim("du-lieu", { modes: "ReadWriteMany", more: [...NO_CLASS, "volumeName: pv-a"] }).replace(
          "[ReadWriteMany]",
          "[ReadWriteMany] #! @[ReadWriteMany]",
        ),
        volume("pv-a #! storage/volume-nearly-fits @pv-a"),
      ),
    },
    {
      title: { en: "The volume that is named does not exist", vi: "Volume được chỉ định không tồn tại" },
      manifest: file(
        claim("du-lieu #! @du-lieu", { more: [...NO_CLASS, "volumeName: pv-b #! reference/missing-target @pv-b"] }),
        volume("pv-a"),
      ),
    },
  ],
  good: [
    {
      title: { en: "A larger volume of the same class", vi: "Volume lớn hơn, cùng class" },
      manifest: file(
        claim("du-lieu", { more: NO_CLASS }),
        volume("pv-a", { size: "20Gi", modes: "ReadWriteOnce, ReadOnlyMany" }),
      ),
    },
  ],
  *check(resource, facts, view) {
    const stuck = stuckClaim(facts, view);
    const severity = stuck && severityOf(stuck);
    if (!stuck || !severity || stuck.report.reasons.includes("VOLUMES_TAKEN")) return;
    const [nearest] = stuck.misses;
    const only = nearest?.obstacles.length === 1 ? nearest.obstacles[0] : undefined;
    yield {
      span: placeOf(resource, facts, only),
      severity,
      message: joined(headOf(stuck), ...reasonsOf(stuck), ...adviceOf(stuck)),
      related: relatedOf(stuck),
      fixes: () => claimRepairs(resource, stuck),
      remedies: () => volumeRemedies(stuck),
    };
  },
});

/** An error where nothing outside the files could help; silence where a cluster that we do not know surely might. */
function severityOf({ certainty, misses, claim, report, cluster }: Stuck): Severity | undefined {
  const [nearest] = misses;
  const isNear = nearest !== undefined && nearest.obstacles.length === 1;
  const sameClass = isNear && nearest.volume.className === claim.className && claim.className !== "";
  switch (certainty) {
    case "sure":
      return "error";
    case "likely":
      // Without any volume here they are surely kept elsewhere.
      if (cluster.world.volumes.length === 0) return "hint";
      return isNear || report.reasons.includes("VOLUME_NOT_FOUND") ? "warning" : "information";
    case "unknown":
      return sameClass && !nearest.obstacles.includes("CLAIMED_BY_OTHER") ? "warning" : undefined;
  }
}

function headOf({ claim, report, cluster, misses }: Stuck): Localized {
  const { reasons } = report;
  const volumeName = quoted(claim.volumeName);
  if (reasons.includes("VOLUME_NOT_FOUND"))
    return {
      en: `The claim stays Pending, without any event: there is no volume ${volumeName}.`,
      vi: `Claim sẽ ở mãi trạng thái Pending mà không có event nào: không có volume ${volumeName}.`,
    };
  if (report.outcome === "lost")
    return {
      en: "The claim is Lost: it says that it is bound already, but its volume does not agree.",
      vi: "Claim sẽ ở trạng thái Lost: nó ghi rằng đã được ghép, nhưng volume thì không.",
    };
  if (reasons.includes("VOLUME_MISMATCH") || reasons.includes("VOLUME_CLAIMED_BY_OTHER"))
    return {
      en: `The claim stays Pending: the volume ${volumeName} that it names cannot serve it.`,
      vi: `Claim sẽ ở mãi trạng thái Pending: volume ${volumeName} mà nó chỉ định không đáp ứng được.`,
    };
  const provisioner = cluster.classOf(claim)?.provisioner;
  const name = className(report.effectiveClass ?? "");
  const nobody =
    provisioner === undefined
      ? { en: "", vi: "" }
      : { en: `, and the class ${name.en} makes none`, vi: `, và class ${name.vi} không tự tạo volume` };
  return misses.length === 0
    ? {
        en: `The claim stays Pending: no file here has a volume for it${nobody.en}.`,
        vi: `Claim sẽ ở mãi trạng thái Pending: không tệp nào ở đây có volume cho nó${nobody.vi}.`,
      }
    : {
        en: `The claim stays Pending: no volume fits${nobody.en}.`,
        vi: `Claim sẽ ở mãi trạng thái Pending: không volume nào phù hợp${nobody.vi}.`,
      };
}

/** Messages are one line: of many volumes the nearest ones say enough. */
const SHOWN = 3;

function reasonsOf({ claim, misses, report, cluster }: Stuck): readonly Localized[] {
  if (report.reasons.includes("VOLUME_NOT_FOUND")) {
    const near = cluster.world.volumes.map(({ name }) => name).slice(0, SHOWN);
    if (near.length === 0) return [];
    const names = either(near);
    return [{ en: `There is ${names.en}.`, vi: `Chỉ có ${names.vi}.` }];
  }
  const texts = misses
    .filter(({ obstacles }) => obstacles.length > 0)
    .slice(0, SHOWN)
    .map(({ volume, obstacles }) => missText(claim, volume, obstacles));
  if (texts.length === 0) return [];
  const more = misses.length - texts.length;
  const rest = more > 0 ? { en: `; and ${more} more`, vi: `; và ${more} volume khác` } : { en: "", vi: "" };
  return [
    {
      en: `${texts.map(({ en }) => en).join("; ")}${rest.en}.`,
      vi: `${texts.map(({ vi }) => vi).join("; ")}${rest.vi}.`,
    },
  ];
}

function adviceOf(stuck: Stuck): readonly Localized[] {
  const { claim, report, cluster } = stuck;
  const isStopped =
    report.reasons.includes("VOLUME_NOT_FOUND") && claim.volumeName !== "" && provides(cluster.classOf(claim));
  return [
    ...(hasStrayLabels(stuck)
      ? [
          {
            en: "The claim has those labels itself, but only labels of volumes count.",
            vi: "Chính claim có các label đó, nhưng chỉ label của volume mới được xét.",
          },
        ]
      : []),
    ...(isStopped
      ? [
          {
            en: "As long as it names a volume, its class makes none.",
            vi: "Khi claim còn chỉ định volume, class của nó không cấp phát volume mới.",
          },
        ]
      : []),
  ];
}

const provides = (storageClass: StorageClass | undefined): boolean =>
  storageClass !== undefined && storageClass.provisioner !== NO_PROVISIONER;

function relatedOf({ cluster, claim, misses }: Stuck): NonNullable<Draft["related"]> {
  return misses.slice(0, SHOWN).flatMap(({ volume, obstacles }) => {
    const entry = cluster.entry("PersistentVolume", "", volume.name);
    return entry ? [{ span: entry.facts.nameSpan, entry, message: missText(claim, volume, obstacles) }] : [];
  });
}

const FIELDS: Readonly<Partial<Record<Obstacle, readonly string[]>>> = {
  CAPACITY_TOO_SMALL: ["spec", "resources", "requests", "storage"],
  STORAGE_CLASS_MISMATCH: ["spec", "storageClassName"],
  ACCESS_MODES_MISMATCH: ["spec", "accessModes"],
  VOLUME_MODE_MISMATCH: ["spec", "volumeMode"],
  VOLUME_ATTRIBUTES_CLASS_MISMATCH: ["spec", "volumeAttributesClassName"],
};

/** The field in the way, where there is one and no other; else the claim's name. */
function placeOf(resource: Resource, facts: ResourceFacts, only: Obstacle | undefined): Span {
  const path = only && FIELDS[only];
  const node = path && at(resource.root, ...path);
  return node ? spanOf(node) : facts.nameSpan;
}
