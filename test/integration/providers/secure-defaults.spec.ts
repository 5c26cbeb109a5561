import type { Example } from '../../../src/modules/providers';
import { parseResource } from '../../../src/modules/providers/domain/parse-resource';
import { examples, registry, rendered, resourcesOf } from '../../support/provider-examples';

type Body = Readonly<Record<string, unknown>>;

let all: readonly Example[];
beforeAll(async () => { all = await examples(); });

async function bodies(provider: string, name: string, type: string, environment = 'dev'): Promise<readonly Body[]> {
  const example = all.find((one) => one.provider === provider && one.name === name);
  if (!example) throw new Error(`There is no ${name} on ${provider}`);
  return resourcesOf((await rendered(example, environment)).mainTfJson).filter((one) => one.type === type).map(({ body }) => body);
}

describe.each(registry.all().map(({ provider, kinds }) => [provider.name, kinds] as const))('by default, on %s', (provider, kinds) => {
  it.each(['22', '3306, 443', '5432', '6379', '1-65535', '27017'])('a firewall does not open port %s to the internet unless told so in so many words', (ports) => {
    const firewall = kinds.get('firewall');
    const network = kinds.get('vpc');
    if (!firewall || !network) throw new Error('It has no firewall or no vpc');
    const vpc = parseResource(network, { name: 'main' }, { zones: [], existing: [] });
    if (!vpc.ok) throw new Error(vpc.failure.message);
    const ask = (more: Record<string, string>) => parseResource(firewall, { name: 'it', network: 'main', ports, ...more }, { zones: [], existing: [vpc.value] });
    expect(ask({ sources: '0.0.0.0/0' })).toMatchObject({ ok: false, failure: { message: expect.stringContaining('open_to_internet') as unknown } });
    expect(ask({ sources: '0.0.0.0/1, 128.0.0.0/1' })).toMatchObject({ ok: false });
    expect(ask({ sources: '203.0.113.7/32' })).toMatchObject({ ok: true });
    expect(ask({ sources: '0.0.0.0/0', advanced: '{"open_to_internet": true}' })).toMatchObject({ ok: true });
  });

  it('no configuration holds a password, a key or a token of our making', async () => {
    for (const example of all.filter((one) => one.provider === provider)) {
      for (const environment of ['dev', 'production']) {
        const { mainTfJson } = await rendered(example, environment);
        expect(mainTfJson).not.toMatch(/"(root_password|password|administrator_password|admin_password|master_password|auth_token|secret|token|private_key|access_key)":/);
        expect(mainTfJson).not.toMatch(/BEGIN [A-Z ]*PRIVATE KEY/);
      }
    }
  });

  it('accepts the sizes that every cloud has, and refuses what is none', () => {
    for (const kind of ['compute_vm', 'database', 'cache', 'kubernetes_cluster']) {
      const size = kinds.get(kind)?.args.shape['size'] as { safeParse(value: unknown): { success: boolean } } | undefined;
      const accepted = ['small', 'medium', 'large'].filter((one) => size?.safeParse(one).success);
      // Azure's Kubernetes wants 4 GB at least.
      expect(accepted).toEqual(provider === 'azure' && kind === 'kubernetes_cluster' ? ['medium', 'large'] : ['small', 'medium', 'large']);
      for (const wrong of ['huge', 'Small', 'small ', '', 'e2-standard-2; rm', 'constructor']) expect(size?.safeParse(wrong).success).toBe(false);
    }
  });
});

