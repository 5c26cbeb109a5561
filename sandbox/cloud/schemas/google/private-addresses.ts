import { CloudError } from '../../engine/cloud-error';
import type { Scene } from '../../engine/schema';
import { objectsOf, textOf } from '../../engine/value';
import { addressAt, parseRange } from './ip-ranges';
import { namesSubnetwork, selfLinkOf } from './paths';

// What a subnetwork of a network in auto mode has; the real ones differ by region.
const AUTO_RANGE = '10.128.0.0/20';
/** The network, its gateway, and the last two are never given away. */
const RESERVED = 2;

/** The first address of the subnetwork that nothing has yet. The block that asks names the subnetwork. */
export function freeAddress(scene: Scene): string {
  const named = textOf(scene.block.subnetwork);
  const id = named === undefined ? '' : namesSubnetwork.refersTo.id(named, scene);
  const range = parseRange(textOf(scene.cloud.find('google_compute_subnetwork', id)?.ip_cidr_range) ?? AUTO_RANGE);
  const taken = new Set(takenAddresses(scene, selfLinkOf(id)));
  for (let place = RESERVED; place < range.size - RESERVED; place++) {
    const address = addressAt(range, place);
    if (!taken.has(address)) return address;
  }
  throw new CloudError(`googleapi: Error 400: IP space of '${id}' is exhausted., IP_SPACE_EXHAUSTED`);
}

function takenAddresses({ cloud, object }: Scene, subnetwork: string): string[] {
  const interfaces = [...cloud.list('google_compute_instance'), object].flatMap((instance) => objectsOf(instance.network_interface));
  const reserved = cloud.list('google_compute_address');
  return [
    ...interfaces.filter((one) => one.subnetwork === subnetwork).map((one) => textOf(one.network_ip)),
    ...reserved.filter((one) => one.subnetwork === subnetwork).map((one) => textOf(one.address)),
  ].filter((address) => address !== undefined);
}
