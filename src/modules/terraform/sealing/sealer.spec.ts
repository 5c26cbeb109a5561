import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Settings } from '../../../config';
import { Sealer } from './sealer';

describe('the key that seals', () => {
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'cloud-engine-'));
  });

  afterEach(() => rm(dataDir, { recursive: true }));

  it('is made once, for its owner only, even where many ask at once', async () => {
    const sealed = await Promise.all(Array.from({ length: 10 }, () => new Sealer(Settings.from({ DATA_DIR: dataDir })).seal(Buffer.from('x'), 'plan 1')));
    const later = new Sealer(Settings.from({ DATA_DIR: dataDir }));
    for (const one of sealed) expect(await later.unseal(one, 'plan 1')).toEqual(Buffer.from('x'));
    expect((await stat(join(dataDir, 'encryption.key'))).mode & 0o777).toBe(0o600);
  });

  it('comes from ENCRYPTION_KEY where that is set', async () => {
    const key = randomBytes(32).toString('base64');
    const sealed = await new Sealer(Settings.from({ DATA_DIR: dataDir, ENCRYPTION_KEY: key })).seal(Buffer.from('x'), 'plan 1');
    expect(await new Sealer(Settings.from({ DATA_DIR: dataDir })).unseal(sealed, 'plan 1')).toBeUndefined();
    expect(await new Sealer(Settings.from({ DATA_DIR: join(dataDir, 'elsewhere'), ENCRYPTION_KEY: key })).unseal(sealed, 'plan 1')).toEqual(Buffer.from('x'));
  });

  it('is not guessed where its file is damaged', async () => {
    await writeFile(join(dataDir, 'encryption.key'), 'AAAA');
    await expect(new Sealer(Settings.from({ DATA_DIR: dataDir })).seal(Buffer.from('x'), 'plan 1')).rejects.toThrow('encryption.key');
    expect(await readFile(join(dataDir, 'encryption.key'), 'utf8')).toBe('AAAA');
  });
});
