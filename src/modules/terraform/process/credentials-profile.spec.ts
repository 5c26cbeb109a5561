import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentialsOf } from '../../../../test/support/credentials';
import { readProfile, secretsOf } from './credentials-profile';

describe('a credentials profile', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'cloud-engine-credentials-'));
  });

  afterEach(() => rm(directory, { recursive: true }));

  it('is a file of variables', async () => {
    await writeFile(join(directory, 'team-a.env'), `# of team A\nexport AWS_ACCESS_KEY_ID=abc\nKEY="two\\nlines"\n`, { mode: 0o600 });
    expect(await readProfile(directory, credentialsOf('team-a'))).toEqual({ ok: true, value: { name: 'team-a', variables: { AWS_ACCESS_KEY_ID: 'abc', KEY: 'two\nlines' } } });
  });

  it.each([0o640, 0o604, 0o660, 0o644, 0o601])('is refused where others can use it (mode %o)', async (mode) => {
    await writeFile(join(directory, 'open.env'), 'A=b', { mode });
    expect(await readProfile(directory, credentialsOf('open'))).toMatchObject({ ok: false, failure: { code: 'CREDENTIALS.PROFILE_EXPOSED', message: expect.stringContaining('chmod 600') as string } });
  });

  it('is refused where it is missing, or no file', async () => {
    await mkdir(join(directory, 'folder.env'), { mode: 0o700 });
    for (const name of ['nobody', 'folder']) expect(await readProfile(directory, credentialsOf(name))).toMatchObject({ ok: false, failure: { code: 'CREDENTIALS.PROFILE_MISSING' } });
  });

  it.each(['', '../default', 'a/b', 'Upper', '1st', '-x', 'a'.repeat(40), 'a.b', 'a\n'])('has no such name as %j', async (name) => {
    expect(await readProfile(directory, credentialsOf(name))).toMatchObject({ ok: false, failure: { code: 'CREDENTIALS.PROFILE_NAME' } });
  });

  describe('is given by where it lies', () => {
    const put = async (place: string, value: string): Promise<void> => {
      await mkdir(join(directory, place), { recursive: true, mode: 0o700 });
      await writeFile(join(directory, place, 'prod.env'), `WHOSE=${value}`, { mode: 0o600 });
    };
    const whose = async (more: Parameters<typeof credentialsOf>[1]): Promise<string | undefined> => {
      const read = await readProfile(directory, credentialsOf('prod', more));
      return read.ok ? read.value.variables['WHOSE'] : read.failure.code;
    };

    it('to nobody, and so to the only tenant there is', async () => {
      await put('.', 'nobody');
      expect(await whose({ isOnlyTenant: true })).toBe('nobody');
      expect(await whose({ isOnlyTenant: false })).toBe('CREDENTIALS.NOT_GIVEN');
    });

    it('to a tenant, to an environment or to a project in it, and to no other', async () => {
      await put('11', 'tenant 11');
      expect(await whose({ tenant: '11', isOnlyTenant: false })).toBe('tenant 11');
      expect(await whose({ tenant: '12', isOnlyTenant: false })).toBe('CREDENTIALS.PROFILE_MISSING');
      await put('11/production', 'production of 11');
      expect(await whose({ tenant: '11', environment: 'production', isOnlyTenant: false })).toBe('production of 11');
      await put('11/projects/shop', 'shop of 11');
      expect(await whose({ tenant: '11', environment: 'production', project: 'shop', isOnlyTenant: false })).toBe('shop of 11');
      expect(await whose({ tenant: '11', environment: 'staging', project: 'blog', isOnlyTenant: false })).toBe('tenant 11');
    });

    it('to one environment alone, so that no other can choose it', async () => {
      await put('11/production', 'production of 11');
      expect(await whose({ tenant: '11', environment: 'dev', isOnlyTenant: false })).toBe('CREDENTIALS.PROFILE_MISSING');
    });

    it.each(['../11', '11/..', '', '.', 'x'])('and a tenant such as %j leads nowhere', async (tenant) => {
      await put('11', 'tenant 11');
      expect(await whose({ tenant, isOnlyTenant: false })).toBe('CREDENTIALS.PROFILE_MISSING');
    });
  });

  it('hides its values, and the keys inside of a key file, but not where things stand', () => {
    const variables = { TOKEN: 'abc-token', GOOGLE_CREDENTIALS: JSON.stringify({ private_key: 'inner-key', client_email: 'robot@x', nested: [{ deep: { refresh_token: 'inner-token' }, auth_uri: 'https://x' }] }), AWS_REGION: 'eu-west-1', AWS_PROFILE: 'production', ARM_CLIENT_ID: 'an-id', GOOGLE_IMPERSONATE_SERVICE_ACCOUNT: 'robot@y', GOOGLE_PROJECT: 'demo-project', ARM_SUBSCRIPTION_ID: '00000000-0000-4000-8000-000000000001' };
    expect(secretsOf({ name: 'x', variables })).toEqual(['abc-token', variables.GOOGLE_CREDENTIALS, 'inner-key', 'inner-token']);
  });
});
