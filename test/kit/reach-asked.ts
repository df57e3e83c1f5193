import type { Language } from "../../server/src/base/localized.ts";
import { render } from "../../server/src/features/describe/render.ts";
import { type Subject, subjectOf } from "../../server/src/features/diagram/build-model.ts";
import { leastPrivilege, manifestOf } from "../../server/src/features/network/least-privilege.ts";
import { concerns, deniedIn, wantedIn } from "../../server/src/features/network/unmet.ts";
import { describeReach } from "../../server/src/features/network/workload-hover.ts";
import { reachTitle } from "../../server/src/features/network/workload-lens.ts";
import { NetworkFiles } from "../../server/src/workspace/network-files.ts";
import { cursorOf, type Scene } from "./scene.ts";

/** `reach en`, `reach vi`: lens and hover of the workload at the cursor. */
export function reachAt(scene: Scene, argument: string): string {
  const { held, index, offset } = cursorOf(scene);
  const subject = subjectIn(scene);
  const object = subject.snapshot.objectAt(held.file, held.stream.positionAt(index, offset).line);
  const peer = subject.world.parties.peers.find(({ pods }) => pods.some(({ origin }) => origin === object?.origin));
  if (!peer || !object) return "nothing\n";
  const language = languageOf(argument);
  const denied = deniedIn(subject).filter((intent) => concerns(intent, object));
  const blocks = describeReach(subject.world, peer, denied);
  const hover = render(blocks, [language], { markdown: true, commandLinks: false });
  return `[${reachTitle(subject.world, peer)[language]}]\n${hover}\n`;
}

/** `least-privilege en`: the policies of all namespaces. */
export function leastPrivilegeOf(scene: Scene, argument: string): string {
  const subject = subjectIn(scene);
  const { world } = subject;
  const namespaces = new Set(world.parties.peers.map(({ namespace }) => namespace));
  return manifestOf(leastPrivilege(world, wantedIn(subject), namespaces), languageOf(argument));
}

const languageOf = (argument: string): Language => (argument === "vi" ? "vi" : "en");

function subjectIn({ workspace, files }: Scene): Subject {
  const network = new NetworkFiles("default");
  for (const { held } of files) network.put(workspace, held);
  return subjectOf(network.snapshot(), () => []);
}
