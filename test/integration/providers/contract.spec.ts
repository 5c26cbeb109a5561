import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsOfSimulatedClouds } from '../../../sandbox/cloud/credentials-profile';
import { installSimulatedCloud, type InstalledCloud } from '../../../sandbox/cloud/install';
import { SimulatedCloud } from '../../../sandbox/cloud/simulated-cloud';
import { reattachedProvider, type ReattachedProvider } from '../../../sandbox/cloud/testing/reattached-provider';
import { terraformBinary } from '../../../sandbox/cloud/testing/terraform-binary';
import type { Example, JsonObject } from '../../../src/modules/providers';
import { examples, registry, rendered } from '../../support/provider-examples';

interface PlanJson {
  readonly resource_changes?: readonly { readonly address: string; readonly type: string; readonly change: { readonly after: JsonObject | null } }[];
}

let folder: string;
let installed: InstalledCloud;
const providers = new Map<string, ReattachedProvider>();

async function terraform(directory: string, ...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve) => {
    const env = { HOME: folder, PATH: '/usr/bin:/bin', CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', TF_INPUT: '0', TF_REATTACH_PROVIDERS: providers.get(directory)?.reattach ?? '' };
    const child = execFile(terraformBinary(), [...args], { cwd: directory, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => resolve({ code: error === null ? 0 : (child.exitCode ?? 1), output: `${stdout}${stderr}` }));
  });
}

/** A directory with this configuration, and a cloud of its own whose provider lives in this process: nothing is started or installed for each command. */
async function workspace(example: Example, environment: string): Promise<string> {
  const home = join(folder, `${example.provider}-${example.name}-${environment}`);
  const directory = join(home, 'work');
  const cloudDir = join(home, 'cloud');
  mkdirSync(directory, { recursive: true });
  mkdirSync(cloudDir);
  const { mainTfJson } = await rendered(example, environment);
  writeFileSync(join(directory, 'main.tf.json'), mainTfJson);
  const { terraform: { required_providers: required } } = JSON.parse(mainTfJson) as { terraform: { required_providers: Record<string, { source: string }> } };
  const [source] = Object.values(required).map((one) => one.source);
  providers.set(directory, await reattachedProvider(source ?? '', cloudDir, { ...settingsOfSimulatedClouds, ...installed.environment, SIM_CLOUD_DIR: cloudDir, SIM_DELAY_MS: '0' }));
  return directory;
}

async function expectSuccess(directory: string, ...args: readonly string[]): Promise<string> {
  const { code, output } = await terraform(directory, ...args);
  if (code !== 0) throw new Error(`terraform ${args.join(' ')} ended with ${code}:\n${output}`);
  return output;
}

const wanted = process.env['CONTRACT_PROVIDER'];
const table = registry.all().filter(({ provider }) => wanted === undefined || provider.name === wanted).flatMap(({ provider, kinds }) => [
  ...[...kinds.keys()].map((kind) => [provider.name, kind] as const),
  ...registry.allBlueprints().map(({ name }) => [provider.name, `blueprint-${name}`] as const),
]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'provider-contract-'));
  installed = await installSimulatedCloud({ dir: join(folder, 'installed'), nodeBinary: process.execPath });
});
afterEach(() => {
  for (const provider of providers.values()) provider.close();
  providers.clear();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(table)('%s %s, with the real Terraform on the simulated cloud', (provider, name) => {
  it('is valid as planned, is priced, applies, is planned again without a change, and is destroyed', async () => {
    const example = (await examples()).find((one) => one.provider === provider && one.name === name);
    if (!example) throw new Error('It has no example');
    const directory = await workspace(example, 'dev');
    await expectSuccess(directory, 'plan', '-no-color', '-out=plan');
    const { resource_changes: changes = [] } = JSON.parse(await expectSuccess(directory, 'show', '-json', 'plan')) as PlanJson;
    expect(changes.length).toBeGreaterThan(0);
    const prices = registry.find(provider)?.prices;
    const unpriced = changes.filter(({ type, change }) => !/^(components|free)$/.test(prices?.get(type)?.(change.after ?? {}, { region: example.region }).pricing ?? 'unknown')).map(({ address }) => address);
    expect(unpriced).toEqual([]);

    await expectSuccess(directory, 'apply', '-no-color', 'plan');
    const again = await terraform(directory, 'plan', '-no-color', '-detailed-exitcode');
    expect(`${again.code} ${again.code === 0 ? '' : again.output}`).toBe('0 ');
    const cloud = new SimulatedCloud(join(directory, '..', 'cloud'));
    expect(cloud.list().length).toBe(changes.length);
    await expectSuccess(directory, 'apply', '-destroy', '-auto-approve', '-no-color');
    expect(cloud.list()).toEqual([]);
  });

  it('is valid in production too', async () => {
    const example = (await examples()).find((one) => one.provider === provider && one.name === name);
    if (!example) throw new Error('It has no example');
    if ((await rendered(example, 'production')).mainTfJson.replaceAll('production', 'dev') === (await rendered(example)).mainTfJson) return;
    await expectSuccess(await workspace(example, 'production'), 'plan', '-no-color');
  });
});