describe('what is made', () => {
  it.each([
    ['gcp', 'database', 'google_sql_database_instance', { settings: [{ ip_configuration: [{ ipv4_enabled: false, ssl_mode: 'ENCRYPTED_ONLY' }] }] }],
    ['gcp', 'storage_bucket', 'google_storage_bucket', { public_access_prevention: 'enforced', uniform_bucket_level_access: true }],
    ['gcp', 'cache', 'google_redis_instance', { auth_enabled: true, transit_encryption_mode: 'SERVER_AUTHENTICATION' }],
    ['gcp', 'kubernetes_cluster', 'google_container_cluster', { private_cluster_config: [{ enable_private_nodes: true, enable_private_endpoint: true }] }],
    ['aws', 'compute_vm', 'aws_launch_template', { metadata_options: [{ http_tokens: 'required' }], block_device_mappings: [{ ebs: [{ encrypted: 'true' }] }] }],
    ['aws', 'compute_vm', 'aws_instance', { associate_public_ip_address: false }],
    ['aws', 'disk', 'aws_ebs_volume', { encrypted: true }],
    ['aws', 'database', 'aws_db_instance', { publicly_accessible: false, storage_encrypted: true, manage_master_user_password: true }],
    ['aws', 'storage_bucket', 'aws_s3_bucket_public_access_block', { block_public_acls: true, block_public_policy: true, ignore_public_acls: true, restrict_public_buckets: true }],
    ['aws', 'cache', 'aws_elasticache_replication_group', { at_rest_encryption_enabled: 'true', transit_encryption_enabled: true }],
    ['aws', 'kubernetes_cluster', 'aws_eks_cluster', { vpc_config: [{ endpoint_private_access: true, endpoint_public_access: false }] }],
    ['azure', 'compute_vm', 'azurerm_linux_virtual_machine', { disable_password_authentication: true, secure_boot_enabled: true, vtpm_enabled: true }],
    ['azure', 'database', 'azurerm_postgresql_flexible_server', { public_network_access_enabled: false, authentication: [{ active_directory_auth_enabled: true, password_auth_enabled: false }] }],
    ['azure', 'storage_bucket', 'azurerm_storage_account', { https_traffic_only_enabled: true, min_tls_version: 'TLS1_2', allow_nested_items_to_be_public: false, infrastructure_encryption_enabled: true }],
    ['azure', 'disk', 'azurerm_managed_disk', { network_access_policy: 'DenyAll', public_network_access_enabled: false }],
    ['azure', 'cache', 'azurerm_redis_cache', { minimum_tls_version: '1.2', non_ssl_port_enabled: false }],
    ['azure', 'kubernetes_cluster', 'azurerm_kubernetes_cluster', { private_cluster_enabled: true, local_account_disabled: true }],
    ['digitalocean', 'storage_bucket', 'digitalocean_spaces_bucket', { acl: 'private' }],
    ['digitalocean', 'load_balancer', 'digitalocean_loadbalancer', { redirect_http_to_https: true }],
  ])('%s %s: %s is private and encrypted', async (provider, name, type, expected) => {
    const found = await bodies(provider, name, type);
    expect(found.length).toBeGreaterThan(0);
    for (const body of found) expect(body).toMatchObject(expected);
  });

  it.each([
    ['gcp', 'google_sql_database_instance', { deletion_protection: true, settings: [{ deletion_protection_enabled: true }] }, { deletion_protection: false }],
    ['aws', 'aws_db_instance', { deletion_protection: true, skip_final_snapshot: false }, { deletion_protection: false }],
    ['azure', 'azurerm_management_lock', { lock_level: 'CanNotDelete' }, undefined],
  ])('a database in production is protected against deletion, on %s', async (provider, type, inProduction, inDev) => {
    expect(await bodies(provider, 'database', type, 'production')).toMatchObject([inProduction]);
    expect(await bodies(provider, 'database', type)).toMatchObject(inDev ? [inDev] : []);
  });

  it('a Droplet lets in its network and nobody else', async () => {
    const [guard] = await bodies('digitalocean', 'compute_vm', 'digitalocean_firewall');
    expect((guard?.['inbound_rule'] as readonly { source_addresses: readonly string[] }[]).flatMap((rule) => rule.source_addresses)).toEqual(Array(3).fill('${digitalocean_vpc.main.ip_range}'));
  });
});
