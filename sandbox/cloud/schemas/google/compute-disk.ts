import { computed, listOf, optional, optionalComputed, required, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { gceName, oneOf } from './checks';
import { creationTimestamp, fingerprint, id, numericId, project, selfLink, zone } from './common-attributes';
import { labels } from './labels';
import { idIn, importNames, lastPart, naming, projectOf, zoneOf } from './paths';
import { refuseUnknownZone } from './places';

const namesDisk = naming('google_compute_disk', 'zone', 'disks');
const namesInstance = naming('google_compute_instance', 'zone', 'instances');

const disk: ResourceKind = {
  type: 'google_compute_disk', label: 'Disk', version: 0, latency: { create: 1500, update: 1000, delete: 1200 }, id: idIn('zone', 'disks'), importedAs: importNames('project', 'zone', 'name'), admit: (scene) => refuseUnknownZone(zoneOf(scene)),
  attributes: {
    id, name: required('string', { replaces: true, check: gceName }), project, zone, self_link: selfLink, ...labels, label_fingerprint: fingerprint, creation_timestamp: creationTimestamp, description: optional('string', { replaces: true }),
    size: optionalComputed('number', { made: () => 500 }), type: optional('string', { replaces: true, default: 'pd-standard', spelling: lastPart, check: oneOf('pd-standard', 'pd-balanced', 'pd-ssd', 'pd-extreme', 'hyperdisk-balanced') }), image: optional('string', { replaces: true }),
    physical_block_size_bytes: optionalComputed('number', { replaces: true, made: () => 4096 }), disk_id: computed('string', { made: numericId }), users: computed(listOf('string')), create_snapshot_before_destroy: optional('bool', { default: false }),
  },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};

const attached: ResourceKind = {
  type: 'google_compute_attached_disk', label: 'AttachedDisk', version: 0, latency: { create: 1000, update: 500, delete: 1000 },
  id: (scene) => `projects/${projectOf(scene)}/zones/${zoneFrom(textOf(scene.object.instance) ?? '')}/instances/${lastPart(textOf(scene.object.instance) ?? '')}/${lastPart(textOf(scene.object.disk) ?? '')}`,
  attributes: {
    id, disk: required('string', { replaces: true, refersTo: namesDisk.refersTo, spelling: namesDisk.spelling }), instance: required('string', { replaces: true, refersTo: namesInstance.refersTo, spelling: namesInstance.spelling }), project,
    zone: optionalComputed('string', { replaces: true, made: ({ object }) => zoneFrom(textOf(object.instance) ?? '') }), device_name: optionalComputed('string', { replaces: true, made: () => 'persistent-disk-1' }), mode: optional('string', { replaces: true, default: 'READ_WRITE', check: oneOf('READ_ONLY', 'READ_WRITE') }),
  },
  blocks: { timeouts: timeouts('create', 'delete') },
};

function zoneFrom(instance: string): string {
  return /zones\/([^/]+)\//.exec(instance)?.[1] ?? '';
}

export const diskKinds: readonly ResourceKind[] = [disk, attached];
