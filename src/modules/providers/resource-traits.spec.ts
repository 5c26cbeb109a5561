import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { DescribeTraits, ListExamples, ListProviders, ProvidersModule, RenderConfiguration, type JsonObject, type ResourceTraits } from '.';

describe('what policies know of resources', () => {
  let app: TestingModule;
  let queries: QueryBus;

  beforeAll(async () => {
    app = await Test.createTestingModule({ imports: [CqrsModule.forRoot(), ProvidersModule] }).compile();
    await app.init();
    queries = app.get(QueryBus);
  });
  afterAll(() => app.close());

  const traits = async (provider: string, type: string, values: JsonObject): Promise<ResourceTraits | undefined> => (await queries.execute(new DescribeTraits(provider, [{ type, values }])))[0];

  it.each<[string, string, JsonObject]>([
    ['gcp', 'google_compute_firewall', { direction: 'INGRESS', source_ranges: ['0.0.0.0/0'], allow: [{ protocol: 'tcp', ports: ['20-30'] }] }],
    ['gcp', 'google_compute_firewall', { source_ranges: ['0.0.0.0/0'], allow: [{ protocol: 'all' }] }],
    ['aws', 'aws_vpc_security_group_ingress_rule', { ip_protocol: 'tcp', from_port: 22, to_port: 22, cidr_ipv4: '0.0.0.0/0' }],
    ['aws', 'aws_vpc_security_group_ingress_rule', { ip_protocol: '-1', cidr_ipv6: '::/0' }],
    ['azure', 'azurerm_network_security_rule', { access: 'Allow', direction: 'Inbound', destination_port_ranges: ['22'], source_address_prefix: 'Internet' }],
    ['azure', 'azurerm_network_security_rule', { access: 'Allow', direction: 'Inbound', destination_port_range: '*', source_address_prefix: '*' }],
    ['digitalocean', 'digitalocean_firewall', { inbound_rule: [{ protocol: 'tcp', port_range: 'all', source_addresses: ['0.0.0.0/0', '::/0'] }] }],
  ])('%s: %s opens SSH to the world with %j', async (provider, type, values) => {
    expect((await traits(provider, type, values))?.exposedPorts).toContain('22 (SSH)');
  });

  it.each<[string, string, JsonObject]>([
    ['gcp', 'google_compute_firewall', { source_ranges: ['10.0.0.0/8'], allow: [{ protocol: 'tcp', ports: ['22'] }] }],
    ['gcp', 'google_compute_firewall', { direction: 'EGRESS', source_ranges: ['0.0.0.0/0'], allow: [{ protocol: 'all' }] }],
    ['gcp', 'google_compute_firewall', { source_ranges: ['0.0.0.0/0'], allow: [{ protocol: 'tcp', ports: ['443'] }] }],
    ['aws', 'aws_vpc_security_group_ingress_rule', { ip_protocol: '-1', referenced_security_group_id: 'sg' }],
    ['azure', 'azurerm_network_security_rule', { access: 'Deny', direction: 'Inbound', destination_port_range: '*', source_address_prefix: '*' }],
    ['digitalocean', 'digitalocean_firewall', { inbound_rule: [{ protocol: 'tcp', port_range: '22', source_addresses: ['203.0.113.7/32'] }] }],
  ])('%s: %s opens nothing delicate with %j', async (provider, type, values) => {
    expect((await traits(provider, type, values))?.exposedPorts ?? []).toEqual([]);
  });

  it.each<[string, string, JsonObject, ResourceTraits]>([
    ['gcp', 'google_storage_bucket_iam_member', { member: 'allUsers', role: 'roles/storage.objectViewer' }, { isPublic: 'bucket' }],
    ['gcp', 'google_sql_database_instance', { settings: [{ ip_configuration: [{ ipv4_enabled: true, authorized_networks: [{ value: '0.0.0.0/0' }] }] }] }, { isStateful: true, isPublic: 'database' }],
    ['gcp', 'google_project_iam_member', { role: 'roles/owner', member: 'x' }, { roles: [{ name: 'roles/owner', isBroad: true }] }],
    ['gcp', 'google_compute_disk', {}, { isStateful: true }],
    ['aws', 'aws_db_instance', { storage_encrypted: false, publicly_accessible: true }, { isStateful: true, isEncrypted: false, isPublic: 'database' }],
    ['aws', 'aws_s3_bucket_public_access_block', { block_public_acls: true, block_public_policy: false, ignore_public_acls: true, restrict_public_buckets: true }, { isPublic: 'bucket' }],
    ['aws', 'aws_ebs_volume', { size: 1 }, { isStateful: true, isEncrypted: false }],
    ['aws', 'aws_instance', { root_block_device: [{ encrypted: false }] }, { isEncrypted: false }],
    ['aws', 'aws_iam_role_policy_attachment', { policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }, { roles: [{ name: 'AdministratorAccess', isBroad: true }] }],
    ['azure', 'azurerm_storage_account', { allow_nested_items_to_be_public: true }, { isStateful: true, isPublic: 'bucket' }],
    ['azure', 'azurerm_storage_container', { container_access_type: 'blob' }, { isPublic: 'bucket' }],
    ['azure', 'azurerm_postgresql_flexible_server', { public_network_access_enabled: true }, { isStateful: true, isPublic: 'database' }],
    ['azure', 'azurerm_role_assignment', { role_definition_name: 'Owner' }, { roles: [{ name: 'Owner', isBroad: true }] }],
    ['digitalocean', 'digitalocean_spaces_bucket', { acl: 'public-read' }, { isStateful: true, isPublic: 'bucket' }],
    ['digitalocean', 'digitalocean_database_firewall', { rule: [{ type: 'ip_addr', value: '0.0.0.0/0' }] }, { isPublic: 'database' }],
    ['digitalocean', 'digitalocean_database_cluster', { engine: 'valkey' }, {}],
  ])('%s: %s with %j', async (provider, type, values, expected) => {
    expect(await traits(provider, type, values)).toEqual(expected);
  });

  it('know nothing bad of what the kinds’ examples render, on any provider', async () => {
    for (const { name: provider } of await queries.execute(new ListProviders())) {
      for (const { region, resources, name } of await queries.execute(new ListExamples(provider))) {
        const rendered = await queries.execute(new RenderConfiguration({ provider, region, resources, labels: { project: 'p', environment: 'dev', session: 's', deployment: 'd', owner: 'o' } }));
        if (!rendered.ok) throw new Error(rendered.failure.message);
        const { resource } = JSON.parse(rendered.value.mainTfJson) as { resource: Record<string, Record<string, JsonObject>> };
        const all = await queries.execute(new DescribeTraits(provider, Object.entries(resource).flatMap(([type, blocks]) => Object.values(blocks).map((values) => ({ type, values })))));
        const bad = all.filter(({ isEncrypted, isPublic, exposedPorts, roles }) => isEncrypted === false || isPublic === 'database' || exposedPorts?.length || roles?.some(({ isBroad }) => isBroad));
        expect([provider, name, bad]).toEqual([provider, name, []]);
      }
    }
  });
});
