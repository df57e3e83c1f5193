import type { Language, LanguageChoice, Localized } from "../../base/localized.ts";
import { bytesOf, type Layer } from "../../engines/path/layers.ts";
import type { Hop, Packet } from "../../engines/path/walk.ts";
import { MODEL_WORDS } from "./models/names.ts";
import { REASONS } from "./models/steps.ts";
import {
  ACTION_WORDS,
  ENTRY_NODE,
  PLACE_WORDS,
  PROGRAMMER_WORDS,
  SITUATION_WORDS,
  UNAVAILABLE_WORDS,
} from "./models/terms.ts";
import type { JoinedPath, Misunderstanding, PathVerdict } from "./path.ts";
import { caveatInWords, nearMissInWords, OWN_NODE, policyInWords, sideInWords } from "./words.ts";

/** A path for a terminal, once in each language. */
export const pathAsText = (joined: JoinedPath, languages: LanguageChoice): string =>
  languages.map((language) => inLanguage(joined, language)).join("\n");

function inLanguage(joined: JoinedPath, language: Language): string {
  const { path, verdict } = joined;
  const { question, unavailable, hops } = path;
  const { protocol, ports } = question;
  const lines = [
    `${joined.from} → ${joined.to} ${protocol} ${ports.dialled}, ${SITUATION_WORDS[question.situation][language]}`,
    [MODEL_WORDS[question.model].name[language], ...(path.proxy ? [`kube-proxy ${path.proxy}`] : [])].join(" · "),
  ];
  if (unavailable) return [...lines, UNAVAILABLE_WORDS[unavailable][language], ""].join("\n");
  lines.push(`MTU: ${mtuInWords(joined)[language]}`, "");
  const end = verdict?.droppedAt;
  const travelled = end === undefined ? hops : hops.slice(0, end + 1);
  travelled.forEach((hop, i) => {
    const place = placeInWords(hop, joined)[language];
    lines.push(`${String(i + 1).padStart(3)}. ${place} · ${hop.device.name} · ${doingInWords(hop)[language]}`);
    // A packet that stays as it is need not be read again.
    if (i === 0 || hop.after !== hop.before) lines.push(`     ${packetInWords(hop.after)}`);
    lines.push(`     ${REASONS[hop.why][language]} [${PROGRAMMER_WORDS[hop.by][language]}]`);
  });
  if (end !== undefined) lines.push(`  ✗  ${DROPPED[language]}`);
  if (verdict) lines.push("", ...verdictLines(verdict, language));
  return [...lines, ""].join("\n");
}

const DROPPED: Localized = {
  en: "Dropped here by policies.",
  vi: "Bị policy chặn tại đây.",
};

export function mtuInWords({ path: { mtu } }: JoinedPath): Localized {
  const fits = mtu.fits
    ? { en: "", vi: "" }
    : { en: "; the largest packets do not fit", vi: "; gói tin lớn nhất không vừa" };
  return {
    en: `network ${mtu.link}, Pod ${mtu.pod}, headers on this path ${mtu.overhead}${fits.en}`,
    vi: `mạng ${mtu.link}, Pod ${mtu.pod}, header trên đường này ${mtu.overhead}${fits.vi}`,
  };
}

/** The first node of a packet from outside is where it comes in. */
export function placeInWords({ place }: Pick<Hop, "place">, { path }: Pick<JoinedPath, "path">): Localized {
  const isEntering = path.question.situation === "node-port" || path.question.situation === "from-outside";
  return place === "source-node" && isEntering ? ENTRY_NODE : PLACE_WORDS[place];
}

export function doingInWords({ action, pushed, popped, nat, policy }: Hop): Localized {
  const layer = pushed ?? popped;
  const detail = layer ? ` ${layerInShort(layer)}` : "";
  const what = nat === "source" ? SOURCE : nat === "destination" ? DESTINATION : ACTION_WORDS[action];
  const looks = policy === undefined ? { en: "", vi: "" } : POLICY_HERE[policy];
  return { en: `${what.en}${detail}${looks.en}`, vi: `${what.vi}${detail}${looks.vi}` };
}

