import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registry } from '../../support/provider-examples';

const program = join(__dirname, '..', '..', '..', 'dist', 'src', 'render.js');

describe('npm run render', () => {
  let folder: string;

  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'cloud-engine-render-')); });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function render(...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [program, ...args], { cwd: folder, env: { PATH: process.env['PATH'] } }, (error, stdout, stderr) => resolve({ code: error === null ? 0 : (child.exitCode ?? 1), output: `${stdout}${stderr}` }));
    });
  }

  const filesIn = (directory: string): Record<string, string> => Object.fromEntries(
    readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).toSorted().map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
  );

  it('writes every kind and every blueprint of every provider, the same bytes every time', async () => {
    expect(await render('--out', 'first')).toMatchObject({ code: 0 });
    expect(await render('--out', join(folder, 'second'))).toMatchObject({ code: 0 });
    const first = filesIn(join(folder, 'first'));
    const blueprints = registry.allBlueprints().map(({ name }) => `blueprint-${name}`);
    const expected = registry.all().flatMap(({ provider, kinds }) => [...kinds.keys(), ...blueprints].map((name) => join(provider.name, name, 'main.tf.json')));
    expect(Object.keys(first)).toEqual(expected.toSorted());
    expect(filesIn(join(folder, 'second'))).toEqual(first);
  });

  it('writes one provider alone', async () => {
    expect(await render('--out', 'one', 'gcp')).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, 'one'))).toEqual(['gcp']);
  });

  it.each([
    [[], 'Usage: npm run render -- --out DIR [provider]'],
    [['--out', 'x', 'moon'], 'There is no provider moon'],
    [['--out', 'x', 'gcp', 'aws'], 'Usage:'],
    [['--colour', 'x'], "Unknown option '--colour'"],
  ])('refuses %j, saying how it is used', async (args, words) => {
    const { code, output } = await render(...args);
    expect(code).toBe(1);
    expect(output).toContain(words);
  });
});
