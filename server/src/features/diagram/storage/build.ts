import { Memo } from "../../../base/memo.ts";
import type { Subject } from "../build-model.ts";
import type { Model } from "../model.ts";
import { Sheet } from "../sheet.ts";
import { addVolumes } from "./boxes.ts";
import { addBindings, addMisses, addProvision } from "./links.ts";
import { Site } from "./site.ts";
import { addClaims, addUsers, usersOf } from "./workloads.ts";

/** One cluster, drawn up. */
export interface StoragePart {
  readonly folder: string;
  readonly site: Site;
  readonly model: Model;
}

const memo = new Memo<Subject, readonly StoragePart[]>();

/** What there is of storage in each cluster; around `focus` all that there is to say. */
export const storageParts = (subject: Subject, focus: string | undefined): readonly StoragePart[] =>
  focus === undefined ? memo.of(subject, (asked) => draw(asked, undefined)) : draw(subject, focus);

function draw({ sites, snapshot }: Subject, focus: string | undefined): readonly StoragePart[] {
  const owners = new Map<string, number>();
  return sites.map(({ cluster, folder }, index) => {
    const idOf = (plain: string): string => {
      const owner = owners.get(plain) ?? index;
      owners.set(plain, owner);
      return owner === index ? plain : `${plain} ~${folder.split("/").at(-1)}`;
    };
    const site = new Site(cluster, snapshot, new Sheet(), idOf);
    const users = usersOf(site);
    addVolumes(site);
    const homes = addClaims(site, users);
    addUsers(site, users);
    addProvision(site, homes);
    addBindings(site, homes);
    addMisses(site, homes, focus);
    const { boxes, links } = site.sheet;
    const names = new Set(boxes.flatMap(({ namespace }) => namespace ?? []));
    const namespaces = [...names].sort().map((name) => ({ name, policies: [] }));
    return { folder, site, model: { boxes, links, namespaces, policies: [] } };
  });
}

/** All clusters as one. */
export function joinedModel(parts: readonly { readonly model: Model }[]): Model {
  const names = new Set(parts.flatMap(({ model }) => model.namespaces.map(({ name }) => name)));
  return {
    boxes: parts.flatMap(({ model }) => model.boxes),
    links: parts.flatMap(({ model }) => model.links),
    namespaces: [...names].sort().map((name) => ({ name, policies: [] })),
    policies: [],
  };
}
