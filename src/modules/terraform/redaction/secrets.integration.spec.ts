import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../../../../test/support/eventually';
import { configurationOf, TerraformWorkbench } from '../../../../test/support/terraform-workbench';
import { newId, type RunId } from '../../../shared';
import { GetRun } from '../queries/get-run.query';

const MULTILINE = ['first line of a key', 'second line of a key', 'third line of a key'];

/** Each is printed in the way that its name says. */
const CANARIES = {
  profile: 'canary-profile-4f2a',
  sensitiveVariable: 'canary variable 9c1b',
  prefix: 'canary-json"quoted"\\and-slashed',
  urlEncoded: 'canary/url+encoded=7d',
};

const TOKENS = [
  'AKIAIOSFODNN7EXAMPLE', 'ghp_0123456789abcdefghijABCDEFGHIJ012345', 'xoxb-1234567890-abcdefghij', 'ya29.a0AfH6SMBxxxxxxxxxxxx',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijk', 'password=hunter2hunter2', 'postgres://app:pa55word-of-app@db/app',
];

describe('what must never be shown', () => {
  let workbench: TerraformWorkbench;

  beforeEach(async () => {
    workbench = await TerraformWorkbench.start();
  });

  afterEach(() => workbench.close());

  /** Everything this database holds, as text. */
  const everythingStored = async (): Promise<string> => {
    const tables = await workbench.dataSource.query<{ name: string }[]>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
    const rows = await Promise.all(tables.map(({ name }) => workbench.dataSource.query<{ row: string }[]>(`SELECT "${name}"::text AS row FROM "${name}"`)));
    const clear = rows.flat().map(({ row }) => row);
    // Sealed columns read as hexadecimal digits: what they hide would be found there only as that.
    return [...clear, ...clear.map((row) => row.replace(/\\\\x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1')))].join('\n');
  };

  it('is in no table, no answer and no event, wherever Terraform prints it', async () => {
    await workbench.writeProfile('default', `CANARY="${CANARIES.profile}"\nQUOTED='${CANARIES.prefix}'\nURL='${CANARIES.urlEncoded}'\nKEY="${MULTILINE.join('\\n')}"\nGOOGLE_REGION=europe-west1\n`);
    const script = [
      `echo "plain $CANARY"`, `echo "$QUOTED"`, `echo "$KEY"`, `echo "in stderr $CANARY" >&2`, `echo "base64 $(printf %s "$CANARY" | base64)"`,
      `echo 'url ${encodeURIComponent(CANARIES.urlEncoded)}'`, `echo '${CANARIES.sensitiveVariable}'`, ...TOKENS.map((token) => `echo 'token ${token}'`), 'exit 7',
    ].join('\n');
    const configuration = configurationOf({ loud: { command: script }, marked: { input: '${var.secret}' } }, {
      variable: { secret: { type: 'string', sensitive: true, default: CANARIES.sensitiveVariable } },
      output: { region: { value: 'europe-west1' }, leaked: { value: `prefix ${CANARIES.profile}` } },
    });
    const runId = newId<RunId>('run');
    const plan = await workbench.plan(configuration);
    const end = await workbench.apply(plan, runId);
    const summary = await workbench.ask(new GetRun(runId));
    const lines = await workbench.lines(runId);

    expect(end).toMatchObject({ outcome: 'failed', error: expect.stringContaining('(redacted)') as string });
    expect(lines.map((line) => line.text)).toContain('terraform_data.loud: (local-exec): plain (redacted)');
    const shown = [JSON.stringify({ plan: { ...plan, resources: plan.resources.filter((resource) => resource.address !== 'terraform_data.loud') }, end, summary, lines }), await everythingStored()].join('\n');
    const hidden = [...Object.values(CANARIES), ...MULTILINE, ...TOKENS.slice(0, 5), 'hunter2hunter2', 'pa55word-of-app', Buffer.from(CANARIES.profile).toString('base64'), encodeURIComponent(CANARIES.urlEncoded), JSON.stringify(CANARIES.prefix).slice(1, -1)];
    for (const canary of hidden) expect({ canary, at: shown.indexOf(canary) }).toEqual({ canary, at: -1 });
  });

  it('is on no command line and in no file, once it is over', async () => {
    await workbench.writeProfile('default', `CANARY="${CANARIES.profile}"\n`);
    const runId = newId<RunId>('run');
    const seen = join(workbench.folder, 'command-lines');
    const plan = await workbench.plan(configurationOf({ looks: { command: `cat /proc/[0-9]*/cmdline | tr '\\0' ' ' > ${seen} 2>/dev/null; test -n "$CANARY"; exit 1` } }));
    await workbench.apply(plan, runId);
    expect(await readFile(seen, 'utf8')).not.toContain(CANARIES.profile);
    // Its lines and its state are stored: nothing of it stays on disk.
    expect(existsSync(workbench.runDirectory(runId))).toBe(false);
  });

  it('is redacted by the follower after a crash as well', async () => {
    await workbench.writeProfile('default', `CANARY="${CANARIES.profile}"\n`);
    const runId = newId<RunId>('run');
    const plan = await workbench.plan(configurationOf({ first: { command: 'sleep 0.5' }, loud: { after: 'first', command: 'echo "late $CANARY"; sleep 0.3' } }));
    const first = workbench.apply(plan, runId).catch(() => undefined);
    await eventually(async () => (await workbench.ask(new GetRun(runId)))?.state === 'running', 'the apply');
    await workbench.stopWorker();
    await first;
    await workbench.writeProfile('default', 'CANARY="another one by now"\n');
    await workbench.startWorker();
    await workbench.apply(plan, runId);
    expect(await everythingStored()).not.toContain(CANARIES.profile);
    expect((await workbench.lines(runId)).some((line) => line.text.includes('late (redacted)'))).toBe(true);
  });
});
