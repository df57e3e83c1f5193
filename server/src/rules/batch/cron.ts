import { nearest } from "../../base/nearest.ts";

/** Why a schedule does not read, as `cron.ParseStandard` of robfig/cron v3 decides. */
export type CronFault =
  | { readonly fault: "fields"; readonly count: number }
  | { readonly fault: "descriptor" }
  | { readonly fault: "field"; readonly index: number; readonly field: string };

export interface Cron {
  /** `TZ=…` before the fields, which newer servers refuse. */
  readonly zone: string | undefined;
  readonly rest: string;
  readonly fault: CronFault | undefined;
}

export function readCron(text: string): Cron {
  const [, zone, behind] = /^(?:CRON_)?TZ=(\S*)\s*(.*)$/.exec(text) ?? [];
  const rest = (behind ?? text).trim();
  return { zone, rest, fault: faultOf(rest) };
}

function faultOf(text: string): CronFault | undefined {
  if (text.startsWith("@")) return isDescriptor(text) ? undefined : { fault: "descriptor" };
  const fields = text === "" ? [] : text.split(/\s+/);
  if (fields.length !== FIELDS.length) return { fault: "fields", count: fields.length };
  const index = fields.findIndex((field, at) => !isField(field, FIELDS[at]));
  return index < 0 ? undefined : { fault: "field", index, field: fields[index] ?? "" };
}

export interface CronField {
  readonly least: number;
  readonly most: number;
  readonly names: readonly string[];
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** Minute, hour, day of the month, month, day of the week. */
export const FIELDS: readonly CronField[] = [
  { least: 0, most: 59, names: [] },
  { least: 0, most: 23, names: [] },
  { least: 1, most: 31, names: [] },
  { least: 1, most: 12, names: MONTHS },
  { least: 0, most: 6, names: DAYS },
];

const DESCRIPTORS = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];

const isDescriptor = (text: string): boolean =>
  DESCRIPTORS.includes(text) || /^@every [+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h))+$/.test(text);

function isField(text: string, field: CronField | undefined): boolean {
  const parts = text.split(",").filter((part) => part !== "");
  return field !== undefined && parts.length > 0 && parts.every((part) => rangeOf(part, field) !== undefined);
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

function rangeOf(text: string, field: CronField): Range | undefined {
  const [range = "", step, ...tooMany] = text.split("/");
  const [low = "", high, ...hyphens] = range.split("-");
  if (tooMany.length > 0 || hyphens.length > 0) return undefined;
  const stride = step === undefined ? 1 : /^\d+$/.test(step) ? Number(step) : 0;
  if (stride === 0) return undefined;
  if (low === "*" || low === "?") return { from: field.least, to: field.most, step: stride };
  const from = numberOf(low, field);
  const to = high === undefined ? (step === undefined ? from : field.most) : numberOf(high, field);
  if (from === undefined || to === undefined) return undefined;
  return from >= field.least && to <= field.most && from <= to ? { from, to, step: stride } : undefined;
}

function numberOf(text: string, { least, names }: CronField): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = names.indexOf(text.toLowerCase());
  return index < 0 ? undefined : index + least;
}

/** Values that a field of a schedule that reads takes. */
export function valuesOf(text: string, index: number): readonly number[] {
  const field = FIELDS[index];
  if (!field) return [];
  return text.split(",").flatMap((part) => {
    const range = part === "" ? undefined : rangeOf(part, field);
    if (!range) return [];
    const count = Math.floor((range.to - range.from) / range.step) + 1;
    return Array.from({ length: count }, (_, at) => range.from + at * range.step);
  });
}

/** Schedules that a faulty one may stand for, likeliest first; all of them read. */
export function repairedCron(text: string): readonly string[] {
  const plain = text.trim().replace(/\s+/g, " ");
  const tries = plain.startsWith("@") ? repairedDescriptor(plain) : repairedFields(plain.split(" "));
  return [...new Set(tries)].filter((each) => each !== text && !faultOf(each));
}

function repairedDescriptor(text: string): readonly string[] {
  const [, number = "", unit = ""] = /^@every[\s_-]*(\d+)\s*([a-z]*)$/i.exec(text) ?? [];
  if (number === "" && text.startsWith("@every")) return [];
  if (number === "") return nearest(text, DESCRIPTORS);
  const letter = /^s/i.test(unit) ? "s" : /^h/i.test(unit) ? "h" : /^d/i.test(unit) ? "d" : "m";
  return [letter === "d" ? `@every ${Number(number) * 24}h` : `@every ${number}${letter}`];
}

function repairedFields(fields: readonly string[]): readonly string[] {
  const count = fields.length;
  // Seconds in front, or a year behind, as other schedulers have them.
  if (count === 7) return [fields.slice(1, 6).join(" ")];
  if (count === 6) {
    const [without, behind] = [fields.slice(1).join(" "), fields.slice(0, 5).join(" ")];
    return /^(?:\*|\d{4})$/.test(fields[5] ?? "") && fields[0] !== "0" ? [behind, without] : [without, behind];
  }
  if (count < 5) return count < 3 ? [] : [[...fields, ...Array<string>(5 - count).fill("*")].join(" ")];
  const repaired = fields.map((field, index) => repairedField(field, FIELDS[index]));
  return [repaired.join(" ")];
}

function repairedField(text: string, field: CronField | undefined): string {
  if (!field || isField(text, field)) return text;
  const part = (each: string): string => {
    if (rangeOf(each, field)) return each;
    const words = each.replace(/[a-z]{3,}/gi, (word) => nameFor(word, field));
    const swapped = /^(\d+)-(\d+)(\/\d+)?$/.exec(words);
    if (swapped && Number(swapped[1]) > Number(swapped[2])) {
      const turned = `${swapped[2]}-${swapped[1]}${swapped[3] ?? ""}`;
      if (rangeOf(turned, field)) return turned;
    }
    if (/^\*?\/?\d+$/.test(words) && words.startsWith("/")) return `*${words}`;
    return words.replace(/\/0+$/, "/1").replace(/^\d+$/, (number) => String(within(Number(number), field)));
  };
  return text.split(",").map(part).join(",");
}

/** 60 minutes, 24 hours and day 7 are the zero of the next round. */
function within(number: number, { least, most }: CronField): number {
  if (number >= least && number <= most) return number;
  return number === most + 1 && least === 0 ? 0 : number < least ? least : most;
}

const nameFor = (word: string, { names }: CronField): string =>
  names.find((name) => word.toLowerCase().startsWith(name)) ?? word;

/** True when no month of the schedule has the day it asks for: `0 0 31 2 *`. */
export function neverRuns(text: string): boolean {
  const fields = text.split(/\s+/);
  const [, , day = "", month = "", weekday = ""] = fields;
  if (fields.length !== 5 || isStar(day) || isStar(month) || !isStar(weekday)) return false;
  const days = valuesOf(day, 2);
  return valuesOf(month, 3).every((each) => days.every((one) => one > (LENGTHS[each - 1] ?? 31)));
}

const isStar = (field: string): boolean => /^[*?]/.test(field);

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
