import { z } from 'zod';
import { whyNotRecordValue } from '../domain/dns-value';
import { whyNotRecord } from '../domain/domain-name';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';

const MX_PRIORITY = 10;

export const dnsRecord = defineResource({
  kind: 'dns_record',
  title: 'DNS record',
  description: 'A name in a hosted zone that is there already',
  args: z.strictObject({
    zone: field.text({ label: 'Hosted zone', help: 'Id of the zone in Route 53', placeholder: 'Z0123456789ABCDEFGHIJ', ask: true, maxLength: 32, check: (text) => (/^Z[A-Z0-9]{7,31}$/.test(text) ? undefined : 'is no id of a hosted zone'), accepts: 'an id such as Z0123456789ABCDEFGHIJ' }),
    record: field.text({ label: 'Name', help: 'Within the zone; the zone\'s whole name for the zone itself', placeholder: 'www', ask: true, maxLength: 120, check: (text) => (text === '@' ? 'is not how Route 53 names the zone itself: write the zone\'s name' : whyNotRecord(text)), accepts: 'a name such as www' }),
    value: field.optionalText({ label: 'Value', help: 'Address, name or text; empty where a load balancer is named', placeholder: '203.0.113.7', ask: true, maxLength: 255, check: (text) => (/^[\x20-\x7e]+$/.test(text) ? undefined : 'has signs that DNS does not take'), accepts: 'an address, a name or a text' }),
    type: field.choice({ label: 'Type', choices: { A: 'A (IPv4 address)', AAAA: 'AAAA (IPv6 address)', CNAME: 'CNAME (another name)', TXT: 'TXT (text)', MX: 'MX (mail)' }, default: 'A' }),
    ttl: field.number({ label: 'Time to live', min: 0, max: 604_800, default: 300, unit: 'seconds' }),
    load_balancer: field.reference('load_balancer', { label: 'Load balancer', help: 'Points at it' }),
  }).superRefine((args, context) => {
    const reason = whyNotRecordValue(args);
    if (reason !== undefined) context.addIssue({ code: 'custom', message: reason });
  }),
  render({ name, args, referenced }) {
    const balancer = referenced('load_balancer');
    const value = args.type === 'MX' ? `${MX_PRIORITY} ${args.value ?? ''}` : args.value;
    return {
      // Records have no tags.
      blocks: [{
        type: 'aws_route53_record',
        body: {
          zone_id: args.zone, name: args.record, type: args.type,
          ...(balancer ? { alias: [{ name: balancer.address, zone_id: balancer.zone, evaluate_target_health: true }] } : { ttl: args.ttl, records: [value] }),
        },
      }],
      outputs: [{ name: 'name', description: 'The whole name', value: expression(`aws_route53_record.${name}.fqdn`) }],
    };
  },
  price: { aws_route53_record: () => ({ pricing: 'free' }) },
  example: { name: 'www', values: { zone: 'Z0123456789ABCDEFGHIJ', record: 'www', value: '203.0.113.7' } },
});
