/** A header, as long as it is without options. */
export interface Header {
  readonly name: "IPv4" | "UDP" | "VXLAN" | "Ethernet" | "GRE" | "MPLS" | "Sleeve" | "802.1Q";
  readonly bytes: number;
}

/** Headers that are put around a packet together, outermost first. */
export interface Layer {
  readonly name: string;
  readonly headers: readonly Header[];
  /** What the network in between sees. `frame`: a tag of the frame, which no MTU counts. */
  readonly carrier:
    | { readonly kind: "udp"; readonly port: number }
    | { readonly kind: "protocol"; readonly number: number }
    | { readonly kind: "frame" };
}

const IPV4: Header = { name: "IPv4", bytes: 20 };
const UDP: Header = { name: "UDP", bytes: 8 };
const ETHERNET: Header = { name: "Ethernet", bytes: 14 };
const MPLS: Header = { name: "MPLS", bytes: 4 };

/** RFC 7348. The frame inside is a whole one, so that its Ethernet header counts as well. */
export const vxlan = (port: number): Layer => ({
  name: "VXLAN",
  headers: [IPV4, UDP, { name: "VXLAN", bytes: 8 }, ETHERNET],
  carrier: { kind: "udp", port },
});

/** RFC 2003. */
export const IP_IN_IP: Layer = { name: "IP-in-IP", headers: [IPV4], carrier: { kind: "protocol", number: 4 } };

/** flannel pkg/backend/udp: the packet as it is, in a datagram. */
export const FLANNEL_UDP: Layer = { name: "UDP", headers: [IPV4, UDP], carrier: { kind: "udp", port: 8285 } };

/** weave router/sleeve.go: the sender's name (6), both peers' names and a length (14), and the captured frame. */
export const SLEEVE: Layer = {
  name: "Sleeve",
  headers: [IPV4, UDP, { name: "Sleeve", bytes: 20 }, ETHERNET],
  carrier: { kind: "udp", port: 6783 },
};

/** RFC 7510. */
export const MPLS_OVER_UDP: Layer = {
  name: "MPLSoUDP",
  headers: [IPV4, UDP, MPLS],
  carrier: { kind: "udp", port: 6635 },
};

/** RFC 4023. */
export const MPLS_OVER_GRE: Layer = {
  name: "MPLSoGRE",
  headers: [IPV4, { name: "GRE", bytes: 4 }, MPLS],
  carrier: { kind: "protocol", number: 47 },
};

export const VLAN: Layer = { name: "VLAN", headers: [{ name: "802.1Q", bytes: 4 }], carrier: { kind: "frame" } };

/** What the layer takes from the MTU of the network below. */
export const bytesOf = ({ headers, carrier }: Layer): number =>
  carrier.kind === "frame" ? 0 : headers.reduce((sum, { bytes }) => sum + bytes, 0);
