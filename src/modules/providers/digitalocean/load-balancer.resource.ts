import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';
import { whyNotDomain } from '../domain/domain-name';
import { uniqueName } from '../domain/unique-name';

export const loadBalancer = defineResource({
  kind: 'load_balancer',
  title: 'Load balancer',
  description: 'One public address in front of machines; with a domain, HTTPS by itself',
  args: z.strictObject({
    network: field.requiredReference('vpc', { label: 'Network', help: 'Where its machines are', placeholder: 'main', ask: true }),
    target: field.reference('compute_vm', { label: 'Machine', help: 'Where traffic goes; empty for every machine of the network', placeholder: 'web', ask: true }),
    domain: field.optionalText({ label: 'Domain', help: 'Managed in DigitalOcean; then HTTPS with its own certificate', placeholder: 'www.example.com', ask: true, maxLength: 253, check: whyNotDomain, accepts: 'a domain such as www.example.com' }),
    port: field.number({ label: 'Port of the machines', min: 1, max: 65_535, default: 80 }),
    health_path: field.text({ label: 'Health check path', default: '/', maxLength: 100, check: (text) => (/^\/[A-Za-z0-9/_.~-]*$/.test(text) ? undefined : 'is not a path'), accepts: 'a path such as /health' }),
  }),
  handles: (name) => ({ address: expression(`digitalocean_loadbalancer.${name}.ip`), urn: expression(`digitalocean_loadbalancer.${name}.urn`) }),
  render({ name, args, region, referenced }) {
    const network = referenced('network');
    const droplet = referenced('target')?.id;
    const toMachines = { target_port: args.port, target_protocol: 'http' };
    const certificate = { certificate_name: expression(`digitalocean_certificate.${name}_tls.name`) };
    return {
      // Load balancers and certificates have no tags.
      blocks: [
        ...(args.domain === undefined ? [] : [{
          type: 'digitalocean_certificate', part: 'tls',
          // One in use cannot be deleted, so another domain's is there first, under a name of its own.
          body: { name: uniqueName(`${name}-tls`, args.domain), type: 'lets_encrypt', domains: [args.domain], lifecycle: [{ create_before_destroy: true }] },
        }]),
        {
          type: 'digitalocean_loadbalancer',
          body: {
            name, region, vpc_uuid: network?.id, size_unit: 1, ...(droplet ? { droplet_ids: [droplet] } : { droplet_tag: network?.tag }),
            redirect_http_to_https: args.domain !== undefined,
            forwarding_rule: [
              { entry_port: 80, entry_protocol: 'http', ...toMachines },
              ...(args.domain === undefined ? [] : [{ entry_port: 443, entry_protocol: 'https', ...toMachines, ...certificate }]),
            ],
            healthcheck: [{ port: args.port, protocol: 'http', path: args.health_path }],
          },
        },
      ],
      outputs: [{ name: 'address', description: 'Public address', value: expression(`digitalocean_loadbalancer.${name}.ip`) }],
    };
  },
  price: {
    digitalocean_loadbalancer: (values) => {
      const parsed = z.object({ region: z.string().nullish(), size_unit: z.number() }).safeParse(values);
      return parsed.success ? { pricing: 'components', components: [{ label: 'Nodes', sku: 'load_balancer/regional-node', region: parsed.data.region ?? 'global', quantity: parsed.data.size_unit, unit: 'month' }] } : { pricing: 'unknown' };
    },
    digitalocean_certificate: () => ({ pricing: 'free' }),
  },
  naming: { maxLength: 59 },
  example: { name: 'front', values: { network: 'main', target: 'web', domain: 'www.example.com' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }, { kind: 'compute_vm', name: 'web', values: { network: 'main' } }] },
});
