import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';
import { whyNotRecordValue } from '../domain/dns-value';
import { whyNotDomain, whyNotRecord } from '../domain/domain-name';

export const dnsRecord = defineResource({
  kind: 'dns_record',
  title: 'DNS record',
  description: 'A name in a domain that DigitalOcean manages already',
  args: z.strictObject({
    zone: field.text({ label: 'Domain', help: 'A domain managed in DigitalOcean', placeholder: 'example.com', ask: true, maxLength: 253, check: whyNotDomain, accepts: 'a domain such as example.com' }),
    record: field.text({ label: 'Name', help: 'Within the domain; @ is the domain itself', placeholder: 'www', ask: true, default: '@', maxLength: 120, check: whyNotRecord, accepts: 'a name such as www, or @' }),
    value: field.optionalText({ label: 'Value', help: 'Address, name or text; empty where a load balancer is named', placeholder: '203.0.113.7', ask: true, maxLength: 255, check: (text) => (/^[\x20-\x7e]+$/.test(text) ? undefined : 'has signs that DNS does not take'), accepts: 'an address, a name or a text' }),
    type: field.choice({ label: 'Type', choices: { A: 'A (IPv4 address)', AAAA: 'AAAA (IPv6 address)', CNAME: 'CNAME (another name)', TXT: 'TXT (text)', MX: 'MX (mail)' }, default: 'A' }),
    ttl: field.number({ label: 'Time to live', min: 30, max: 86_400, default: 300, unit: 'seconds' }),
    load_balancer: field.reference('load_balancer', { label: 'Load balancer', help: 'Points at its address' }),
  }).superRefine((args, context) => {
    const reason = whyNotRecordValue(args);
    if (reason !== undefined) context.addIssue({ code: 'custom', message: reason });
  }),
  render: ({ name, args, referenced }) => ({
    // Records have no tags. Names end in a dot, or they would be within the domain.
    blocks: [{
      type: 'digitalocean_record',
      body: {
        domain: args.zone, name: args.record, type: args.type, ttl: args.ttl,
        value: referenced('load_balancer')?.address ?? (args.type === 'CNAME' || args.type === 'MX' ? `${args.value?.replace(/\.$/, '') ?? ''}.` : args.value),
        ...(args.type === 'MX' && { priority: 10 }),
      },
    }],
    outputs: [{ name: 'name', description: 'The whole name', value: expression(`digitalocean_record.${name}.fqdn`) }],
  }),
  price: { digitalocean_record: () => ({ pricing: 'free' }) },
  example: { name: 'www', values: { zone: 'example.com', record: 'www', value: '203.0.113.7' } },
});
