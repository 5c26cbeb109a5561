import { computed, optional, required, timeouts } from '../../engine/build';
import type { ResourceKind, Scene } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { matches } from './checks';
import { id, numericId, project } from './common-attributes';
import { projectOf } from './paths';

export const serviceAccount: ResourceKind = {
  type: 'google_service_account',
  label: 'service account',
  version: 0,
  latency: { create: 1000, update: 500, delete: 500 },
  id: (scene) => `projects/${projectOf(scene)}/serviceAccounts/${emailOf(scene)}`,
  importedAs: (object) => [textOf(object.email) ?? ''],
  alreadyExists: (accountId) => `googleapi: Error 409: Service account ${accountId.replace(/.*\/(.*)@.*/, '$1')} already exists within project ${accountId}., alreadyExists`,
  attributes: {
    id,
    account_id: required('string', { replaces: true, check: matches('^[a-z](?:[-a-z0-9]{4,28}[a-z0-9])$') }),
    project,
    create_ignore_already_exists: optional('bool'),
    description: optional('string'),
    disabled: optional('bool', { default: false }),
    display_name: optional('string'),
    email: computed('string', { made: emailOf }),
    member: computed('string', { made: (scene) => `serviceAccount:${emailOf(scene)}` }),
    name: computed('string', { made: ({ object }) => object.id ?? '' }),
    unique_id: computed('string', { made: numericId }),
  },
  blocks: { timeouts: timeouts('create') },
};

function emailOf(scene: Scene): string {
  return `${textOf(scene.object.account_id) ?? ''}@${projectOf(scene)}.iam.gserviceaccount.com`;
}
