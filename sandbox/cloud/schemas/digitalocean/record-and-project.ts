import { computed, optional, optionalComputed, required, setOf, timeouts } from '../../engine/build';
import type { ResourceKind } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { oneOf } from './checks';
import { createdAt, id, numberFor, uuidFor } from './common-attributes';

const record: ResourceKind = {
  type: 'digitalocean_record', label: 'record', version: 0, latency: { create: 500, update: 500, delete: 500 }, id: numberFor('record'),
  attributes: {
    id, domain: required('string', { replaces: true }), name: required('string'), value: required('string'), type: required('string', { replaces: true, check: oneOf('A', 'AAAA', 'CAA', 'CNAME', 'MX', 'NS', 'TXT', 'SRV') }),
    ttl: optionalComputed('number', { made: () => 1800 }), priority: optional('number'), fqdn: computed('string', { made: ({ object }) => `${textOf(object.name) === '@' ? '' : `${textOf(object.name) ?? ''}.`}${textOf(object.domain) ?? ''}` }),
  },
  blocks: {},
};

const project: ResourceKind = {
  type: 'digitalocean_project', label: 'project', version: 0, latency: { create: 800, update: 800, delete: 800 }, id: uuidFor('project'),
  attributes: {
    id, name: required('string'), description: optional('string', { default: '' }), purpose: optional('string', { default: 'Web Application' }), environment: optional('string', { check: oneOf('Development', 'Staging', 'Production') }),
    resources: optionalComputed(setOf('string')), is_default: optional('bool', { default: false }), created_at: createdAt, updated_at: computed('string', { made: () => new Date().toISOString(), renewed: true }),
    owner_id: computed('number', { made: () => 1 }), owner_uuid: computed('string', { made: () => '33333333-4444-4555-8666-777777777777' }),
  },
  blocks: { timeouts: timeouts('delete') },
};

export const recordKinds: readonly ResourceKind[] = [record, project];
