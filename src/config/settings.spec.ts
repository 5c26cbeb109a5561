import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Settings } from './settings';

describe('reading the environment', () => {
  it('has a default for everything', () => {
    const settings = Settings.from({});
    expect(settings).toMatchObject({ discordApiUrl: 'https://discord.com/api', role: 'all', workerConcurrency: 4, httpPort: 8080, sandboxPort: 4400, sessionTtlMinutes: 30, logLevel: 'info' });
    expect(settings.credentialsDir).toBe(join(settings.dataDir, 'credentials'));
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it.each([
    ['DISCORD_API_URL', 'ftp://x'],
    ['DISCORD_API_URL', 'http://127.0.0.1:4400'],
    ['DISCORD_GUILD_IDS', 'my-guild'],
    ['DISCORD_GUILD_IDS', '1196482013377839104, 12'],
    ['HTTP_HOST', 'here'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['ROLE', 'boss'],
    ['WORKER_CONCURRENCY', '0'],
    ['WORKER_CONCURRENCY', 'many'],
    ['ENCRYPTION_KEY', 'c2hvcnQ='],
    ['HTTP_PORT', '70000'],
    ['SESSION_TTL_MINUTES', '-1'],
    ['LOG_LEVEL', 'loud'],
  ])('stops at a wrong %s (%s) with one line that names it', (name, value) => {
    expect(() => Settings.from({ [name]: value })).toThrow(new RegExp(`^${name} [^\\n]+$`));
  });

  it('counts an empty variable as not set', () => {
    expect(Settings.from({ DISCORD_TOKEN: '', HTTP_PORT: '' })).toMatchObject({ httpPort: 8080 });
    expect(Settings.from({ DISCORD_TOKEN: '' }).discordToken).toBeUndefined();
  });

  it('reads secrets from files, and says which file cannot be read', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'token');
    writeFileSync(file, 'secret-token\n');
    expect(Settings.from({ DISCORD_TOKEN_FILE: file }).discordToken).toBe('secret-token');
    expect(() => Settings.from({ DISCORD_TOKEN_FILE: '/nowhere/token' })).toThrow(/^DISCORD_TOKEN_FILE /);
  });

  it('knows what each role does', () => {
    expect(Settings.from({ ROLE: 'bot' })).toMatchObject({ holdsGateway: true, runsTerraform: false });
    expect(Settings.from({ ROLE: 'worker' })).toMatchObject({ holdsGateway: false, runsTerraform: true });
    expect(Settings.from({})).toMatchObject({ holdsGateway: true, runsTerraform: true });
  });
});
