import { at, isSet, type Json, type JsonMap, listOf, mapOf, optionalText, textOf } from "../base/json.ts";
import { POD_MAKERS } from "../model/pod-templates.ts";

type Path = readonly (string | number)[];

/** An address that a manifest mentions, such as a client is told in its environment. */
export interface Dial {
  readonly host: string;
  readonly port: number | undefined;
  /** `http`, and `postgresql` of `jdbc:postgresql`. */
  readonly scheme: string | undefined;
  /** A word with neither scheme nor port, below a key that asks for a host: an address only if something has that name. */
  readonly isBare: boolean;
  /** Key of a ConfigMap that it stands in. */
  readonly key: string | undefined;
  readonly path: Path;
}

/** A ConfigMap that a container reads; `key` undefined: all of it. */
export interface ConfigUse {
  readonly name: string;
  readonly key: string | undefined;
}

/** Whom an object means to call, as far as its manifest says so. */
export interface Dials {
  readonly dials: readonly Dial[];
  readonly configMaps: readonly ConfigUse[];
}

/** Undefined for objects that tell of no addresses. */
export function dialsOf(group: string, kind: string, json: JsonMap): Dials | undefined {
  if (group === "" && kind === "ConfigMap") {
    const said = Object.entries(mapOf(json.data)).map(([key, value]) => ({ key, text: textOf(value) }));
    const dials = said.flatMap(({ key, text }) => heard({ key, text, path: ["data", key], others: said, map: key }));
    return dials.length > 0 ? { dials, configMaps: [] } : undefined;
  }
  const path = POD_MAKERS.get(kind);
  if (!path || kind === "PodTemplate") return undefined;
  const spec = mapOf(at(json, ...path, "spec"));
  const containers = (["initContainers", "containers"] as const).flatMap((list) =>
    listOf(spec[list]).map((each, i) => ofContainer(mapOf(each), [...path, "spec", list, i])),
  );
  const mounted = listOf(spec.volumes).flatMap((volume) => useOf(mapOf(volume).configMap, undefined));
  const dials = containers.flatMap((each) => each.dials);
  const configMaps = [...containers.flatMap((each) => each.configMaps), ...mounted];
  return dials.length + configMaps.length > 0 ? { dials, configMaps } : undefined;
}

function ofContainer(container: JsonMap, path: Path): Dials {
  const env = listOf(container.env).map(mapOf);
  const said = env.map(({ name, value }) => ({ key: textOf(name), text: textOf(value) }));
  const inEnv = said.flatMap((each, i) => heard({ ...each, path: [...path, "env", i, "value"], others: said }));
  const inWords = (["command", "args"] as const).flatMap((list) =>
    listOf(container[list]).flatMap((word, i) => heard({ key: "", text: textOf(word), path: [...path, list, i] })),
  );
  const references = env.flatMap(({ valueFrom }) => {
    const reference = mapOf(valueFrom).configMapKeyRef;
    return useOf(reference, optionalText(mapOf(reference).key));
  });
  const whole = listOf(container.envFrom).flatMap((each) => useOf(mapOf(each).configMapRef, undefined));
  return { dials: [...inEnv, ...inWords], configMaps: [...references, ...whole] };
}

function useOf(reference: Json | undefined, key: string | undefined): readonly ConfigUse[] {
  const name = isSet(reference) ? optionalText(mapOf(reference).name) : undefined;
  return name ? [{ name, key }] : [];
}

interface Said {
  readonly key: string;
  readonly text: string;
  readonly path: Path;
  /** What stands beside it: where the host is one setting, its port may be another. */
  readonly others?: readonly { readonly key: string; readonly text: string }[];
  readonly map?: string;
}

/** Longer texts are programs and certificates rather than settings. */
const LONGEST = 20_000;

function heard({ key, text, path, others = [], map }: Said): readonly Dial[] {
  if (text.length > LONGEST) return [];
  const isOneLine = !text.includes("\n");
  const spoken = isOneLine ? text : text.replace(/^\s*(?:#|\/\/).*$/gm, "");
  const words = spoken.split(/[\s,;"'`()<>[\]{}|=]+/).filter((word) => word.length > 0);
  const keyed = isOneLine && words.length === 1 && ASKS_FOR_HOST.test(key);
  return words.flatMap((word): readonly Dial[] => {
    const dial = readDial(word, keyed);
    if (!dial) return [];
    // In a long text an address elsewhere may be a mere remark.
    if (!isOneLine && dial.scheme !== undefined && isForeign(dial.host)) return [];
    const port = dial.port ?? (keyed ? portBeside(key, others) : undefined);
    return [{ ...dial, port, key: map, path }];
  });
}

const ASKS_FOR_HOST =
  /(?:HOST|HOSTNAME|ADDR|ADDRESS|SERVER|SERVICE|ENDPOINT|URL|URI|BROKERS?|DSN|UPSTREAM|TARGET|NODES)S?$/i;

/** `DB_PORT` beside `DB_HOST`. */
function portBeside(key: string, others: NonNullable<Said["others"]>): number | undefined {
  const wanted = key.replace(ASKS_FOR_HOST, "PORT").toUpperCase();
  const found = others.find((other) => other.key.toUpperCase() === wanted)?.text;
  return found !== undefined && /^\d{1,5}$/.test(found) ? Number(found) : undefined;
}

const isForeign = (host: string): boolean => host.split(".").length > 2 && !/\.svc(?:\.|$)/.test(host);

function readDial(word: string, keyed: boolean): Pick<Dial, "host" | "port" | "scheme" | "isBare"> | undefined {
  const [, written, rest = word] = /^([a-z][a-z0-9+.:-]*):\/\/(.*)$/i.exec(word) ?? [];
  const [authority = ""] = rest.split(/[/?#]/);
  const [, host = "", digits] = HOST.exec(authority.slice(authority.lastIndexOf("@") + 1)) ?? [];
  if (host === "" || !/[a-z]/.test(host)) return undefined;
  const scheme = written?.toLowerCase().split(":").at(-1);
  const port = digits === undefined ? undefined : Number(digits);
  const isBare = scheme === undefined && port === undefined;
  if (isBare && rest !== authority) return undefined;
  return !isBare || keyed || /\.svc(?:\.|$)/.test(host) ? { host, port, scheme, isBare } : undefined;
}

const HOST = /^([a-z0-9](?:[-a-z0-9.]*[a-z0-9])?)\.?(?::(\d{1,5}))?$/;
