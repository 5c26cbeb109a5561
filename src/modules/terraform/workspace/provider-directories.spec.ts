import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wrapTerraform } from '../../../../test/support/terraform-workbench';
import { Settings } from '../../../config';
import { readConfiguration } from '../documents/configuration';
import type { TerraformTool } from '../domain/terraform-tool';
import { DataDirectory } from './data-directory';
import { ProviderDirectories } from './provider-directories';

const google = readConfiguration(JSON.stringify({ terraform: { required_providers: { google: { source: 'hashicorp/google', version: '~> 7.0' } } } }));
const none = readConfiguration(JSON.stringify({}));

describe('initialised provider directories', () => {
  let dataDir: string;
  let tool: TerraformTool;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'cloud-engine-providers-'));
    // An init as the directory sees it: it leaves .terraform and a lock file. Each run of it leaves a mark.
    const binary = await wrapTerraform(`echo init >> ${dataDir}/inits; sleep 0.2; mkdir .terraform; echo lock > .terraform.lock.hcl; exit`);
    tool = { tool: 'terraform', version: '1.11.4', binary };
  });

  afterEach(() => rm(dataDir, { recursive: true }));

  const open = (environment: Record<string, string> = {}): ProviderDirectories => {
    const settings = Settings.from({ DATA_DIR: dataDir, ...environment });
    return new ProviderDirectories(settings, new DataDirectory(settings));
  };
  const inits = async (): Promise<number> => (await readFile(join(dataDir, 'inits'), 'utf8')).trim().split('\n').length;

  it('are made once, and found again', async () => {
    const providers = open();
    const [first, second] = await Promise.all([providers.prepare(google, tool, {}), providers.prepare(google, tool, {})]);
    expect(first).toMatchObject({ ok: true, value: { directory: expect.any(String) as string, lockDigest: expect.stringMatching(/^[0-9a-f]{64}$/) as string } });
    expect(second).toEqual(first);
    expect(await open().prepare(google, tool, {})).toEqual(first);
    expect(await inits()).toBe(1);
    if (first.ok) expect((await stat(first.value.directory ?? '')).mode & 0o777).toBe(0o700);
  });

  it('are made by one process only to be used by all, where several begin at once', async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => open().prepare(google, tool, {})));
    expect(new Set(made.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await readdir(join(dataDir, 'terraform', 'providers'))).toHaveLength(1);
  });

  it('are not shared between versions or CLI configurations', async () => {
    const cliConfig = join(dataDir, 'terraform.rc');
    await writeFile(cliConfig, '# a mirror');
    await open().prepare(google, tool, {});
    await open().prepare(google, { ...tool, version: '1.12.0' }, {});
    await open({ TERRAFORM_CLI_CONFIG: cliConfig }).prepare(google, tool, {});
    expect(await readdir(join(dataDir, 'terraform', 'providers'))).toHaveLength(3);
  });

  it('are not needed for what is inside of Terraform', async () => {
    expect(await open().prepare(none, tool, {})).toEqual({ ok: true, value: { lockDigest: expect.any(String) as string } });
  });

  it('leave nothing behind where init fails, and say why', async () => {
    const binary = await wrapTerraform(`printf '╷\\n│ Error: Failed to query available provider packages\\n│ \\n│ Could not reach the registry.\\n╵\\n' >&2; exit 1`);
    expect(await open().prepare(google, { ...tool, binary }, {})).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.INIT_FAILED', message: 'The Terraform providers could not be installed. Failed to query available provider packages Could not reach the registry.' } });
    expect(await readdir(join(dataDir, 'terraform', 'providers'))).toEqual([]);
  });
});
