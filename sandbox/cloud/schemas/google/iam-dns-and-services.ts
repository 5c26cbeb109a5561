import { computed, listOf, optional, required, timeouts } from '../../engine/build';
import type { ResourceKind, Scene } from '../../engine/schema';
import { textOf } from '../../engine/value';
import { between, matches, oneOf } from './checks';
import { id, project } from './common-attributes';
import { lastPart, namesNetwork, projectOf } from './paths';

const textIn = ({ object }: Scene, name: string): string => textOf(object[name]) ?? '';
const etag = computed('string', { made: () => 'BwY-simulated' });
const aMember = required('string', { check: matches('^(allUsers|allAuthenticatedUsers|(user|serviceAccount|group|domain):.+)$') });

const projectMember: ResourceKind = {
  type: 'google_project_iam_member', label: 'IAM member', version: 0, latency: { create: 900, update: 500, delete: 700 }, id: (scene) => `${textIn(scene, 'project')}/${textIn(scene, 'role')}/${textIn(scene, 'member')}`,
  attributes: { id, project: required('string'), role: required('string', { check: matches('^(roles|projects|organizations)/') }), member: aMember, etag },
  blocks: {},
};

const bucketMember: ResourceKind = {
  type: 'google_storage_bucket_iam_member', label: 'IAM member', version: 0, latency: { create: 700, update: 500, delete: 500 }, id: (scene) => `b/${textIn(scene, 'bucket')}/${textIn(scene, 'role')}/${textIn(scene, 'member')}`,
  attributes: { id, bucket: required('string', { refersTo: { type: 'google_storage_bucket', id: (text) => text.replace(/^b\//, '') } }), role: required('string', { check: matches('^roles/') }), member: aMember, etag },
  blocks: { timeouts: timeouts('create') },
};

/** The zone is somebody else's: it need not be among what was made here. */
const recordSet: ResourceKind = {
  type: 'google_dns_record_set', label: 'DNS RecordSet', version: 0, latency: { create: 800, update: 600, delete: 600 }, id: (scene) => `projects/${projectOf(scene)}/managedZones/${textIn(scene, 'managed_zone')}/rrsets/${textIn(scene, 'name')}/${textIn(scene, 'type')}`,
  attributes: {
    id, managed_zone: required('string', { replaces: true }), name: required('string', { replaces: true, check: matches('\\.$') }), project, type: required('string', { check: oneOf('A', 'AAAA', 'CAA', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'SPF', 'SRV', 'TXT') }), ttl: optional('number', { check: between(0, 2_147_483_647) }), rrdatas: optional(listOf('string')),
  },
  blocks: {},
};

const connection: ResourceKind = {
  type: 'google_service_networking_connection', label: 'Service Networking Connection', version: 0, latency: { create: 3000, update: 1500, delete: 1500 }, id: (scene) => `projects/${projectOf(scene)}/global/networks/${lastPart(textIn(scene, 'network'))}:${textIn(scene, 'service')}`,
  attributes: {
    id, network: required('string', { replaces: true, ...namesNetwork }), service: required('string', { replaces: true }), reserved_peering_ranges: required(listOf('string')), deletion_policy: optional('string', { check: oneOf('ABANDON') }), peering: computed('string', { made: () => 'servicenetworking-googleapis-com' }), update_on_creation_fail: optional('bool'),
  },
  blocks: { timeouts: timeouts('create', 'update', 'delete') },
};

export const serviceKinds: readonly ResourceKind[] = [projectMember, bucketMember, recordSet, connection];
