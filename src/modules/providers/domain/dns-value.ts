import { isIPv4, isIPv6 } from 'node:net';
import { whyNotDomain } from './domain-name';

interface RecordArguments {
  readonly type: string;
  readonly value?: string | undefined;
  readonly load_balancer?: string | undefined;
}

/** Why a record cannot have this value, as a whole sentence; undefined where it can. */
export function whyNotRecordValue({ type, value, load_balancer: loadBalancer }: RecordArguments): string | undefined {
  if (loadBalancer !== undefined) {
    if (value !== undefined) return 'Value: leave it empty where a load balancer is named, or leave the load balancer out.';
    return type === 'A' ? undefined : 'Type: a record that points at a load balancer is of the type A.';
  }
  if (value === undefined) return 'Value is missing. Accepted: an address, a name or a text, or a load balancer.';
  if (type === 'A' && !isIPv4(value)) return 'Value: an A record takes an IPv4 address such as 203.0.113.7.';
  if (type === 'AAAA' && !isIPv6(value)) return 'Value: an AAAA record takes an IPv6 address such as 2001:db8::7.';
  if ((type === 'CNAME' || type === 'MX') && whyNotDomain(value.replace(/\.$/, '')) !== undefined) return `Value: a record of the type ${type} takes a name such as app.example.com.`;
  return undefined;
}
