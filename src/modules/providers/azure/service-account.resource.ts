import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { traitsOf } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { GROUP_LABEL, IN_GROUP } from './resource-group';

const rolesIn = (text: string): readonly string[] => text.split(',').map((role) => role.trim());

/** Whoever holds one of these can give themselves everything else. */
const TOO_POWERFUL = /^(owner|contributor)$|administrator|access control/i;

const whyNotRoles = (text: string): string | undefined => {
  const roles = rolesIn(text);
  if (roles.some((role) => !/^[A-Za-z][A-Za-z0-9 ()-]{2,80}$/.test(role))) return 'is not a list of Azure\'s built-in roles';
  if (roles.length > 10) return 'has more than 10 roles';
  if (new Set(roles).size < roles.length) return 'has a role twice';
  const powerful = roles.find((role) => TOO_POWERFUL.test(role));
  return powerful && `has ${powerful}, which is more than a machine should have`;
};

export const serviceAccount = defineResource({
  kind: 'service_account',
  title: 'Service account',
  description: 'A managed identity that machines carry, with rights in this deployment only and no keys',
  args: z.strictObject({
    roles: field.optionalText({ label: 'Roles', help: 'Built-in roles within this deployment, separated by commas; empty for none', placeholder: 'Reader, Storage Blob Data Reader', ask: true, maxLength: 300, check: whyNotRoles, accepts: 'built-in roles such as Reader, Storage Blob Data Reader' }),
  }),
  handles: (name) => ({ identity: expression(`azurerm_user_assigned_identity.${name}.id`), principal: expression(`azurerm_user_assigned_identity.${name}.principal_id`) }),
  render: ({ name, args, labels }) => ({
    blocks: [
      { type: 'azurerm_user_assigned_identity', body: { ...IN_GROUP, name, tags: labels } },
      // Assignments have no tags.
      ...(args.roles === undefined ? [] : rolesIn(args.roles)).map((role) => ({
        type: 'azurerm_role_assignment', part: role.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase(),
        body: { scope: expression(`azurerm_resource_group.${GROUP_LABEL}.id`), role_definition_name: role, principal_id: expression(`azurerm_user_assigned_identity.${name}.principal_id`), principal_type: 'ServicePrincipal' },
      })),
    ],
    outputs: [{ name: 'client_id', description: 'Id that programs sign in with', value: expression(`azurerm_user_assigned_identity.${name}.client_id`) }],
  }),
  traits: {
    azurerm_role_assignment: traitsOf(z.object({ role_definition_name: z.string() }), ({ role_definition_name: role }) => ({ roles: [{ name: role, isBroad: TOO_POWERFUL.test(role) }] })),
  },
  price: { azurerm_user_assigned_identity: () => ({ pricing: 'free' }), azurerm_role_assignment: () => ({ pricing: 'free' }) },
  example: { name: 'workload', values: { roles: 'Reader' } },
});
