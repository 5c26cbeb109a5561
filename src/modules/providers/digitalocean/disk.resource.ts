import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { STATEFUL } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { tagsOf } from './digitalocean-labels';

const volume = z.object({ size: z.number(), region: z.string() });

export const disk = defineResource({
  kind: 'disk',
  title: 'Disk',
  description: 'An encrypted volume of its own, which outlives the machine it is attached to',
  args: z.strictObject({
    size_gb: field.number({ label: 'Size in GB', min: 1, max: 16_384, default: 50, unit: 'GB', ask: true }),
    attach_to: field.reference('compute_vm', { label: 'Attach to', help: 'A machine of this session; empty for a disk by itself', placeholder: 'web', ask: true }),
    type: field.choice({ label: 'File system', choices: { ext4: 'ext4', xfs: 'XFS' }, default: 'ext4' }),
  }),
  render: ({ name, args, region, labels, referenced }) => {
    const droplet = referenced('attach_to')?.id;
    const id = expression(`digitalocean_volume.${name}.id`);
    return {
      blocks: [
        { type: 'digitalocean_volume', body: { name, region, size: args.size_gb, initial_filesystem_type: args.type, tags: tagsOf(labels) } },
        ...(droplet ? [{ type: 'digitalocean_volume_attachment', part: 'attachment', body: { droplet_id: droplet, volume_id: id } }] : []),
      ],
      outputs: [{ name: 'id', description: 'Id of the disk', value: id }],
    };
  },
  traits: {
    digitalocean_volume: STATEFUL,
  },
  price: {
    digitalocean_volume: (values) => {
      const parsed = volume.safeParse(values);
      return parsed.success ? { pricing: 'components', components: [{ label: 'Disk', sku: 'disk/volume', region: parsed.data.region, quantity: parsed.data.size, unit: 'gb_month' }] } : { pricing: 'unknown' };
    },
    digitalocean_volume_attachment: () => ({ pricing: 'free' }),
  },
  example: { name: 'data', values: { size_gb: '50', attach_to: 'web' }, alongside: [{ kind: 'compute_vm', name: 'web', values: {} }] },
});
