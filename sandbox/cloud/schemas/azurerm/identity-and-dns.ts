import { computed, optional, optionalComputed, required, setOf } from '../../engine/build';
import type { Attribute, ResourceKind } from '../../engine/schema';
import { oneOf } from './checks';
import { allTimeouts, fewTimeouts, id, idIn, inGroup, tags, textIn, uuidOf } from './common-attributes';

const identity: ResourceKind = {
  type: 'azurerm_user_assigned_identity', label: 'User Assigned Identity', version: 1, latency: { create: 800, update: 500, delete: 600 }, id: idIn('Microsoft.ManagedIdentity/userAssignedIdentities'),
  attributes: {
    ...inGroup, name: required('string', { replaces: true }), client_id: computed('string', { made: (scene) => uuidOf(`client ${textIn(scene, 'id')}`) }), principal_id: computed('string', { made: (scene) => uuidOf(`principal ${textIn(scene, 'id')}`) }), tenant_id: computed('string', { made: () => uuidOf('tenant') }),
  },
  blocks: { timeouts: allTimeouts },
};

const assignment: ResourceKind = {
  type: 'azurerm_role_assignment', label: 'Role Assignment', version: 0, latency: { create: 1200, update: 500, delete: 700 }, id: (scene) => `${textIn(scene, 'scope')}/providers/Microsoft.Authorization/roleAssignments/${uuidOf(JSON.stringify([scene.object.role_definition_name, scene.object.principal_id]))}`,
  attributes: {
    id, scope: required('string', { replaces: true }), principal_id: required('string', { replaces: true }), principal_type: optionalComputed('string', { replaces: true, check: oneOf('User', 'Group', 'ServicePrincipal') }), role_definition_name: optionalComputed('string', { replaces: true }),
    role_definition_id: optionalComputed('string', { replaces: true, made: (scene) => `/providers/Microsoft.Authorization/roleDefinitions/${uuidOf(textIn(scene, 'role_definition_name'))}` }), name: optionalComputed('string', { replaces: true, made: (scene) => uuidOf(textIn(scene, 'id')) }),
    description: optional('string'), skip_service_principal_aad_check: optionalComputed('bool'),
  },
  blocks: { timeouts: fewTimeouts },
};

/** The zone's group and the zone itself are somebody else's: they need not be among what was made here. */
const record = (type: string, label: string, kind: string, content: Record<string, Attribute>): ResourceKind => ({
  type, label, version: 1, latency: { create: 700, update: 500, delete: 500 }, id: (scene) => `${idIn('Microsoft.Network/dnsZones', 'zone_name')(scene)}/${kind}/${textIn(scene, 'name')}`,
  attributes: {
    id, name: required('string', { replaces: true }), zone_name: required('string', { replaces: true }), resource_group_name: required('string', { replaces: true }), ttl: required('number'), tags, target_resource_id: optional('string'),
    fqdn: computed('string', { made: (scene) => `${textIn(scene, 'name')}.${textIn(scene, 'zone_name')}.` }), ...content,
  },
  blocks: { timeouts: allTimeouts },
});

export const identityKinds: readonly ResourceKind[] = [
  identity, assignment, record('azurerm_dns_a_record', 'DNS A Record', 'A', { records: optional(setOf('string')) }), record('azurerm_dns_cname_record', 'DNS CNAME Record', 'CNAME', { record: optional('string') }),
];
