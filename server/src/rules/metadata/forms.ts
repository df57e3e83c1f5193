import type { Localized } from "../../base/localized.ts";
import { DNS_LABEL, DNS_SUBDOMAIN } from "../../base/names.ts";

/** What text the API server takes for a name. */
export interface NameForm {
  readonly pattern: RegExp;
  readonly most: number;
  /** What it may be made of. */
  readonly made: Localized;
}

/** RFC 1123 label: names of namespaces and containers. */
export const LABEL: NameForm = {
  pattern: DNS_LABEL,
  most: 63,
  made: {
    en: "lower-case letters, digits and `-`, a letter or digit at both ends",
    vi: "chữ thường, chữ số và `-`, hai đầu là chữ hoặc số",
  },
};

/** RFC 1035 label: names of Services. */
export const LABEL_1035: NameForm = {
  pattern: /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/,
  most: 63,
  made: {
    en: "lower-case letters, digits and `-`, beginning with a letter",
    vi: "chữ thường, chữ số và `-`, bắt đầu bằng chữ",
  },
};

/** RFC 1123 subdomain: names of most objects. */
export const SUBDOMAIN: NameForm = {
  pattern: DNS_SUBDOMAIN,
  most: 253,
  made: {
    en: "lower-case letters, digits, `-` and `.`, a letter or digit at both ends",
    vi: "chữ thường, chữ số, `-` và `.`, hai đầu là chữ hoặc số",
  },
};

/** What may stand between two slashes of a URL: names of roles and their bindings. */
export const SEGMENT: NameForm = {
  pattern: /^(?!\.{1,2}$)[^/%]+$/,
  most: Number.POSITIVE_INFINITY,
  made: { en: "anything but `/` and `%`", vi: "mọi ký tự trừ `/` và `%`" },
};

/** Values of labels. */
export const LABEL_VALUE: NameForm = {
  pattern: /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/,
  most: 63,
  made: {
    en: "letters, digits, `-`, `_` and `.`, a letter or digit at both ends",
    vi: "chữ, số, `-`, `_` và `.`, hai đầu là chữ hoặc số",
  },
};

/** What is wrong with `text`, as the end of a sentence; undefined when it has the form. */
export function formFault(text: string, form: NameForm): Localized | undefined {
  if (text.length > form.most)
    return {
      en: `is ${text.length} characters long, ${form.most} are allowed`,
      vi: `dài ${text.length} ký tự, tối đa là ${form.most}`,
    };
  if (form.pattern.test(text)) return undefined;
  return { en: `must be ${form.made.en}`, vi: `chỉ gồm ${form.made.vi}` };
}

/** The text that was meant, in the form; undefined where that is a guess. */
export function reformed(text: string, form: NameForm): string | undefined {
  // `<name>` is to be filled in.
  if (/[<>]/.test(text)) return undefined;
  const plain = withoutMarks(text.trim());
  const candidate = form === LABEL_VALUE ? looseValue(plain) : strictName(plain, form === SUBDOMAIN);
  return candidate !== text && candidate !== "" && candidate.length <= form.most && form.pattern.test(candidate)
    ? candidate
    : undefined;
}

const withoutMarks = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

const looseValue = (text: string): string =>
  text.replace(/[^-A-Za-z0-9_.]+/g, "-").replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "");

function strictName(text: string, dots: boolean): string {
  const dashed = text
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(dots ? /[^a-z0-9.]+/g : /[^a-z0-9]+/g, "-");
  return dashed.replace(/-*\.[-.]*/g, ".").replace(/^[-.]+|[-.]+$/g, "");
}

/** A label's or annotation's key: an optional DNS subdomain with `/`, then a name. */
export function keyFault(key: string): Localized | undefined {
  const slash = key.indexOf("/");
  const name = key.slice(slash + 1);
  if (name.includes("/")) return { en: "may hold one `/` only", vi: "chỉ được có một dấu `/`" };
  if (slash === 0) return { en: "needs a domain before its `/`", vi: "cần tên miền trước dấu `/`" };
  if (slash > 0 && formFault(key.slice(0, slash), SUBDOMAIN))
    return { en: "needs a DNS name before its `/`", vi: "cần tên DNS hợp lệ trước dấu `/`" };
  return name === "" ? { en: "needs a name", vi: "cần có tên" } : formFault(name, LABEL_VALUE);
}

export function reformedKey(key: string): string | undefined {
  const slash = key.lastIndexOf("/");
  const name = key.slice(slash + 1);
  const wanted = formFault(name, LABEL_VALUE) ? reformed(name, LABEL_VALUE) : name;
  if (slash < 0) return wanted;
  const prefix = key.slice(0, slash);
  const domain = formFault(prefix, SUBDOMAIN) ? reformed(prefix, SUBDOMAIN) : prefix;
  if (wanted === undefined || wanted === "" || (slash > 0 && domain === undefined)) return undefined;
  const whole = slash === 0 ? wanted : `${domain}/${wanted}`;
  return keyFault(whole) ? undefined : whole;
}
