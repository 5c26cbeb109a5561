import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRealSchemas } from '../../../sandbox/cloud/compare/real-schema';
import { renderedFaults } from '../../../sandbox/cloud/compare/rendered-faults';
import { examples, registry, rendered, resourcesOf } from '../../support/provider-examples';

// The real providers' schemas are third-party material and no part of the project; where they are at hand, what we render is held against them.
const FOLDER = join(process.env['SHARED_DATA'] ?? join(__dirname, '../../../../shared/data'), 'provider-schemas');

// The files hold the usual resource types only, and these kinds need a few more. For AWS the real provider itself plans
// them (real-aws.spec.ts); the others are known from the providers' documentation alone.
const NOT_IN_THE_CUT = [
  'aws_cloudfront_distribution', 'aws_cloudfront_origin_access_control', 'aws_s3_bucket_policy',
  'google_compute_managed_ssl_certificate', 'google_compute_target_https_proxy',
  'azurerm_management_lock', 'azurerm_network_interface_backend_address_pool_association', 'azurerm_postgresql_flexible_server_active_directory_administrator', 'azurerm_private_dns_zone_virtual_network_link',
];

const table = registry.all().filter(({ provider }) => [undefined, provider.name].includes(process.env['CONTRACT_PROVIDER'])).map(({ provider }) => {
  const terraformName = provider.terraform.source.split('/').at(-1) ?? '';
  return { provider, file: join(FOLDER, `${terraformName}.json`), terraformName };
});

describe('what the kinds render, against the real providers\' schemas', () => {
  for (const { provider } of table.filter(({ file }) => !existsSync(file))) it.skip(`${provider.name}: skipped, because its schema is not in SHARED_DATA/provider-schemas`, () => undefined);

  for (const { provider, file, terraformName } of table.filter((one) => existsSync(one.file))) describe(provider.name, () => {
    const { name } = provider;
    const real = readRealSchemas(readFileSync(file, 'utf8')).get(terraformName);

    it.each(['dev', 'production'])('every example and blueprint has only attributes and blocks there are, of the right type, in %s', async (environment) => {
      const found = await Promise.all((await examples()).filter((example) => example.provider === name).map(async (example) => {
        const resources = resourcesOf((await rendered(example, environment)).mainTfJson);
        expect(resources.length).toBeGreaterThan(0);
        return resources.flatMap(({ type, label, body }) => {
          const schema = real?.resources[type];
          if (!schema) return NOT_IN_THE_CUT.includes(type) ? [] : [`${example.name}: ${type} is not there`];
          return renderedFaults(body, schema.block, `${example.name}: ${type}.${label}`);
        });
      }));
      expect([...new Set(found.flat())]).toEqual([]);
    });

    it('takes the provider block', () => {
      const block = JSON.parse(JSON.stringify(provider.providerBlock({ region: provider.defaultRegion }))) as Record<string, unknown>;
      expect(renderedFaults(block, real?.block ?? {}, terraformName)).toEqual([]);
    });
  });

  it('would notice a misspelt attribute, a wrong type, a missing block and a block too many', () => {
    const machine = {
      attributes: { name: { type: 'string', required: true }, machine_type: { type: 'string', required: true }, id: { type: 'string', computed: true }, labels: { type: ['map', 'string'], optional: true } },
      block_types: { disk: { nesting_mode: 'list', min_items: 1, block: {} }, network: { nesting_mode: 'list', max_items: 1, block: {} } },
    };
    expect(renderedFaults({ name: 'x', id: 'mine', machine_typ: 'y', labels: { a: 1 }, network: [{}, {}] }, machine, 'vm')).toEqual([
      'vm.machine_type is required', 'vm.disk is required', 'vm.id cannot be set', 'vm.machine_typ is not there', 'vm.labels.a is a number, not a string', 'vm.network has too many blocks',
    ]);
  });
});
