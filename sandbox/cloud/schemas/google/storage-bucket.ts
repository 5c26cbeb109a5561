import { computed, optional, optionalComputed, required, timeouts } from '../../engine/build';
import type { ResourceKind, Scene } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { bucketName, oneOf } from './checks';
import { id, now, project } from './common-attributes';
import { labels } from './labels';
import { refuseUnknownLocation } from './places';
import { bucketBlocks } from './storage-bucket.blocks';

const PROJECT_NUMBER = 518_212_340_071;

export const storageBucket: ResourceKind = {
  type: 'google_storage_bucket',
  label: 'bucket',
  version: 4,
  latency: { create: 1200, update: 800, delete: 1000 },
  id: nameOf,
  importedAs: (object) => [`${textOf(object.project) ?? ''}/${textOf(object.name) ?? ''}`],
  admit: ({ object }) => refuseUnknownLocation(textOf(object.location) ?? ''),
  alreadyExists: () =>
    'googleapi: Error 409: The requested bucket name is not available. The bucket namespace is shared by all users of the system. ' +
    'Please select a different name and try again., conflict',
  attributes: {
    id,
    name: required('string', { replaces: true, check: bucketName }),
    location: required('string', { replaces: true, spelling: (text) => text.toUpperCase(), respelled: true }),
    project,
    ...labels,
    default_event_based_hold: optional('bool'),
    enable_object_retention: optional('bool', { replaces: true }),
    force_destroy: optional('bool', { default: false }),
    project_number: computed('number', { made: () => PROJECT_NUMBER }),
    public_access_prevention: optionalComputed('string', { check: oneOf('enforced', 'inherited'), made: () => 'inherited' }),
    requester_pays: optional('bool'),
    rpo: optionalComputed('string', { check: oneOf('ASYNC_TURBO', 'DEFAULT'), made: () => 'DEFAULT' }),
    self_link: computed('string', { made: (scene) => `https://www.googleapis.com/storage/v1/b/${nameOf(scene)}` }),
    storage_class: optional('string', { default: 'STANDARD' }),
    time_created: computed('string', { made: now }),
    uniform_bucket_level_access: optionalComputed('bool'),
    updated: computed('string', { made: now, renewed: true }),
    url: computed('string', { made: (scene) => `gs://${nameOf(scene)}` }),
  },
  blocks: { ...bucketBlocks, timeouts: timeouts('create', 'read', 'update') },
};

function nameOf({ object }: Scene): string {
  return textOf(object.name) ?? '';
}
