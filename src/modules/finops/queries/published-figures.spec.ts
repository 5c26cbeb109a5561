import { QueryBus } from '@nestjs/cqrs';
import type { TestingModule } from '@nestjs/testing';
import type { JsonObject } from '../../providers';
import { BundledPrices } from '../catalogue/bundled-prices.fake';
import { EstimateCost } from './estimate-cost.query';

/** What was published as the monthly cost of a resource, in USD, and where. Parts that the engine does not render, such as provisioned IOPS, are left out on both sides. */
interface Published {
  readonly provider: string;
  readonly region: string;
  readonly type: string;
  readonly values: JsonObject;
  readonly monthlyUsd: number;
}

const gcp = (type: string, values: JsonObject, monthlyUsd: number): Published => ({ provider: 'gcp', region: 'us-central1', type, values, monthlyUsd });
const aws = (type: string, values: JsonObject, monthlyUsd: number): Published => ({ provider: 'aws', region: 'us-east-1', type, values, monthlyUsd });
const azure = (type: string, values: JsonObject, monthlyUsd: number): Published => ({ provider: 'azure', region: 'eastus', type, values, monthlyUsd });
const droplet = (size: string, monthlyUsd: number): Published => ({ provider: 'digitalocean', region: 'nyc3', type: 'digitalocean_droplet', values: { size, region: 'nyc3' }, monthlyUsd });

const redis = (tier: string, gb: number): JsonObject => ({ tier, memory_size_gb: gb, region: 'us-central1' });
const gcpDisk = (type: string, size: number): JsonObject => ({ type, size, zone: 'us-central1-a' });
const pool = (count: number): JsonObject => ({ location: 'us-central1-a', node_count: count, node_config: [{ machine_type: 'e2-medium', disk_size_gb: 100, disk_type: 'pd-standard' }] });
const volume = (type: string, size: number): JsonObject => ({ type, size, availability_zone: 'us-east-1a' });
const group = (type: string, count: number, gb: number): JsonObject => ({ instance_types: [type], disk_size: gb, scaling_config: [{ desired_size: count, min_size: 1, max_size: 3 }] });
const linux = (size: string, disk: string, gb: number): JsonObject => ({ size, location: 'eastus', os_disk: [{ storage_account_type: disk, disk_size_gb: gb }] });
const azureDisk = (type: string, gb: number): JsonObject => ({ storage_account_type: type, disk_size_gb: gb, location: 'eastus' });

const PUBLISHED: readonly (readonly [source: string, published: Published])[] = [
  ['Infracost, redis_instance_test, basic_m1', gcp('google_redis_instance', redis('BASIC', 1), 35.77)],
  ['Infracost, redis_instance_test, basic_m2', gcp('google_redis_instance', redis('BASIC', 5), 98.55)],
  ['Infracost, redis_instance_test, standard_m1', gcp('google_redis_instance', redis('STANDARD_HA', 1), 46.72)],
  ['Infracost, compute_disk_test, image_disk_size', gcp('google_compute_disk', gcpDisk('pd-standard', 30), 1.2)],
  ['Infracost, compute_disk_test, size', gcp('google_compute_disk', gcpDisk('pd-standard', 20), 0.8)],
  ['Infracost, compute_disk_test, ssd_default', gcp('google_compute_disk', gcpDisk('pd-ssd', 100), 17)],
  ['Infracost, compute_disk_test, standard_default', gcp('google_compute_disk', gcpDisk('pd-standard', 500), 20)],
  ['Infracost, container_node_pool_test, autoscaling_regional', gcp('google_container_node_pool', pool(2), 48.92 + 8)],
  ['Infracost, container_node_pool_test, default_regional', gcp('google_container_node_pool', pool(3), 73.38 + 12)],
  ['Infracost, container_node_pool_test, cluster_node_locations_zonal', gcp('google_container_node_pool', pool(4), 97.84 + 16)],
  ['Infracost, container_node_pool_test, node_locations_usage', gcp('google_container_node_pool', pool(8), 195.67 + 32)],
  ['Infracost, ebs_volume_test, gp3, storage alone', aws('aws_ebs_volume', volume('gp3', 40), 3.2)],
  ['Infracost, ebs_volume_test, gp2', aws('aws_ebs_volume', volume('gp2', 10), 1)],
  ['Infracost, ebs_volume_test, st1', aws('aws_ebs_volume', volume('st1', 40), 1.8)],
  ['Infracost, ebs_volume_test, sc1', aws('aws_ebs_volume', volume('sc1', 50), 0.75)],
  ['Infracost, instance_test, t3_default_cpuCredits, machine alone', aws('aws_instance', { instance_type: 't3.medium', availability_zone: 'us-east-1a' }, 30.37)],
  ['Infracost, eks_node_group_test, example', aws('aws_eks_node_group', group('t3.medium', 1, 20), 30.37 + 2)],
  ['Infracost, eks_node_group_test, example_defaultCpuCredits', aws('aws_eks_node_group', group('t3.medium', 3, 20), 91.1 + 6)],
  ['Infracost, eks_node_group_test, example_with_launch_template_2, machines and disks', aws('aws_eks_node_group', group('m5.xlarge', 3, 20), 420.48 + 6)],
  ['Infracost, linux_virtual_machine_test, basic_b1', azure('azurerm_linux_virtual_machine', linux('Standard_B1s', 'Standard_LRS', 32), 7.59 + 1.54)],
  ['Infracost, managed_disk_test, premium', azure('azurerm_managed_disk', azureDisk('Premium_LRS', 32), 5.28)],
  ['Infracost, managed_disk_test, standard', azure('azurerm_managed_disk', azureDisk('Standard_LRS', 32), 1.54)],
  ['Infracost, managed_disk_test, custom_size_ssd', azure('azurerm_managed_disk', azureDisk('StandardSSD_LRS', 1_000), 76.8)],
  ['Infracost, postgresql_flexible_server_test, gp, compute alone', azure('azurerm_postgresql_flexible_server', { sku_name: 'GP_Standard_D4s_v3', storage_mb: 0, location: 'eastus' }, 284.7)],
  ['DigitalOcean, prices from 1 July 2022: Basic, 1 GB', droplet('s-1vcpu-1gb', 6)],
  ['DigitalOcean, prices from 1 July 2022: Basic, 4 GB', droplet('s-2vcpu-4gb', 24)],
  ['DigitalOcean, prices from 1 July 2022: Basic, 8 GB', droplet('s-4vcpu-8gb', 48)],
];

const WITHIN = 0.02;

describe('figures that others have published', () => {
  let app: TestingModule;
  let queries: QueryBus;

  beforeAll(async () => {
    app = await BundledPrices.start();
    queries = app.get(QueryBus);
  });
  afterAll(() => app.close());

  it('are more than twenty', () => expect(PUBLISHED.length).toBeGreaterThanOrEqual(20));

  it.each(PUBLISHED)('%s: within 2 per cent', async (_, { provider, region, type, values, monthlyUsd }) => {
    const cost = await queries.execute(new EstimateCost({ provider, region, changes: [{ address: `${type}.it`, type, actions: ['create'], before: null, after: values }] }));
    expect(cost.complete).toBe(true);
    expect(Math.abs(cost.monthlyUsd - monthlyUsd) / monthlyUsd).toBeLessThanOrEqual(WITHIN);
  });
});
