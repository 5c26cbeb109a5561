import { block, computed, listBlock, oneBlock, optional, optionalComputed, required } from '../../engine/build';
import type { NestedBlock, Scene } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { oneOf } from './checks';
import { publicAddress } from './common-attributes';
import { computeId, lastPart, namesNetwork, namesSubnetwork, projectOf, selfLinkOf } from './paths';
import { freeAddress } from './private-addresses';

const networkTier = oneOf('PREMIUM', 'STANDARD', 'FIXED_STANDARD', 'STANDARD_OVERRIDES_FIXED_STANDARD');

const accessConfig = block({
  nat_ip: optionalComputed('string', { made: publicAddress }),
  network_tier: optionalComputed('string', { check: networkTier, made: () => 'PREMIUM' }),
  public_ptr_domain_name: optional('string'),
});

const aliasIpRange = block({ ip_cidr_range: required('string'), subnetwork_range_name: optional('string') });

const networkInterface = block(
  {
    // First the subnetwork, then what follows from it.
    subnetwork: optionalComputed('string', { ...namesSubnetwork, made: subnetworkOf }),
    network: optionalComputed('string', { ...namesNetwork, made: networkOf }),
    subnetwork_project: optionalComputed('string', { made: projectOf }),
    network_ip: optionalComputed('string', { made: freeAddress }),
    name: computed('string', { made: () => 'nic0' }),
    internal_ipv6_prefix_length: optionalComputed('number'),
    ipv6_access_type: computed('string'),
    ipv6_address: optionalComputed('string'),
    network_attachment: optionalComputed('string', { replaces: true }),
    nic_type: optional('string', { replaces: true, check: oneOf('GVNIC', 'VIRTIO_NET', 'IDPF', 'MRDMA', 'IRDMA') }),
    queue_count: optional('number', { replaces: true }),
    stack_type: optionalComputed('string', { check: oneOf('IPV4_ONLY', 'IPV4_IPV6', 'IPV6_ONLY'), made: () => 'IPV4_ONLY' }),
  },
  { access_config: listBlock(accessConfig), alias_ip_range: listBlock(aliasIpRange) },
);

/** The blocks of an instance that are about networks. */
export const networkBlocks: Record<string, NestedBlock> = {
  network_interface: listBlock(networkInterface, { min: 1, replaces: true }),
  network_performance_config: oneBlock(
    block({ total_egress_bandwidth_tier: required('string', { replaces: true, check: oneOf('TIER_1', 'DEFAULT') }) }),
    { replaces: true },
  ),
};

// A network in auto mode has a subnetwork of its own name in each region.
function subnetworkOf(scene: Scene): string {
  const network = textOf(scene.block.network);
  return selfLinkOf(computeId('region', 'subnetworks', network === undefined ? 'default' : lastPart(network), scene));
}

function networkOf(scene: Scene): string {
  const subnetwork = textOf(scene.block.subnetwork) ?? '';
  const found = scene.cloud.find('google_compute_subnetwork', namesSubnetwork.refersTo.id(subnetwork, scene));
  return textOf(found?.network) ?? selfLinkOf(computeId('global', 'networks', lastPart(subnetwork), scene));
}
