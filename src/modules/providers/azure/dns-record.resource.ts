import { z } from 'zod';
import { whyNotRecordValue } from '../domain/dns-value';
import { whyNotDomain, whyNotRecord } from '../domain/domain-name';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';

const whyNotZone = (text: string): string | undefined => {
  const [group = '', zone = '', ...rest] = text.split('/');
  if (rest.length > 0 || !/^[\w().-]{1,89}[\w()-]$/.test(group)) return 'is not a resource group and a zone';
  return whyNotDomain(zone) === undefined ? undefined : 'is not a resource group and a zone';
};

export const dnsRecord = defineResource({
  kind: 'dns_record',
  title: 'DNS record',
  description: 'A name in a DNS zone that is there already',
  args: z.strictObject({
    zone: field.text({ label: 'Zone', help: 'The resource group and the zone in it', placeholder: 'dns/example.com', ask: true, maxLength: 340, check: whyNotZone, accepts: 'a group and a zone such as dns/example.com' }),
    record: field.text({ label: 'Name', help: 'Within the zone; @ is the zone itself', placeholder: 'www', ask: true, default: '@', maxLength: 120, check: whyNotRecord, accepts: 'a name such as www, or @' }),
    value: field.optionalText({ label: 'Value', help: 'An address or a name; empty where a load balancer is named', placeholder: '203.0.113.7', ask: true, maxLength: 255, check: (text) => (/^[\x20-\x7e]+$/.test(text) ? undefined : 'has signs that DNS does not take'), accepts: 'an address or a name' }),
    type: field.choice({ label: 'Type', choices: { A: 'A (IPv4 address)', CNAME: 'CNAME (another name)' }, default: 'A' }),
    ttl: field.number({ label: 'Time to live', min: 1, max: 2_147_483_647, default: 300, unit: 'seconds' }),
    load_balancer: field.reference('load_balancer', { label: 'Load balancer', help: 'Points at its address' }),
  }).superRefine((args, context) => {
    const reason = whyNotRecordValue(args);
    if (reason !== undefined) context.addIssue({ code: 'custom', message: reason });
  }),
  render({ name, args, labels, referenced }) {
    const [group, zone] = args.zone.split('/');
    const common = { name: args.record, zone_name: zone, resource_group_name: group, ttl: args.ttl, tags: labels };
    const type = args.type === 'A' ? 'azurerm_dns_a_record' : 'azurerm_dns_cname_record';
    return {
      blocks: [{ type, body: args.type === 'A' ? { ...common, records: [referenced('load_balancer')?.address ?? args.value] } : { ...common, record: args.value } }],
      outputs: [{ name: 'name', description: 'The whole name', value: expression(`${type}.${name}.fqdn`) }],
    };
  },
  price: { azurerm_dns_a_record: () => ({ pricing: 'free' }), azurerm_dns_cname_record: () => ({ pricing: 'free' }) },
  example: { name: 'www', values: { zone: 'dns/example.com', record: 'www', value: '203.0.113.7' } },
});
