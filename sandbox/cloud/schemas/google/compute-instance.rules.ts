import { CloudError } from '../../engine/cloud-error';
import type { Scene } from '../../engine/schema';
import { objectsOf, sameValue, textOf, type ObjectValue } from '../../engine/value';
import { refuseUnknownImage } from './images';
import { refuseUnknownMachineType } from './machine-types';
import { lastPart, namesNetwork, projectOf, zoneOf } from './paths';
import { refuseUnknownZone } from './places';

// Changes that the cloud makes only while the machine stands still.
const NEEDS_STOPPING = ['machine_type', 'min_cpu_platform', 'service_account', 'enable_display', 'shielded_instance_config', 'advanced_machine_features'];

/** What Compute Engine checks before it makes or changes an instance. */
export function admitInstance(scene: Scene): void {
  const { object, prior } = scene;
  refuseUnknownZone(zoneOf(scene));
  refuseUnknownMachineType(lastPart(textOf(object.machine_type) ?? ''), projectOf(scene), zoneOf(scene));
  for (const disk of objectsOf(object.boot_disk).flatMap((boot) => objectsOf(boot.initialize_params))) {
    const image = textOf(disk.image);
    if (image !== undefined) refuseUnknownImage(image);
  }
  for (const one of objectsOf(object.network_interface)) refuseMissingSubnetwork(one, scene);
  if (prior) refuseWhileRunning(object, prior);
}

/** Protected instances are not deleted. */
export function releaseInstance({ object }: Scene): void {
  if (object.deletion_protection !== true) return;
  throw new CloudError(
    `Cannot delete instance ${textOf(object.name) ?? ''}: instance Deletion Protection is enabled. Set deletion_protection to false ` +
      'for this resource and run "terraform apply" before attempting to delete it.',
  );
}

function refuseMissingSubnetwork(one: ObjectValue, scene: Scene): void {
  const network = textOf(one.network);
  if (network === undefined || textOf(one.subnetwork) !== undefined) return;
  const found = scene.cloud.find('google_compute_network', namesNetwork.refersTo.id(network, scene));
  if (found?.auto_create_subnetworks !== false) return;
  throw new CloudError(
    "googleapi: Error 400: Invalid value for field 'resource.networkInterfaces[0]': ''. Network interface must specify a subnet if the " +
      'network resource is in custom subnet mode., invalid',
  );
}

function refuseWhileRunning(object: ObjectValue, prior: ObjectValue): void {
  const isStopped = prior.current_status === 'TERMINATED' || object.desired_status === 'TERMINATED';
  if (isStopped || object.allow_stopping_for_update === true) return;
  if (NEEDS_STOPPING.every((name) => sameValue(object[name] ?? null, prior[name] ?? null))) return;
  throw new CloudError(
    'Changing the machine_type, min_cpu_platform, service_account, enable_display, shielded_instance_config, scheduling.node_affinities, ' +
      'scheduling.min_node_cpus or network_interface.[#d].(network/subnetwork/subnetwork_project) or advanced_machine_features on a started ' +
      'instance requires stopping it. To acknowledge this, please set allow_stopping_for_update = true in your config. You can also stop it by ' +
      'setting desired_status = "TERMINATED", but the instance will not be restarted after the apply.',
  );
}
