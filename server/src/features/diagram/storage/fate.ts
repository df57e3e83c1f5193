import { type Localized, same } from "../../../base/localized.ts";
import type { Pointer } from "../model.ts";

/** What may happen, from what happens often to what happens once. */
export const EVENTS = ["restart", "pod", "move", "claim", "node"] as const;

export type Event = (typeof EVENTS)[number];

export const EVENT_WORDS: Readonly<Record<Event, { readonly name: Localized; readonly what: Localized }>> = {
  restart: {
    name: { en: "Container restarts", vi: "Container khởi động lại" },
    what: { en: "It crashed, ran out of memory or failed its probe.", vi: "Do crash, hết bộ nhớ hoặc probe thất bại." },
  },
  pod: {
    name: { en: "Pod is deleted", vi: "Pod bị xóa" },
    what: {
      en: "By a rollout, an eviction or a person; another takes its place.",
      vi: "Do rollout, eviction hoặc con người; Pod khác thay thế.",
    },
  },
  move: {
    name: { en: "Pod changes its node", vi: "Pod đổi sang node khác" },
    what: { en: "The new Pod is scheduled elsewhere.", vi: "Pod mới được lập lịch ở nơi khác." },
  },
  claim: {
    name: { en: "Claim is deleted", vi: "Claim bị xóa" },
    what: {
      en: "kubectl delete pvc, or its namespace is deleted.",
      vi: "kubectl delete pvc, hoặc xóa namespace chứa nó.",
    },
  },
  node: {
    name: { en: "Node is lost for good", vi: "Mất hẳn node" },
    what: { en: "The machine never comes back.", vi: "Máy không bao giờ trở lại." },
  },
};

/** Whether the data are still there, and in few words how. */
export interface Fate {
  readonly state: "keeps" | "loses" | "depends" | "none";
  readonly words: Localized;
  readonly why: Localized;
  /** The line that decides; undefined where it is the volume itself. */
  readonly at: Pointer | undefined;
}

/** What is known of the storage behind a claim. */
export interface Behind {
  readonly policy: string | undefined;
  readonly policyAt: Pointer | undefined;
  /** Whence the storage can be reached. */
  readonly reach: "node" | "zone" | "anywhere" | "unknown";
  readonly isTemplate: boolean;
}

const fate = (state: Fate["state"], words: Localized, why: Localized, at?: Pointer): Fate => ({
  state,
  words,
  why,
  at,
});

const NONE: Fate = fate("none", same("–"), {
  en: "There is no claim: nothing to delete",
  vi: "Không có claim nào để xóa",
});

const GONE = { en: "gone", vi: "mất" };
const KEPT = { en: "kept", vi: "còn" };

/** The five fates of a kind of volume. `medium` is that of an emptyDir. */
export function fatesOf(
  type: string,
  medium: string | undefined,
  behind: Behind | undefined,
): Readonly<Record<Event, Fate>> {
  switch (type) {
    case "layer":
      return all(
        fate("loses", GONE, {
          en: "What a container writes outside of its volumes lives in its own layer, and a restart begins with the image again",
          vi: "Những gì container ghi ngoài các volume nằm ở lớp ghi riêng; khởi động lại là bắt đầu lại từ image",
        }),
      );
    case "emptyDir":
      return medium === "Memory" ? inMemory() : scratch();
    case "gitRepo":
      return scratch();
    case "hostPath":
      return onHost();
    case "configMap":
    case "secret":
    case "downwardAPI":
    case "projected":
    case "clusterTrustBundle":
      return fromApi(type);
    case "image":
      return fromImage();
    case "ephemeral":
      return ephemeral(behind);
    case "csi":
      return inlineCsi();
    case "persistentVolumeClaim":
    case "volumeClaimTemplate":
      return claimed(behind ?? { policy: undefined, policyAt: undefined, reach: "unknown", isTemplate: false });
    default:
      return elsewhere(type);
  }
}

const all = (one: Fate): Readonly<Record<Event, Fate>> => ({
  restart: one,
  pod: one,
  move: one,
  claim: NONE,
  node: one,
});

function scratch(): Readonly<Record<Event, Fate>> {
  const gone = fate("loses", GONE, {
    en: "An emptyDir lives as long as its Pod stays on its node",
    vi: "emptyDir chỉ tồn tại khi Pod còn ở trên node đó",
  });
  const why = { en: "It belongs to the Pod, not to the container", vi: "Thuộc về Pod, không thuộc về container" };
  return { ...all(gone), restart: fate("keeps", KEPT, why) };
}

