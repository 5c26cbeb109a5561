import { existsSync } from 'node:fs';
import { rm, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { writeSimulatedProfile } from '../../sandbox/cloud/credentials-profile';
import { installSimulatedCloud } from '../../sandbox/cloud/install';
import { SimulatedCloud } from '../../sandbox/cloud/simulated-cloud';
import { FindTerraform } from '../../src/modules/terraform';
import { newId, type RunId } from '../../src/shared';
import { TerraformWorkbench } from '../support/terraform-workbench';

const onPath = (name: string): string | undefined => (process.env['PATH'] ?? '').split(delimiter).map((place) => join(place, name)).find((path) => existsSync(path));
const tofu = process.env['TOFU_BIN'] ?? onPath('tofu');
const terraform = onPath('terraform');

const configuration = (names: readonly string[]): string => JSON.stringify({
  terraform: { required_providers: { google: { source: 'hashicorp/google', version: '~> 7.0' } } },
  resource: { google_storage_bucket: Object.fromEntries(names.map((name) => [name, { name: `tofu-${name}-4711`, location: 'EU' }])) },
});

(tofu ? describe : describe.skip)('OpenTofu (skipped where neither TOFU_BIN nor PATH has a tofu)', () => {
  let workbench: TerraformWorkbench;
  let cloud: SimulatedCloud;
  let link: string;

  const use = async (binary: string): Promise<void> => {
    await rm(link, { force: true });
    await symlink(binary, link);
  };

  beforeEach(async () => {
    workbench = await TerraformWorkbench.start(async (folder) => {
      const installed = await installSimulatedCloud({ dir: join(folder, 'cloud'), nodeBinary: process.execPath });
      await writeSimulatedProfile(join(folder, 'credentials'), installed, { SIM_DELAY_MS: '0' });
      cloud = new SimulatedCloud(installed.cloudDir);
      link = join(folder, 'cli');
      await use(tofu ?? '');
      return { TERRAFORM_BIN: link, TERRAFORM_CLI_CONFIG: installed.cliConfigFile, DISCORD_API_URL: 'http://127.0.0.1:1/api' };
    });
  });

  afterEach(() => workbench.close());

  it('plans, applies, changes, reconciles and destroys as Terraform does', async () => {
    expect(await workbench.ask(new FindTerraform())).toMatchObject({ ok: true, value: { tool: 'opentofu' } });
    const plan = await workbench.plan(configuration(['one', 'two']));
    expect(plan).toMatchObject({ tool: 'opentofu', counts: { add: 2, change: 0, destroy: 0 } });
    const runId = newId<RunId>('run');
    expect(await workbench.apply(plan, runId)).toMatchObject({ outcome: 'succeeded', counts: { added: 2 }, resourcesInState: 2 });
    expect((await workbench.lines(runId)).map(({ text }) => text)).toContain('google_storage_bucket.one: Creating...');
    expect(await workbench.apply(await workbench.plan(configuration(['one'])))).toMatchObject({ outcome: 'succeeded', counts: { destroyed: 1 }, resourcesInState: 1 });

    await workbench.dataSource.query('DELETE FROM state_version');
    await workbench.dataSource.query(`UPDATE run SET outcome = 'interrupted' WHERE id = $1`, [runId]);
    const reconciliation = await workbench.plan(configuration(['one']), { as: 'reconcile' });
    expect(reconciliation.counts).toMatchObject({ import: 1, add: 0, change: 0, destroy: 0 });
    expect(await workbench.apply(reconciliation)).toMatchObject({ outcome: 'succeeded', resourcesInState: 1 });

    expect(await workbench.apply(await workbench.plan(configuration(['one']), { as: 'destroy' }))).toMatchObject({ outcome: 'succeeded', counts: { destroyed: 1 }, resourcesInState: 0 });
    expect(cloud.list('google_storage_bucket')).toEqual([]);
  });

  (terraform ? it : it.skip)('never applies a plan of Terraform’s, nor Terraform one of its', async () => {
    const ofTofu = await workbench.plan(configuration(['one']));
    await use(terraform ?? '');
    expect(await workbench.execute(workbench.applying(ofTofu))).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.PLAN_STALE' } });
    const ofTerraform = await workbench.plan(configuration(['one']));
    expect(ofTerraform.tool).toBe('terraform');
    await use(tofu ?? '');
    expect(await workbench.execute(workbench.applying(ofTerraform))).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.PLAN_STALE' } });
    expect(cloud.creations()).toBe(0);
  });
});
