import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { traitsOf } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { uniqueName, UNIQUE_SUFFIX_LENGTH } from '../domain/unique-name';

const rolesIn = (text: string): readonly string[] => text.split(',').map((role) => role.trim());

/** Whoever holds one of these can give themselves everything else, or nearly everything. */
const TOO_POWERFUL = /^roles\/(owner|editor|viewer)$|admin|serviceAccountTokenCreator|serviceAccountUser|securityAdmin/i;

const whyNotRoles = (text: string): string | undefined => {
  const roles = rolesIn(text);
  if (roles.some((role) => !/^roles\/[a-zA-Z][a-zA-Z0-9]*(\.[a-zA-Z][a-zA-Z0-9]*)?$/.test(role))) return 'is not a list of predefined roles';
  if (roles.length > 10) return 'has more than 10 roles';
  if (new Set(roles).size < roles.length) return 'has a role twice';
  const powerful = roles.find((role) => TOO_POWERFUL.test(role));
  return powerful && `has ${powerful}, which is more than a machine should have`;
};

export const serviceAccount = defineResource({
  kind: 'service_account',
  title: 'Service account',
  description: 'An identity that machines carry, with the roles you name and no keys',
  args: z.strictObject({
    description: field.text({ label: 'Description', help: 'What it is for', ask: true, default: 'Made with Cloud Engine', maxLength: 200, check: (text) => (/^[\p{L}\p{N} .,:;()/@_-]*$/u.test(text) ? undefined : 'has signs a description does not take'), accepts: 'a short sentence' }),
    roles: field.optionalText({ label: 'Roles', help: 'Predefined roles in the project, separated by commas; empty for none', placeholder: 'roles/storage.objectViewer', ask: true, maxLength: 300, check: whyNotRoles, accepts: 'roles such as roles/storage.objectViewer, roles/pubsub.publisher' }),
  }),
  handles: (name) => ({ email: expression(`google_service_account.${name}.email`) }),
  render: ({ name, args, deployment }) => ({
    // Service accounts have no labels.
    blocks: [
      { type: 'google_service_account', body: { account_id: uniqueName(name, deployment), display_name: name, description: args.description } },
      ...(args.roles === undefined ? [] : rolesIn(args.roles)).map((role) => ({
        type: 'google_project_iam_member', part: role.replace(/[^a-zA-Z0-9]+/g, '-'),
        body: { project: expression(`google_service_account.${name}.project`), role, member: expression(`google_service_account.${name}.member`) },
      })),
    ],
    outputs: [{ name: 'email', description: 'Its name for others', value: expression(`google_service_account.${name}.email`) }],
  }),
  traits: {
    google_project_iam_member: traitsOf(z.object({ role: z.string() }), ({ role }) => ({ roles: [{ name: role, isBroad: TOO_POWERFUL.test(role) }] })),
  },
  price: { google_service_account: () => ({ pricing: 'free' }) },
  naming: { maxLength: 30 - UNIQUE_SUFFIX_LENGTH },
  example: { name: 'workload', values: { roles: 'roles/storage.objectViewer' } },
});
