import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProfile, secretsOf } from './credentials-profile';

describe('a credentials profile', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'cloud-engine-credentials-'));
  });

  afterEach(() => rm(directory, { recursive: true }));

  it('is a file of variables', async () => {
    await writeFile(join(directory, 'team-a.env'), `# of team A\nexport AWS_ACCESS_KEY_ID=abc\nKEY="two\\nlines"\n`, { mode: 0o600 });
    expect(await readProfile(directory, 'team-a')).toEqual({ ok: true, value: { name: 'team-a', variables: { AWS_ACCESS_KEY_ID: 'abc', KEY: 'two\nlines' } } });
  });

  it.each([0o640, 0o604, 0o660, 0o644, 0o601])('is refused where others can use it (mode %o)', async (mode) => {
    await writeFile(join(directory, 'open.env'), 'A=b', { mode });
    expect(await readProfile(directory, 'open')).toMatchObject({ ok: false, failure: { code: 'CREDENTIALS.PROFILE_EXPOSED', message: expect.stringContaining('chmod 600') as string } });
  });

  it('is refused where it is missing, or no file', async () => {
    await mkdir(join(directory, 'folder.env'), { mode: 0o700 });
    for (const name of ['nobody', 'folder']) expect(await readProfile(directory, name)).toMatchObject({ ok: false, failure: { code: 'CREDENTIALS.PROFILE_MISSING' } });
  });

  it.each(['', '../default', 'a/b', 'Upper', '1st', '-x', 'a'.repeat(40), 'a.b', 'a\n'])('has no such name as %j', async (name) => {
    expect(await readProfile(directory, name)).toMatchObject({ ok: false, failure: { code: 'CREDENTIALS.PROFILE_NAME' } });
  });

  it('hides its values, and the keys inside of a key file, but not where things stand', () => {
    const variables = { TOKEN: 'abc-token', GOOGLE_CREDENTIALS: JSON.stringify({ private_key: 'inner-key', client_email: 'robot@x' }), AWS_REGION: 'eu-west-1', GOOGLE_PROJECT: 'demo-project', ARM_SUBSCRIPTION_ID: '00000000-0000-4000-8000-000000000001' };
    expect(secretsOf({ name: 'x', variables })).toEqual(['abc-token', variables.GOOGLE_CREDENTIALS, 'inner-key']);
  });
});