function inMemory(): Readonly<Record<Event, Fate>> {
  const kept = fate(
    "keeps",
    { en: "kept, and counted as memory", vi: "còn, và tính vào bộ nhớ" },
    {
      en: "It is a tmpfs of the Pod: what is in it counts against the containers' memory limits",
      vi: "Đây là tmpfs của Pod: dữ liệu trong đó tính vào memory limit của container",
    },
  );
  return { ...scratch(), restart: kept };
}

function onHost(): Readonly<Record<Event, Fate>> {
  const kept = fate("keeps", KEPT, { en: "It is a directory of the node", vi: "Đây là thư mục của node" });
  const same = { en: "kept on that node", vi: "còn trên node đó" };
  return {
    restart: kept,
    pod: fate("depends", same, {
      en: "The directory stays on the node; a new Pod finds it only if it is scheduled there again",
      vi: "Thư mục vẫn ở trên node; Pod mới chỉ thấy lại nếu được lập lịch đúng node đó",
    }),
    move: fate(
      "loses",
      { en: "left behind on the old node", vi: "nằm lại node cũ" },
      {
        en: "The new node has a directory of its own at that path, or none",
        vi: "Node mới có thư mục riêng tại đường dẫn đó, hoặc không có gì",
      },
    ),
    claim: NONE,
    node: fate("loses", GONE, { en: "It was on the node's disk", vi: "Dữ liệu nằm trên đĩa của node" }),
  };
}

function fromApi(type: string): Readonly<Record<Event, Fate>> {
  const again = fate(
    "keeps",
    { en: "written anew from the API", vi: "ghi lại từ API" },
    {
      en: `The files of a ${type} come from objects of the API server, which no Pod or node takes with it`,
      vi: `Các tệp của ${type} lấy từ đối tượng trên API server, không mất theo Pod hay node`,
    },
  );
  const why = { en: "Nothing is written there but what the object holds", vi: "Ở đó chỉ có nội dung của đối tượng" };
  return { ...all(again), restart: fate("keeps", KEPT, why) };
}

function fromImage(): Readonly<Record<Event, Fate>> {
  const why = {
    en: "The content is read-only and comes from an image: it is pulled wherever the Pod runs",
    vi: "Nội dung chỉ đọc và lấy từ image: Pod chạy ở đâu thì kéo về ở đó",
  };
  return {
    ...all(fate("keeps", { en: "pulled again", vi: "kéo lại từ registry" }, why)),
    restart: fate("keeps", KEPT, why),
  };
}

function inlineCsi(): Readonly<Record<Event, Fate>> {
  const gone = fate("loses", GONE, {
    en: "The driver makes an inline volume for one Pod and removes it with the Pod",
    vi: "Driver tạo volume inline cho một Pod và xóa nó cùng Pod",
  });
  const why = { en: "It belongs to the Pod, not to the container", vi: "Thuộc về Pod, không thuộc về container" };
  return { ...all(gone), restart: fate("keeps", KEPT, why) };
}

function ephemeral(behind: Behind | undefined): Readonly<Record<Event, Fate>> {
  const isKept = behind?.policy === "Retain";
  const gone = isKept
    ? fate(
        "depends",
        { en: "volume kept: Retain", vi: "volume còn: Retain" },
        {
          en: "The claim belongs to the Pod and is deleted with it; its class retains the volume, but a new Pod gets a new, empty one",
          vi: "Claim thuộc về Pod và bị xóa theo; class giữ lại volume, nhưng Pod mới nhận một volume mới, trống",
        },
        behind.policyAt,
      )
    : fate("loses", GONE, {
        en: "The claim of a generic ephemeral volume is owned by its Pod and deleted with it",
        vi: "Claim của ephemeral volume thuộc về Pod và bị xóa cùng Pod",
      });
  const why = { en: "It belongs to the Pod, not to the container", vi: "Thuộc về Pod, không thuộc về container" };
  return {
    ...all(gone),
    restart: fate("keeps", KEPT, why),
    claim: fate(gone.state, { en: "goes with its Pod", vi: "mất theo Pod" }, gone.why, gone.at),
  };
}

/** Storage on the network that the Pod names itself. */
function elsewhere(type: string): Readonly<Record<Event, Fate>> {
  const why = {
    en: `The data of ${type} are on a server of their own: Kubernetes mounts them and never deletes them`,
    vi: `Dữ liệu của ${type} nằm trên máy chủ riêng: Kubernetes chỉ mount, không bao giờ xóa`,
  };
  return all(fate("keeps", KEPT, why));
}

