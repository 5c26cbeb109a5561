import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { STATEFUL } from '../domain/resource-traits';
import { expression } from '../domain/terraform-json';
import { diskSku } from './managed-disk-tier';
import { IN_GROUP } from './resource-group';

const managedDisk = z.object({ storage_account_type: z.string(), disk_size_gb: z.number(), location: z.string().optional() });

export const disk = defineResource({
  kind: 'disk',
  title: 'Disk',
  description: 'An encrypted disk of its own, which outlives the machine it is attached to',
  args: z.strictObject({
    size_gb: field.number({ label: 'Size in GB', help: 'Billed as the next of 32, 64, 128, 256, 512, 1024, …', min: 4, max: 32_767, default: 32, unit: 'GB', ask: true }),
    type: field.choice({ label: 'Type', choices: { Premium_LRS: 'Premium (SSD)', StandardSSD_LRS: 'Standard (SSD)', Standard_LRS: 'Standard (HDD)' }, default: 'Premium_LRS', ask: true }),
    attach_to: field.reference('compute_vm', { label: 'Attach to', help: 'A machine of this session; empty for a disk by itself', placeholder: 'web', ask: true }),
    zone: field.zone({ label: 'Zone', help: 'Empty for the machine\'s, or the first of the region' }),
    slot: field.number({ label: 'Slot in the machine', min: 0, max: 63, default: 10 }),
  }).superRefine(({ attach_to: machine, zone }, context) => {
    if (machine !== undefined && zone !== undefined) context.addIssue({ code: 'custom', message: 'Zone: leave it out, the disk goes to the zone of its machine.' });
  }),
  render({ name, args, zones, labels, referenced }) {
    const machine = referenced('attach_to');
    const id = expression(`azurerm_managed_disk.${name}.id`);
    return {
      blocks: [
        {
          type: 'azurerm_managed_disk',
          body: { ...IN_GROUP, name, create_option: 'Empty', disk_size_gb: args.size_gb, storage_account_type: args.type, zone: machine?.zone ?? args.zone ?? zones[0], network_access_policy: 'DenyAll', public_network_access_enabled: false, tags: labels },
        },
        ...(machine ? [{ type: 'azurerm_virtual_machine_data_disk_attachment', body: { managed_disk_id: id, virtual_machine_id: machine.id, lun: args.slot, caching: 'ReadWrite' } }] : []),
      ],
      outputs: [{ name: 'id', description: 'Id of the disk', value: id }],
    };
  },
  traits: {
    azurerm_managed_disk: STATEFUL,
  },
  price: {
    azurerm_managed_disk: (values, { region }) => {
      const parsed = managedDisk.safeParse(values);
      const sku = parsed.success ? diskSku(parsed.data.storage_account_type, parsed.data.disk_size_gb) : undefined;
      if (!parsed.success || sku === undefined) return { pricing: 'unknown' };
      return { pricing: 'components', components: [{ label: 'Disk', sku, region: parsed.data.location ?? region, quantity: 1, unit: 'month' }] };
    },
    azurerm_virtual_machine_data_disk_attachment: () => ({ pricing: 'free' }),
  },
  example: { name: 'data', values: { size_gb: '32', type: 'Premium_LRS', attach_to: 'web' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }, { kind: 'compute_vm', name: 'web', values: { network: 'main' } }] },
});
