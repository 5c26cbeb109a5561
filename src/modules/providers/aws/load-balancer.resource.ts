import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource, type RenderedBlock } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';
import { named } from './aws-tags';

const whyNotCertificate = (text: string): string | undefined => (/^arn:aws:acm:[a-z]{2}-[a-z]+-\d:\d{12}:certificate\/[0-9a-f-]{36}$/.test(text) ? undefined : 'is no certificate of AWS Certificate Manager');
/** TLS 1.2 and 1.3 only ("Security policies for your Application Load Balancer"). */
const TLS_POLICY = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

export const loadBalancer = defineResource({
  kind: 'load_balancer',
  title: 'Load balancer',
  description: 'One public address in front of machines; with a certificate, HTTPS only',
  args: z.strictObject({
    network: field.requiredReference('vpc', { label: 'Network', help: 'Where it and its machines are', placeholder: 'main', ask: true }),
    target: field.reference('compute_vm', { label: 'Machine', help: 'Where traffic goes; empty to add machines later', placeholder: 'web', ask: true }),
    certificate: field.optionalText({ label: 'Certificate', help: 'ARN from Certificate Manager; then HTTPS, and HTTP is sent there', placeholder: 'arn:aws:acm:us-east-1:…', ask: true, maxLength: 150, check: whyNotCertificate, accepts: 'an ARN such as arn:aws:acm:us-east-1:123456789012:certificate/…' }),
    port: field.number({ label: 'Port of the machines', min: 1, max: 65_535, default: 80 }),
    health_path: field.text({ label: 'Health check path', default: '/', maxLength: 100, check: (text) => (/^\/[A-Za-z0-9/_.~-]*$/.test(text) ? undefined : 'is not a path'), accepts: 'a path such as /health' }),
  }),
  handles: (name) => ({ address: expression(`aws_lb.${name}.dns_name`), zone: expression(`aws_lb.${name}.zone_id`) }),
  render({ name, args, labels, environment, referenced }) {
    const network = referenced('network');
    const machine = referenced('target')?.id;
    const group = expression(`aws_security_group.${name}_balancer.id`);
    const targets = expression(`aws_lb_target_group.${name}.arn`);
    const tags = named(name, labels);
    const open = (port: number): RenderedBlock => ({ type: 'aws_vpc_security_group_ingress_rule', part: `balancer_${port}`, body: { security_group_id: group, ip_protocol: 'tcp', from_port: port, to_port: port, cidr_ipv4: '0.0.0.0/0', description: 'Everybody', tags: labels } });
    const forward = [{ type: 'forward', target_group_arn: targets }];
    const redirect = [{ type: 'redirect', redirect: [{ port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' }] }];
    const listener = (port: number, part: string, body: RenderedBlock['body']): RenderedBlock => ({ type: 'aws_lb_listener', part, body: { load_balancer_arn: expression(`aws_lb.${name}.arn`), port, tags: labels, ...body } });
    return {
      blocks: [
        { type: 'aws_security_group', part: 'balancer', body: { name: `${name}-balancer`, description: `Guards load balancer ${name}`, vpc_id: network?.id, tags: named(`${name}-balancer`, labels) } },
        open(80), ...(args.certificate === undefined ? [] : [open(443)]),
        { type: 'aws_vpc_security_group_egress_rule', part: 'balancer', body: { security_group_id: group, ip_protocol: 'tcp', from_port: args.port, to_port: args.port, referenced_security_group_id: network?.machines, description: 'Machines of the network', tags: labels } },
        { type: 'aws_vpc_security_group_ingress_rule', part: 'machines', body: { security_group_id: network?.machines, ip_protocol: 'tcp', from_port: args.port, to_port: args.port, referenced_security_group_id: group, description: `Load balancer ${name}`, tags: labels } },
        {
          type: 'aws_lb',
          body: { name, internal: false, load_balancer_type: 'application', subnets: [network?.publicSubnet, network?.publicSubnet2], security_groups: [group], drop_invalid_header_fields: true, enable_deletion_protection: environment === 'production', tags },
        },
        { type: 'aws_lb_target_group', body: { name, port: args.port, protocol: 'HTTP', target_type: 'instance', vpc_id: network?.id, health_check: [{ path: args.health_path, matcher: '200-399' }], tags } },
        ...(machine ? [{ type: 'aws_lb_target_group_attachment', body: { target_group_arn: targets, target_id: machine, port: args.port } }] : []),
        listener(80, 'http', { protocol: 'HTTP', default_action: args.certificate === undefined ? forward : redirect }),
        ...(args.certificate === undefined ? [] : [listener(443, 'https', { protocol: 'HTTPS', ssl_policy: TLS_POLICY, certificate_arn: args.certificate, default_action: forward })]),
      ],
      outputs: [{ name: 'address', description: 'Its name on the internet', value: expression(`aws_lb.${name}.dns_name`) }],
    };
  },
  price: {
    aws_lb: (_values, { region }) => ({
      pricing: 'components',
      components: [
        { label: 'Load balancer', sku: 'load_balancer/application', region, quantity: 1, unit: 'hour' },
        { label: 'Capacity units', sku: 'load_balancer/capacity-unit', region, quantity: 0, unit: 'hour', assumption: 'billed by use; none is counted' },
      ],
    }),
    aws_lb_target_group: () => ({ pricing: 'free' }),
    aws_lb_target_group_attachment: () => ({ pricing: 'free' }),
    aws_lb_listener: () => ({ pricing: 'free' }),
  },
  naming: { maxLength: 32, refuse: (name) => (name.startsWith('internal-') ? 'begins like the names of internal load balancers' : undefined) },
  example: {
    name: 'front', values: { network: 'main', target: 'web', certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-90ab-cdef-1234-567890abcdef' },
    alongside: [{ kind: 'vpc', name: 'main', values: {} }, { kind: 'compute_vm', name: 'web', values: { network: 'main' } }],
  },
});
