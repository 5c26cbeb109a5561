import { z } from 'zod';
import { field } from '../domain/field';
import { defineResource, type RenderedBlock } from '../domain/resource-definition';
import { expression } from '../domain/terraform-json';
import { IN_GROUP } from './resource-group';

const FRONT = 'public';
const HTTPS = 443;
/** The rule that comes beside the one that was asked for. */
const PASSED = 'https-passed';

export const loadBalancer = defineResource({
  kind: 'load_balancer',
  title: 'Load balancer',
  description: 'One public address in front of machines; TLS passes through and ends on the machine',
  args: z.strictObject({
    network: field.requiredReference('vpc', { label: 'Network', help: 'Where its machines are; a firewall has to let its ports in', placeholder: 'main', ask: true }),
    target: field.reference('compute_vm', { label: 'Machine', help: 'Where traffic goes; empty to add machines later', placeholder: 'web', ask: true }),
    https: field.flag({ label: 'Pass HTTPS through', help: 'yes forwards port 443 too', ask: true, default: true }),
    port: field.number({ label: 'Port', min: 1, max: 65_535, default: 80 }),
  }),
  handles: (name) => ({ address: expression(`azurerm_public_ip.${name}_balancer.ip_address`) }),
  render({ name, args, labels, zones, referenced }) {
    const card = referenced('target')?.card;
    const id = expression(`azurerm_lb.${name}.id`);
    const pool = expression(`azurerm_lb_backend_address_pool.${name}.id`);
    const forward = (port: number, rule: string): readonly RenderedBlock[] => [
      { type: 'azurerm_lb_probe', part: `port_${port}`, body: { name: `tcp-${port}`, loadbalancer_id: id, protocol: 'Tcp', port } },
      {
        type: 'azurerm_lb_rule', part: `port_${port}`,
        body: { name: rule, loadbalancer_id: id, protocol: 'Tcp', frontend_port: port, backend_port: port, frontend_ip_configuration_name: FRONT, backend_address_pool_ids: [pool], probe_id: expression(`azurerm_lb_probe.${name}_port_${port}.id`), tcp_reset_enabled: true },
      },
    ];
    return {
      // Pools, probes and rules have no tags.
      blocks: [
        { type: 'azurerm_public_ip', part: 'balancer', body: { ...IN_GROUP, name: `${name}-balancer`, allocation_method: 'Static', sku: 'Standard', ...(zones.length > 0 && { zones }), tags: labels } },
        { type: 'azurerm_lb', body: { ...IN_GROUP, name, sku: 'Standard', frontend_ip_configuration: [{ name: FRONT, public_ip_address_id: expression(`azurerm_public_ip.${name}_balancer.id`) }], tags: labels } },
        { type: 'azurerm_lb_backend_address_pool', body: { name: 'machines', loadbalancer_id: id } },
        ...forward(args.port, `tcp-${args.port}`), ...(args.https && args.port !== HTTPS ? forward(HTTPS, PASSED) : []),
        ...(card ? [{ type: 'azurerm_network_interface_backend_address_pool_association', body: { network_interface_id: card, ip_configuration_name: 'internal', backend_address_pool_id: pool } }] : []),
      ],
      outputs: [{ name: 'address', description: 'Public address', value: expression(`azurerm_public_ip.${name}_balancer.ip_address`) }],
    };
  },
  price: {
    azurerm_lb: () => ({ pricing: 'free' }),
    // The first five rules cost so much together as one does, and more than two are never made here: one is billed.
    azurerm_lb_rule: (values, { region }) =>
      (values['name'] === PASSED ? { pricing: 'free' } : { pricing: 'components', components: [{ label: 'Rules', sku: 'load_balancer/rule', region, quantity: 1, unit: 'hour', assumption: 'the first five together' }] }),
    azurerm_lb_probe: () => ({ pricing: 'free' }),
    azurerm_lb_backend_address_pool: () => ({ pricing: 'free' }),
    azurerm_network_interface_backend_address_pool_association: () => ({ pricing: 'free' }),
  },
  example: { name: 'front', values: { network: 'main', target: 'web' }, alongside: [{ kind: 'vpc', name: 'main', values: {} }, { kind: 'compute_vm', name: 'web', values: { network: 'main' } }] },
});
