import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, cpSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { terraformBinary } from '../../../sandbox/cloud/testing/terraform-binary';
import { examples, registry, rendered } from '../../support/provider-examples';

// An unpacked filesystem mirror with the real hashicorp/aws in it. Planning needs no account: nothing is asked of Amazon.
const MIRROR = process.env['REAL_PROVIDER_MIRROR'];
const there = MIRROR !== undefined && existsSync(join(MIRROR, 'registry.terraform.io/hashicorp/aws'));
const withProvider = there ? describe : describe.skip;

withProvider(`every AWS example, planned by the real provider${there ? '' : ' (skipped: REAL_PROVIDER_MIRROR names no mirror with hashicorp/aws)'}`, () => {
  let folder: string;
  let initialised: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'real-aws-'));
    writeFileSync(join(folder, 'terraform.tfrc'), `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(MIRROR)}\n  }\n}\n`);
    initialised = await workspace('vpc');
    const { code, output } = await terraform(initialised, 'init', '-no-color');
    if (code !== 0) throw new Error(output);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([...(registry.find('aws')?.kinds.keys() ?? []), ...registry.allBlueprints().map(({ name }) => `blueprint-${name}`)])('%s', async (name) => {
    const directory = await workspace(name, 'plan');
    symlinkSync(join(initialised, '.terraform'), join(directory, '.terraform'));
    cpSync(join(initialised, '.terraform.lock.hcl'), join(directory, '.terraform.lock.hcl'));
    const { code, output } = await terraform(directory, 'plan', '-no-color', '-refresh=false');
    expect(`${code} ${code === 0 ? '' : output}`).toBe('0 ');
    expect(output).toMatch(/Plan: [1-9]\d* to add, 0 to change, 0 to destroy/);
  });

  async function workspace(name: string, purpose = 'init'): Promise<string> {
    const example = (await examples()).find((one) => one.provider === 'aws' && one.name === name);
    if (!example) throw new Error(`There is no example of ${name}`);
    const configuration = JSON.parse((await rendered(example, 'production')).mainTfJson) as { provider: { aws: object } };
    const offline = { access_key: 'none', secret_key: 'none', skip_credentials_validation: true, skip_requesting_account_id: true, skip_metadata_api_check: true, skip_region_validation: true };
    const directory = join(folder, `${name}-${purpose}`);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'main.tf.json'), JSON.stringify({ ...configuration, provider: { aws: { ...configuration.provider.aws, ...offline } } }));
    return directory;
  }

  function terraform(directory: string, ...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
    return new Promise((resolve) => {
      const env = { HOME: folder, PATH: '/usr/bin:/bin', TF_CLI_CONFIG_FILE: join(folder, 'terraform.tfrc'), CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', TF_INPUT: '0' };
      const child = execFile(terraformBinary(), [...args], { cwd: directory, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => resolve({ code: error === null ? 0 : (child.exitCode ?? 1), output: `${stdout}${stderr}` }));
    });
  }
});
