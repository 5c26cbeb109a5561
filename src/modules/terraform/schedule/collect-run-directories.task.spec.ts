import { existsSync } from 'node:fs';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configurationOf, TerraformWorkbench } from '../../../../test/support/terraform-workbench';
import { newId, type RunId } from '../../../shared';
import { CollectRunDirectoriesTask } from './collect-run-directories.task';

describe('directories of runs', () => {
  let workbench: TerraformWorkbench;

  beforeEach(async () => {
    workbench = await TerraformWorkbench.start();
  });

  afterEach(() => workbench.close());

  const collect = (): Promise<void> => workbench.part(CollectRunDirectoriesTask).run();

  it('that nobody cleaned up keep their states alone: for a week, and those to be reconciled until they are', async () => {
    const runId = newId<RunId>('run');
    expect(await workbench.apply(await workbench.plan(configurationOf({ bad: { command: 'exit 3' } })), runId)).toMatchObject({ outcome: 'failed' });
    const directory = workbench.runDirectory(runId);
    await mkdir(directory);
    for (const file of ['output.jsonl', 'errors.txt', 'main.tf.json', 'tfplan', 'terraform.tfstate', 'errored.tfstate']) await writeFile(join(directory, file), 'a secret in clear');
    const isThere = (): boolean => existsSync(directory);
    await collect();
    expect((await readdir(directory)).toSorted()).toEqual(['errored.tfstate', 'terraform.tfstate']);
    await workbench.dataSource.query(`UPDATE run SET ended_at = now() - interval '8 days', outcome = 'interrupted' WHERE id = $1`, [runId]);
    await collect();
    expect(isThere()).toBe(true);
    await workbench.dataSource.query('UPDATE run SET settled = true WHERE id = $1', [runId]);
    await collect();
    expect(isThere()).toBe(false);
  });

  it('that nobody knows are left alone, and what was never finished goes', async () => {
    const runs = join(workbench.dataDir, 'terraform', 'runs');
    await mkdir(join(runs, 'run_unknown'), { recursive: true });
    await mkdir(join(runs, 'making-new'));
    await mkdir(join(runs, 'making-old'));
    await utimes(join(runs, 'making-old'), 0, 0);
    await collect();
    expect(['run_unknown', 'making-new', 'making-old'].map((name) => existsSync(join(runs, name)))).toEqual([true, true, false]);
  });
});

describe('a disk that is almost full', () => {
  it('is a refusal before anything begins', async () => {
    const workbench = await TerraformWorkbench.start({ MIN_FREE_DISK_MB: '1000000000' });
    try {
      const refused = await workbench.execute(workbench.planning(configurationOf({ one: {} })));
      expect(refused).toMatchObject({ ok: false, failure: { code: 'TERRAFORM.DISK_FULL', message: expect.stringMatching(/: \d+ MB are free, a run needs 1000000000 MB\. Nothing was started/) as string } });
    } finally {
      await workbench.close();
    }
  });
});
