import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression, type Expression } from '../domain/terraform-json';

const ENVIRONMENTS: Readonly<Record<string, string>> = { dev: 'Development', staging: 'Staging', production: 'Production' };

export const project = defineResource({
  kind: 'project',
  title: 'Project',
  description: 'Groups resources in DigitalOcean\'s console; DigitalOcean has it where others have service accounts',
  args: z.strictObject({
    vm: field.reference('compute_vm', { label: 'Machine', help: 'Belongs to the project', ask: true }),
    database: field.reference('database', { label: 'Database', help: 'Belongs to the project', ask: true }),
    load_balancer: field.reference('load_balancer', { label: 'Load balancer', help: 'Belongs to the project', ask: true }),
    bucket: field.reference('storage_bucket', { label: 'Bucket', help: 'Belongs to the project' }),
    purpose: field.text({ label: 'Purpose', default: 'Web Application', maxLength: 100, check: (text) => (/^[\p{L}\p{N} .,()/&-]+$/u.test(text) ? undefined : 'has signs a purpose does not take'), accepts: 'a few words such as Web Application' }),
  }),
  // Projects have no tags.
  render({ name, environment, args, referenced, deployment }) {
    const members = ['vm', 'database', 'load_balancer', 'bucket'].flatMap((argument): Expression[] => {
      const urn = referenced(argument)?.urn;
      return urn ? [urn] : [];
    });
    return {
      blocks: [{
        type: 'digitalocean_project',
        body: { name, description: `Managed by Cloud Engine, deployment ${deployment}`, purpose: args.purpose, environment: ENVIRONMENTS[environment], ...(members.length > 0 && { resources: members }) },
      }],
      outputs: [{ name: 'id', description: 'Id of the project', value: expression(`digitalocean_project.${name}.id`) }],
    };
  },
  price: { digitalocean_project: () => ({ pricing: 'free' }) },
  example: { name: 'shop', values: { vm: 'web' }, alongside: [{ kind: 'compute_vm', name: 'web', values: {} }] },
});
