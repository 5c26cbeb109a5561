import { z } from 'zod';
import { whyNotRecordValue } from '../domain/dns-value';
import { whyNotDomain } from '../domain/domain-name';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';

const MX_PRIORITY = 10;
const absolute = (name: string): string => `${name.replace(/\.$/, '')}.`;

/** A value as a zone file has it: names end in a dot, texts stand in quotes. */
function dataOf(type: string, value: string): string {
  if (type === 'CNAME') return absolute(value);
  if (type === 'MX') return `${MX_PRIORITY} ${absolute(value)}`;
  return type === 'TXT' ? `"${value.replace(/["\\]/g, '\\$&')}"` : value;
}

export const dnsRecord = defineResource({
  kind: 'dns_record',
  title: 'DNS record',
  description: 'A name in a managed zone that is there already',
  args: z.strictObject({
    zone: field.text({ label: 'Managed zone', help: 'Its name in Cloud DNS, not its domain', placeholder: 'example-zone', ask: true, maxLength: 63, check: (text) => (/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(text) ? undefined : 'is no name of a managed zone'), accepts: 'a name such as example-zone' }),
    record: field.text({ label: 'Name', help: 'The whole name', placeholder: 'www.example.com', ask: true, maxLength: 253, check: (text) => whyNotDomain(text.replace(/^\*\./, '')), accepts: 'a whole name such as www.example.com' }),
    value: field.optionalText({ label: 'Value', help: 'Address, name or text; empty where a load balancer is named', placeholder: '203.0.113.7', ask: true, maxLength: 255, check: (text) => (/^[\x20-\x7e]+$/.test(text) ? undefined : 'has signs that DNS does not take'), accepts: 'an address, a name or a text' }),
    type: field.choice({ label: 'Type', choices: { A: 'A (IPv4 address)', AAAA: 'AAAA (IPv6 address)', CNAME: 'CNAME (another name)', TXT: 'TXT (text)', MX: 'MX (mail)' }, default: 'A' }),
    ttl: field.number({ label: 'Time to live', min: 0, max: 86_400, default: 300, unit: 'seconds' }),
    load_balancer: field.reference('load_balancer', { label: 'Load balancer', help: 'Points at its address' }),
  }).superRefine((args, context) => {
    const reason = whyNotRecordValue(args);
    if (reason !== undefined) context.addIssue({ code: 'custom', message: reason });
  }),
  render: ({ name, args, referenced }) => ({
    // Records have no labels.
    blocks: [{ type: 'google_dns_record_set', body: { managed_zone: args.zone, name: absolute(args.record), type: args.type, ttl: args.ttl, rrdatas: [referenced('load_balancer')?.address ?? dataOf(args.type, args.value ?? '')] } }],
    outputs: [{ name: 'name', description: 'The whole name', value: expression(`google_dns_record_set.${name}.name`) }],
  }),
  price: { google_dns_record_set: () => ({ pricing: 'free' }) },
  example: { name: 'www', values: { zone: 'example-zone', record: 'www.example.com', value: '203.0.113.7' } },
});
