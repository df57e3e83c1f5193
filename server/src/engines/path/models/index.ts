import type { Model, ModelId } from "../model.ts";
import { calicoBgp, calicoCrossSubnet, calicoEbpf, calicoIpip, calicoVxlan } from "./calico.ts";
import { ciliumNative, ciliumVxlan } from "./cilium.ts";
import { contrailMplsGre, contrailMplsUdp, openstackBgpaas, openstackNested } from "./contrail.ts";
import { dockerBridge, dockerContainer, dockerHost, libnetworkOverlay } from "./docker.ts";
import { flannelHostGw, flannelUdp, flannelVxlan } from "./flannel.ts";
import { kindnet } from "./kindnet.ts";
import { weaveFastdp, weaveSleeve } from "./weave.ts";

export const MODELS: Readonly<Record<ModelId, Model>> = {
  "docker-bridge": dockerBridge,
  "docker-host": dockerHost,
  "docker-container": dockerContainer,
  "libnetwork-overlay": libnetworkOverlay,
  "flannel-vxlan": flannelVxlan,
  "flannel-host-gw": flannelHostGw,
  "flannel-udp": flannelUdp,
  "calico-bgp": calicoBgp,
  "calico-ipip": calicoIpip,
  "calico-vxlan": calicoVxlan,
  "calico-cross-subnet": calicoCrossSubnet,
  "calico-ebpf": calicoEbpf,
  "weave-fastdp": weaveFastdp,
  "weave-sleeve": weaveSleeve,
  "contrail-mpls-udp": contrailMplsUdp,
  "contrail-mpls-gre": contrailMplsGre,
  "openstack-bgpaas": openstackBgpaas,
  "openstack-nested": openstackNested,
  kindnet,
  "cilium-vxlan": ciliumVxlan,
  "cilium-native": ciliumNative,
};
