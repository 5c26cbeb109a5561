import { z } from 'zod';
import { whyNotDomain } from '../domain/domain-name';
import { field } from '../domain/field';
import { defineResource, type RenderedBlock } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';

/** Where Google's load balancers and health checks come from ("Firewall rules", Cloud Load Balancing). */
const GOOGLE_FRONT_ENDS = ['130.211.0.0/22', '35.191.0.0/16'];

export const loadBalancer = defineResource({
  kind: 'load_balancer',
  title: 'Load balancer',
  description: 'One address for the whole world in front of machines; with a domain, HTTPS only',
  args: z.strictObject({
    network: field.requiredReference('vpc', { label: 'Network', help: 'Where its machines are', placeholder: 'main', ask: true }),
    target: field.reference('compute_vm', { label: 'Machine', help: 'Where traffic goes; empty to add machines later', placeholder: 'web', ask: true }),
    domain: field.optionalText({ label: 'Domain', help: 'Then HTTPS with a certificate of Google\'s making, and HTTP is sent there', placeholder: 'www.example.com', ask: true, maxLength: 253, check: whyNotDomain, accepts: 'a domain such as www.example.com' }),
    port: field.number({ label: 'Port of the machines', min: 1, max: 65_535, default: 80 }),
    health_path: field.text({ label: 'Health check path', default: '/', maxLength: 100, check: (text) => (/^\/[A-Za-z0-9/_.~-]*$/.test(text) ? undefined : 'is not a path'), accepts: 'a path such as /health' }),
  }),
  handles: (name) => ({ address: expression(`google_compute_global_address.${name}.address`) }),
  render({ name, args, zones, labels, referenced }) {
    const machine = referenced('target');
    const network = referenced('network')?.network;
    const entrance = (part: string, port: number, proxy: string): RenderedBlock => ({
      type: 'google_compute_global_forwarding_rule', part,
      body: { name: `${name}-${part}`, target: expression(`${proxy}.id`), port_range: String(port), ip_protocol: 'TCP', ip_address: expression(`google_compute_global_address.${name}.id`), load_balancing_scheme: 'EXTERNAL_MANAGED', labels },
    });
    const encrypted: readonly RenderedBlock[] = [
      { type: 'google_compute_managed_ssl_certificate', body: { name, managed: [{ domains: [args.domain] }] } },
      { type: 'google_compute_url_map', part: 'redirect', body: { name: `${name}-redirect`, default_url_redirect: [{ https_redirect: true, strip_query: false, redirect_response_code: 'MOVED_PERMANENTLY_DEFAULT' }] } },
      { type: 'google_compute_target_https_proxy', body: { name, url_map: expression(`google_compute_url_map.${name}.id`), ssl_certificates: [expression(`google_compute_managed_ssl_certificate.${name}.id`)] } },
      entrance('https', 443, `google_compute_target_https_proxy.${name}`),
    ];
    return {
      // What has no labels here cannot have any.
      blocks: [
        { type: 'google_compute_global_address', body: { name, labels } },
        { type: 'google_compute_health_check', body: { name, http_health_check: [{ port: args.port, request_path: args.health_path }] } },
        {
          type: 'google_compute_instance_group',
          body: { name, network, zone: machine?.zone ?? zones[0], ...(machine && { instances: [machine.link] }), named_port: [{ name: 'http', port: args.port }] },
        },
        {
          type: 'google_compute_backend_service',
          body: {
            name, protocol: 'HTTP', port_name: 'http', load_balancing_scheme: 'EXTERNAL_MANAGED', health_checks: [expression(`google_compute_health_check.${name}.id`)],
            backend: [{ group: expression(`google_compute_instance_group.${name}.id`), balancing_mode: 'UTILIZATION', capacity_scaler: 1 }], log_config: [{ enable: true, sample_rate: 1 }],
          },
        },
        { type: 'google_compute_url_map', body: { name, default_service: expression(`google_compute_backend_service.${name}.id`) } },
        { type: 'google_compute_target_http_proxy', body: { name, url_map: expression(`google_compute_url_map.${name}${args.domain === undefined ? '' : '_redirect'}.id`) } },
        entrance('http', 80, `google_compute_target_http_proxy.${name}`),
        ...(args.domain === undefined ? [] : encrypted),
        { type: 'google_compute_firewall', part: 'front', body: { name: `${name}-front`, network, direction: 'INGRESS', priority: 1000, source_ranges: GOOGLE_FRONT_ENDS, allow: [{ protocol: 'tcp', ports: [String(args.port)] }], log_config: [{ metadata: 'INCLUDE_ALL_METADATA' }] } },
      ],
      outputs: [{ name: 'address', description: 'Public address', value: expression(`google_compute_global_address.${name}.address`) }],
    };
  },
  price: {
    // The first five rules cost so much together as one does, and never more than two are made here: one is billed.
    google_compute_global_forwarding_rule: (values, { region }) =>
      (values['port_range'] === '443' ? { pricing: 'free' } : { pricing: 'components', components: [{ label: 'Forwarding rules', sku: 'load_balancer/forwarding-rule', region, quantity: 1, unit: 'hour', assumption: 'the first five together' }] }),
    google_compute_health_check: () => ({ pricing: 'free' }),
    google_compute_instance_group: () => ({ pricing: 'free' }),
    google_compute_backend_service: () => ({ pricing: 'components', components: [{ label: 'Data processed', sku: 'load_balancer/data', region: 'global', quantity: 0, unit: 'gb_month', assumption: 'billed by use; none is counted' }] }),
    google_compute_url_map: () => ({ pricing: 'free' }),
    google_compute_target_http_proxy: () => ({ pricing: 'free' }),
    google_compute_target_https_proxy: () => ({ pricing: 'free' }),
    google_compute_managed_ssl_certificate: () => ({ pricing: 'free' }),
  },
  naming: { maxLength: 63 - '-redirect'.length },
  example: { name: 'front', values: { network: 'main', target: 'web', domain: 'www.example.com' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }, { kind: 'compute_vm', name: 'web', values: { network: 'main' } }] },
});
