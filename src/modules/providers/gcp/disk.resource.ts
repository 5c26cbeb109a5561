import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { STATEFUL } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { regionOfZone } from './gcp-regions';

const computeDisk = z.object({ size: z.number(), type: z.string(), zone: z.string().nullish() });

export const disk = defineResource({
  kind: 'disk',
  title: 'Disk',
  description: 'An encrypted disk of its own, which outlives the machine it is attached to',
  args: z.strictObject({
    size_gb: field.number({ label: 'Size in GB', min: 10, max: 65_536, default: 50, unit: 'GB', ask: true }),
    type: field.choice({ label: 'Type', choices: { 'pd-balanced': 'Balanced (SSD)', 'pd-ssd': 'Performance (SSD)', 'pd-standard': 'Standard (HDD)' }, default: 'pd-balanced', ask: true }),
    attach_to: field.reference('compute_vm', { label: 'Attach to', help: 'A machine of this session; empty for a disk by itself', placeholder: 'web', ask: true }),
    zone: field.zone({ label: 'Zone', help: 'Empty for the machine\'s, or the first of the region' }),
  }).superRefine(({ attach_to: machine, zone }, context) => {
    if (machine !== undefined && zone !== undefined) context.addIssue({ code: 'custom', message: 'Zone: leave it out, the disk goes to the zone of its machine.' });
  }),
  render({ name, args, zones, labels, referenced }) {
    const machine = referenced('attach_to');
    const id = expression(`google_compute_disk.${name}.id`);
    return {
      blocks: [
        { type: 'google_compute_disk', body: { name, zone: machine?.zone ?? args.zone ?? zones[0], size: args.size_gb, type: args.type, labels } },
        ...(machine ? [{ type: 'google_compute_attached_disk', body: { disk: id, instance: machine.id, device_name: name } }] : []),
      ],
      outputs: [{ name: 'id', description: 'Id of the disk', value: id }],
    };
  },
  traits: {
    google_compute_disk: STATEFUL,
  },
  price: {
    google_compute_disk: (values, { region }) => {
      const parsed = computeDisk.safeParse(values);
      if (!parsed.success) return { pricing: 'unknown' };
      const { size, type, zone } = parsed.data;
      return { pricing: 'components', components: [{ label: 'Disk', sku: `disk/${type}`, region: zone ? regionOfZone(zone) : region, quantity: size, unit: 'gb_month' }] };
    },
    google_compute_attached_disk: () => ({ pricing: 'free' }),
  },
  example: { name: 'data', values: { size_gb: '50', type: 'pd-balanced', attach_to: 'web' }, alongside: [{ kind: 'compute_vm', name: 'web', values: {} }] },
});