const SOURCE: Localized = { en: "translates the source", vi: "dịch địa chỉ nguồn" };
const DESTINATION: Localized = { en: "translates the destination", vi: "dịch địa chỉ đích" };

const POLICY_HERE: Readonly<Record<"egress" | "ingress", Localized>> = {
  egress: { en: ", egress policies", vi: ", policy chiều ra (egress)" },
  ingress: { en: ", ingress policies", vi: ", policy chiều vào (ingress)" },
};

/** `VXLAN (UDP 8472, 50 B)` */
function layerInShort(layer: Layer): string {
  const { carrier } = layer;
  if (carrier.kind === "frame") return layer.name;
  const where = carrier.kind === "udp" ? `UDP ${carrier.port}` : `IP ${carrier.number}`;
  return `${layer.name} (${where}, ${bytesOf(layer)} B)`;
}

/** `192.168.1.11 → 192.168.1.12 | VXLAN | 10.244.1.7:40000 → 10.244.2.9:80`, outermost first. */
function packetInWords({ outer, source, destination }: Packet): string {
  const layers = outer.map(({ layer, from, to }) =>
    from === undefined ? `${layer.name} | ` : `${from} → ${to} | ${layer.name} | `,
  );
  return `${layers.join("")}${source.address}:${source.port} → ${destination.address}:${destination.port}`;
}

export function verdictLines(
  { reasons, allowed, isEnforced, namesServicePort }: PathVerdict,
  language: Language,
): readonly string[] {
  if (reasons.always) return [OWN_NODE[language]];
  const sides = [reasons.egress, reasons.ingress].flatMap((side) => [
    sideInWords(side)[language],
    ...side.policies.map((policy) => `  ${policyInWords(policy)[language]}`),
    ...side.nearMisses.map((miss) => `  ~ ${nearMissInWords(miss)[language]}`),
  ]);
  const isAllowed = allowed.egress && allowed.ingress;
  const answer = isAllowed ? ALLOWED : isEnforced ? BLOCKED : NOT_ENFORCED;
  const caveats = reasons.caveats.map((caveat) => `? ${caveatInWords(caveat)[language]}`);
  const hint = namesServicePort ? [SERVICE_PORT[language]] : [];
  return [answer[language], ...hint, ...sides, ...caveats];
}

const SERVICE_PORT: Localized = {
  en: "A policy names the Service's port, but policies see the Pod's own port (`targetPort`).",
  vi: "Có policy ghi cổng của Service, nhưng policy xét cổng của chính Pod (`targetPort`).",
};

const ALLOWED: Localized = { en: "Policies allow this connection.", vi: "Policy cho phép kết nối này." };
const BLOCKED: Localized = { en: "Policies block this connection.", vi: "Policy chặn kết nối này." };
const NOT_ENFORCED: Localized = {
  en: "Policies would block this connection, but this network does not enforce any.",
  vi: "Policy lẽ ra chặn kết nối này, nhưng mạng này không thực thi policy nào.",
};

/** Why a question about a path has no answer. */
export function misunderstood(answer: Misunderstanding): Localized {
  switch (answer.kind) {
    case "unknown":
      return { en: `Nothing is called ${answer.name}.`, vi: `Không có gì tên ${answer.name}.` };
    case "ambiguous":
      return { en: `${answer.name} may mean several things.`, vi: `${answer.name} có thể chỉ nhiều thứ.` };
    case "no-port":
      return {
        en: `Choose a port: ${answer.choices.join(", ") || "the other end declares none"}.`,
        vi: `Hãy chọn cổng: ${answer.choices.join(", ") || "đầu bên kia không khai báo cổng nào"}.`,
      };
    case "no-endpoint":
      return { en: `No Pod stands behind ${answer.service}.`, vi: `Không có Pod nào sau ${answer.service}.` };
    case "two-outsiders":
      return { en: "One end has to be in the cluster.", vi: "Một đầu phải nằm trong cluster." };
  }
}
