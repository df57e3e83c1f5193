import { entranceRows, rowsBetween } from "./reach.ts";
import type { Scene } from "./scene.ts";

export function* asCsv({ world, asked, entrances }: Scene): Generator<string> {
  yield csvLine(["src", "dst", "conn"]);
  for (const { src, dst, ports } of rowsBetween(world, asked)) yield csvLine([src, dst, ports.key]);
  for (const { src, dst, ports } of entranceRows(entrances)) yield csvLine([src, dst, ports.key]);
}

/** RFC 4180: what holds a comma, a quote or a line break is quoted. */
export const csvLine = (fields: readonly string[]): string =>
  `${fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(",")}\n`;
