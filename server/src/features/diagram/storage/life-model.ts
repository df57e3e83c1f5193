import { type Localized, same } from "../../../base/localized.ts";
import type { Model, Pointer, Standing } from "../model.ts";
import { Sheet } from "../sheet.ts";
import { claimStand, type Life, type Stand, volumeStand } from "./life.ts";
import { CLAIM_STATES, type Lane, type LifeMove, type LifeState, MOVES, VOLUME_STATES } from "./life-states.ts";

/** A state as it applies to what somebody looks at. */
export interface ShownState {
  readonly id: string;
  readonly lane: Lane;
  readonly state: LifeState<string>;
  /** `barred`: the object in question never gets there. */
  readonly role: "now" | "next" | "can" | "barred";
  /** Why it stands there; undefined where it does not. */
  readonly why: Localized | undefined;
  readonly at: Pointer | undefined;
}

export interface ShownMove {
  readonly id: string;
  readonly move: LifeMove;
  readonly from: string;
  readonly to: string;
  readonly isBarred: boolean;
  readonly title: Localized;
  readonly at: Pointer | undefined;
}

export interface LifePicture {
  readonly states: readonly ShownState[];
  readonly moves: readonly ShownMove[];
  readonly volumeWhy: Localized;
}

const stateId = (lane: Lane, state: string): string => `state:${lane}/${state}`;

/** Without a life it is what may become of any claim. */
export function lifePicture(life: Life | undefined): LifePicture {
  const nothing: Stand<never> = { now: undefined, next: undefined, why: same("") };
  const [claim, volume] = life ? [claimStand(life), volumeStand(life)] : [nothing, nothing];
  const states = [
    ...CLAIM_STATES.map((state) => shown("claim", state, claim, life)),
    ...VOLUME_STATES.map((state) => shown("volume", state, volume, life)),
  ];
  const barred = new Set(states.flatMap(({ id, role }) => (role === "barred" ? [id] : [])));
  const moves = MOVES.map((move): ShownMove => {
    const [from, to] = [stateId(move.from.lane, move.from.state), stateId(move.to.lane, move.to.state)];
    const policy = life?.policy;
    const isOther = policy !== undefined && move.policies !== undefined && !move.policies.includes(policy);
    return {
      id: `${from} -> ${to}`,
      move,
      from,
      to,
      isBarred: isOther || barred.has(from) || barred.has(to),
      title: move.label,
      at: move.policies ? life?.policyAt : undefined,
    };
  });
  return { states, moves, volumeWhy: volume.why };
}

function shown(
  lane: Lane,
  state: LifeState<string>,
  { now, next, why }: Stand<string>,
  life: Life | undefined,
): ShownState {
  const role =
    state.id === now ? "now" : state.id === next ? "next" : isBarred(lane, state.id, life) ? "barred" : "can";
  const home = lane === "claim" ? life?.claimAt : life?.volume && volumeAt(life);
  return {
    id: stateId(lane, state.id),
    lane,
    state,
    role,
    why: role === "now" || (role === "next" && now === undefined) ? why : undefined,
    at: state.id === "deleted" || state.id === "Released" ? life?.policyAt : role === "now" ? home : undefined,
  };
}

export const volumeAt = ({ site, volume }: Life): Pointer | undefined =>
  volume && site.pointer("PersistentVolume", "", volume.name);

const PROVISIONED_BY = "pv.kubernetes.io/provisioned-by";

function isBarred(lane: Lane, state: string, life: Life | undefined): boolean {
  if (!life || lane === "claim") return false;
  const { volume, isMade, policy } = life;
  switch (state) {
    case "made":
      return volume ? !volume.annotations.has(PROVISIONED_BY) : !isMade;
    case "Available":
      return isMade;
    case "deleted":
      return policy !== undefined && policy !== "Delete";
    case "Failed":
      return policy === "Retain";
    default:
      return false;
  }
}

const STANDINGS: Readonly<Record<"now" | "next", Standing>> = { now: "settled", next: "waiting" };

export const ROLE_WORDS: Readonly<Record<"now" | "next", Localized>> = {
  now: { en: "now", vi: "hiện tại" },
  next: { en: "next", vi: "tiếp theo" },
};

/** The same for tables and other tools. */
export function lifeModel({ states, moves }: LifePicture): Model {
  const sheet = new Sheet();
  for (const { id, lane, state, role, why, at } of states) {
    const caption = lane === "claim" ? "PersistentVolumeClaim" : "PersistentVolume";
    const isHere = role === "now" || role === "next";
    sheet.box({
      id,
      kind: "state",
      namespace: undefined,
      name: state.id,
      caption,
      words: {
        name: { en: `${state.name.en} (${caption})`, vi: `${state.name.vi} (${caption})` },
        caption: same(caption),
      },
      title: state.what,
      marks: isHere
        ? [
            {
              id: `${id}!`,
              direction: undefined,
              state: STANDINGS[role],
              policies: [],
              text: ROLE_WORDS[role],
              title: why ?? state.what,
              at,
            },
          ]
        : [],
      at,
    });
  }
  for (const { id, from, to, isBarred: isOut, title, at } of moves) {
    if (isOut) continue;
    const ends = { from: { box: from, row: undefined }, to: { box: to, row: undefined } };
    sheet.link({ ...ends, id, kind: "becomes", title, at });
  }
  return { boxes: sheet.boxes, links: sheet.links, namespaces: [], policies: [] };
}