function claimed({ policy, policyAt, reach, isTemplate }: Behind): Readonly<Record<Event, Fate>> {
  const kept = fate("keeps", KEPT, {
    en: "The claim outlives Pods: the next one mounts the same volume",
    vi: "Claim sống lâu hơn Pod: Pod kế tiếp mount lại đúng volume đó",
  });
  const pod = isTemplate
    ? fate("keeps", KEPT, {
        en: "The StatefulSet's Pod of the same number mounts the same claim again",
        vi: "Pod cùng số thứ tự của StatefulSet mount lại đúng claim đó",
      })
    : kept;
  return { restart: kept, pod, move: MOVED[reach], claim: afterClaim(policy, policyAt), node: LOST[reach] };
}

const MOVED: Readonly<Record<Behind["reach"], Fate>> = {
  node: fate(
    "depends",
    { en: "kept, but the Pod cannot move", vi: "còn, nhưng Pod không chuyển được" },
    {
      en: "The storage is on one node: a Pod that uses it can be scheduled nowhere else and stays Pending",
      vi: "Phần lưu trữ nằm trên một node: Pod dùng nó không thể chạy ở node khác và sẽ Pending",
    },
  ),
  zone: fate(
    "keeps",
    { en: "kept, within its zone", vi: "còn, trong cùng zone" },
    {
      en: "The disk is attached to the new node, which must be in the same zone",
      vi: "Đĩa được gắn sang node mới, miễn là node đó cùng zone",
    },
  ),
  anywhere: fate("keeps", KEPT, {
    en: "The storage is reached over the network from every node",
    vi: "Mọi node đều truy cập được phần lưu trữ qua mạng",
  }),
  unknown: fate(
    "depends",
    { en: "depends on the driver", vi: "tùy driver" },
    {
      en: "No file shows whether the storage can be reached from another node",
      vi: "Không tệp nào cho biết node khác có truy cập được phần lưu trữ hay không",
    },
  ),
};

const LOST: Readonly<Record<Behind["reach"], Fate>> = {
  node: fate("loses", GONE, { en: "The data were on the node's disk", vi: "Dữ liệu nằm trên đĩa của node" }),
  zone: fate(
    "keeps",
    { en: "kept, once detached", vi: "còn, sau khi được gỡ" },
    {
      en: "The disk stays attached to the lost node until it is detached: that may take minutes, or the taint node.kubernetes.io/out-of-service",
      vi: "Đĩa vẫn gắn với node đã mất cho tới khi được gỡ: có thể mất vài phút, hoặc cần taint node.kubernetes.io/out-of-service",
    },
  ),
  anywhere: fate("keeps", KEPT, { en: "The data are not on the node", vi: "Dữ liệu không nằm trên node" }),
  unknown: fate(
    "depends",
    { en: "depends on the driver", vi: "tùy driver" },
    { en: "No file shows where the data are", vi: "Không tệp nào cho biết dữ liệu nằm ở đâu" },
  ),
};

function afterClaim(policy: string | undefined, at: Pointer | undefined): Fate {
  switch (policy) {
    case "Delete":
      return fate(
        "loses",
        { en: "deleted: Delete", vi: "bị xóa: Delete" },
        {
          en: "The reclaim policy is Delete: the driver deletes the storage with the volume, once no Pod uses the claim",
          vi: "Reclaim policy là Delete: driver xóa phần lưu trữ cùng volume, khi không còn Pod nào dùng claim",
        },
        at,
      );
    case "Retain":
      return fate(
        "keeps",
        { en: "kept: Retain", vi: "còn: Retain" },
        {
          en: "The reclaim policy is Retain: the volume is Released with its data, and somebody has to see to it by hand",
          vi: "Reclaim policy là Retain: volume chuyển sang Released, dữ liệu còn đó, và cần người xử lý bằng tay",
        },
        at,
      );
    case "Recycle":
      return fate(
        "loses",
        { en: "emptied: Recycle", vi: "bị xóa sạch: Recycle" },
        {
          en: "The reclaim policy is Recycle, which is deprecated: the files are deleted and the volume is offered again",
          vi: "Reclaim policy là Recycle (đã lỗi thời): các tệp bị xóa và volume được dùng lại",
        },
        at,
      );
    default:
      return fate(
        "depends",
        { en: "depends on the policy", vi: "tùy reclaim policy" },
        {
          en: "The reclaim policy of the volume or its class decides, and no file here has it",
          vi: "Reclaim policy của volume hoặc class quyết định, mà không tệp nào ở đây có",
        },
      );
  }
}
