/**
 * What it takes to price a plan of 1,000 resources from the catalogue in PostgreSQL, and to ask every built-in rule about the
 * same plan; before and after each resource, in turns, medians. `npm run bench -- cost-and-policy [rounds]`.
 */
import { createRequire } from 'node:module';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machine, median, table } from './report.mjs';

const require = createRequire(import.meta.url);
require('reflect-metadata');
const built = (path) => require(join(import.meta.dirname, '..', 'dist', path));
const { QueryBus } = require('@nestjs/cqrs');
const { Settings } = built('src/config');
const { startEngine } = built('src/engine.js');
const { EstimateCost } = built('src/modules/finops');
const { CheckPlan } = built('src/modules/policy');

const RESOURCES = 1_000;
const LIMIT_MS = 50;
const rounds = Number(process.argv[2] ?? 50);
const folder = mkdtempSync(join(tmpdir(), 'cloud-engine-bench-'));
chmodSync(folder, 0o755);

const vm = (size) => ({ machine_type: size, zone: 'us-central1-a', boot_disk: [{ initialize_params: [{ size: 20, type: 'pd-balanced' }] }], network_interface: [{ access_config: [{ network_tier: 'PREMIUM' }] }], metadata: { 'enable-oslogin': 'TRUE' }, labels: { project: 'bench', owner: 'bench' } });
const KINDS = [
  ['google_compute_instance', vm('e2-small'), vm('e2-standard-2')],
  ['google_compute_disk', { size: 50, type: 'pd-balanced', zone: 'us-central1-a' }, { size: 200, type: 'pd-ssd', zone: 'us-central1-a' }],
  ['google_compute_firewall', { direction: 'INGRESS', source_ranges: ['10.0.0.0/8'], allow: [{ protocol: 'tcp', ports: ['22'] }] }, { direction: 'INGRESS', source_ranges: ['0.0.0.0/0'], allow: [{ protocol: 'tcp', ports: ['22', '8000-9000'] }] }],
  ['google_storage_bucket', { location: 'US-CENTRAL1', storage_class: 'STANDARD' }, { location: 'US-CENTRAL1', storage_class: 'NEARLINE' }],
];
const resources = Array.from({ length: RESOURCES }, (_, index) => {
  const [type, before, after] = KINDS[index % KINDS.length];
  return { address: `${type}.r${index}`, type, actions: ['update'], before, after, afterUnknown: {} };
});
const project = { id: 'prj_1', guildId: 'g', name: 'bench', environment: 'production', providers: ['gcp'], regions: [], credentialsProfile: 'default', createdBy: 'u', createdAt: new Date(0) };

const engine = await startEngine(Settings.from({ ROLE: 'worker', DATA_DIR: join(folder, 'data'), PRICE_REFRESH_HOURS: '0', HTTP_PORT: '0', LOG_LEVEL: 'silent' }));
try {
  const queries = engine.app.get(QueryBus);
  const took = { price: [], rules: [] };
  let found = 0;
  let cost;
  const time = async (list, work) => {
    const startedAt = performance.now();
    const result = await work();
    list.push(performance.now() - startedAt);
    return result;
  };
  for (let round = 0; round < rounds; round += 1) {
    cost = await time(took.price, () => queries.execute(new EstimateCost({ provider: 'gcp', region: 'us-central1', changes: resources })));
    found = (await time(took.rules, () => queries.execute(new CheckPlan({ project, provider: 'gcp', region: 'us-central1', purpose: 'deploy', resources, cost })))).length;
  }
  console.log(`${RESOURCES} resources, each before and after; ${cost.lines.length} lines of cost, ${found} violations; ${rounds} rounds; ${machine()}`);
  const isKept = Object.values(took).every((list) => median(list) < LIMIT_MS);
  table(['', 'median ms', 'slowest ms', 'limit ms'], Object.entries(took).map(([name, list]) => [name, median(list).toFixed(1), Math.max(...list).toFixed(1), LIMIT_MS]));
  process.exitCode = isKept ? 0 : 1;
} finally {
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
}
