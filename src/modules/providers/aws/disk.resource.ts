import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { traitsOf } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { regionOfZone } from './aws-regions';
import { named } from './aws-tags';

const volume = z.object({ size: z.number(), type: z.string(), availability_zone: z.string().nullish() });

export const disk = defineResource({
  kind: 'disk',
  title: 'Disk',
  description: 'An encrypted volume of its own, which outlives the machine it is attached to',
  args: z.strictObject({
    size_gb: field.number({ label: 'Size in GB', min: 1, max: 16_384, default: 50, unit: 'GB', ask: true }),
    type: field.choice({ label: 'Type', choices: { gp3: 'General purpose (gp3)', gp2: 'General purpose (gp2)', st1: 'Throughput (HDD, from 125 GB)', sc1: 'Cold (HDD, from 125 GB)' }, default: 'gp3', ask: true }),
    attach_to: field.reference('compute_vm', { label: 'Attach to', help: 'A machine of this session; empty for a disk by itself', placeholder: 'web', ask: true }),
    zone: field.zone({ label: 'Zone', help: 'Empty for the machine\'s, or the first of the region' }),
  }).superRefine(({ type, size_gb: size, attach_to: machine, zone }, context) => {
    if ((type === 'st1' || type === 'sc1') && size < 125) context.addIssue({ code: 'custom', message: `Size in GB: a disk of the type ${type} has at least 125.` });
    if (machine !== undefined && zone !== undefined) context.addIssue({ code: 'custom', message: 'Zone: leave it out, the disk goes to the zone of its machine.' });
  }),
  render({ name, args, zones, labels, referenced }) {
    const machine = referenced('attach_to');
    const id = expression(`aws_ebs_volume.${name}.id`);
    return {
      blocks: [
        { type: 'aws_ebs_volume', body: { availability_zone: machine?.zone ?? args.zone ?? zones[0], size: args.size_gb, type: args.type, encrypted: true, tags: named(name, labels) } },
        ...(machine ? [{ type: 'aws_volume_attachment', body: { device_name: '/dev/sdf', instance_id: machine.id, volume_id: id } }] : []),
      ],
      outputs: [{ name: 'id', description: 'Id of the disk', value: id }],
    };
  },
  traits: {
    aws_ebs_volume: traitsOf(z.object({ encrypted: z.boolean().nullish() }), ({ encrypted }) => ({ isStateful: true, isEncrypted: encrypted === true })),
  },
  price: {
    aws_ebs_volume: (values, { region }) => {
      const parsed = volume.safeParse(values);
      if (!parsed.success) return { pricing: 'unknown' };
      const { size, type, availability_zone: zone } = parsed.data;
      return { pricing: 'components', components: [{ label: 'Disk', sku: `disk/${type}`, region: zone ? regionOfZone(zone) : region, quantity: size, unit: 'gb_month' }] };
    },
    aws_volume_attachment: () => ({ pricing: 'free' }),
  },
  example: { name: 'data', values: { size_gb: '50', type: 'gp3', attach_to: 'web' }, alongside: [{ kind: 'compute_vm', name: 'web', values: {} }] },
});
