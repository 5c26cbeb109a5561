import { block, computed, mapOf, listOf, oneBlock, optional, optionalComputed, required, setOf, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { gceName, oneOf } from './checks';
import { creationTimestamp, fingerprint, id, numericId, project, selfLink, unboundParams, zone } from './common-attributes';
import { diskBlocks } from './compute-instance.disks';
import { networkBlocks } from './compute-instance.network';
import { admitInstance, releaseInstance } from './compute-instance.rules';
import { schedulingBlocks } from './compute-instance.scheduling';
import { labels } from './labels';
import { cpuPlatformOf } from './machine-types';
import { idIn, importNames, lastPart } from './paths';

export const computeInstance: ResourceKind = {
  type: 'google_compute_instance',
  label: 'instance',
  version: 6,
  latency: { create: 3000, update: 2500, delete: 3000 },
  id: idIn('zone', 'instances'),
  importedAs: importNames('project', 'zone', 'name'),
  admit: admitInstance,
  release: releaseInstance,
  attributes: {
    id,
    name: required('string', { replaces: true, check: gceName }),
    machine_type: required('string', { spelling: lastPart }),
    project,
    zone,
    self_link: selfLink,
    ...labels,
    allow_stopping_for_update: optional('bool'),
    can_ip_forward: optional('bool', { default: false }),
    cpu_platform: computed('string', { renewed: true, made: ({ object }) => cpuPlatformOf(lastPart(textOf(object.machine_type) ?? '')) }),
    creation_timestamp: creationTimestamp,
    current_status: computed('string', { renewed: true, made: ({ object }) => textOf(object.desired_status) ?? 'RUNNING' }),
    deletion_protection: optional('bool', { default: false }),
    description: optional('string'),
    desired_status: optional('string', { check: oneOf('RUNNING', 'TERMINATED', 'SUSPENDED') }),
    enable_display: optional('bool'),
    hostname: optional('string', { replaces: true }),
    instance_id: computed('string', { made: numericId }),
    key_revocation_action_type: optional('string', { replaces: true, check: oneOf('', 'STOP', 'NONE') }),
    label_fingerprint: fingerprint,
    metadata: optional(mapOf('string')),
    metadata_fingerprint: fingerprint,
    metadata_startup_script: optional('string'),
    min_cpu_platform: optionalComputed('string'),
    resource_policies: optional(listOf('string')),
    tags: optional(setOf('string')),
    tags_fingerprint: fingerprint,
  },
  blocks: {
    ...diskBlocks,
    ...networkBlocks,
    ...schedulingBlocks,
    params: unboundParams,
    service_account: oneBlock(
      block({
        email: optionalComputed('string', { made: () => '518212340071-compute@developer.gserviceaccount.com' }),
        scopes: required(setOf('string')),
      }),
    ),
    timeouts: timeouts('create', 'update', 'delete'),
  },
};
