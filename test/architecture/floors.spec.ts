import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, copyFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '..', '..');
const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');

/** Each rule with two files that break it and nothing else: the importing one, and what it imports. */
const VIOLATIONS: readonly (readonly [rule: string, files: Readonly<Record<string, string>>])[] = [
  ['floor-0-looks-up', { 'src/shared/a.ts': "import '../modules/access';", 'src/modules/access/index.ts': '' }],
  ['floor-1-looks-up', { 'src/modules/access/a.ts': "import '../policy';", 'src/modules/policy/index.ts': '' }],
  ['floor-2-looks-up', { 'src/modules/policy/a.ts': "import '../sessions';", 'src/modules/sessions/index.ts': '' }],
  ['floor-3-looks-up', { 'src/modules/sessions/a.ts': "import '../../discord';", 'src/discord/index.ts': '' }],
  ['floor-4-looks-up', { 'src/discord/a.ts': "import '../main';", 'src/main.ts': '' }],
  ['floor-1-sideways', { 'src/modules/access/a.ts': "import '../audit';", 'src/modules/audit/index.ts': '' }],
  ['floor-2-sideways', { 'src/modules/finops/a.ts': "import '../policy';", 'src/modules/policy/index.ts': '' }],
  ['floor-4-sideways', { 'src/health/a.ts': "import '../discord';", 'src/discord/index.ts': '' }],
  ['index-only', { 'src/discord/a.ts': "import '../modules/access/secret';", 'src/modules/access/secret.ts': '' }],
  ['index-only-from-the-top', { 'src/app.module.ts': "import './modules/access/secret';", 'src/modules/access/secret.ts': '' }],
  ['no-circles', { 'src/shared/a.ts': "import './b';", 'src/shared/b.ts': "import './a';" }],
  ['pure-domain', { 'src/modules/access/domain/a.ts': "import '../../../database';", 'src/database/index.ts': '' }],
  ['discord-only-in-discord', { 'src/modules/access/a.ts': "import 'discord.js';" }],
  ['execa-in-one-file', { 'src/modules/terraform/a.ts': "import 'execa';" }],
  ['pg-boss-in-jobs', { 'src/database/a.ts': "import 'pg-boss';" }],
  ['src-stands-alone', { 'src/modules/access/a.ts': "import '../../../sandbox/a';", 'sandbox/a.ts': '' }],
];

describe('the law of the floors', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cloud-engine-floors-'));
    copyFileSync(join(root, '.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'));
    plant({ 'tsconfig.json': '{}' });
    for (const name of ['discord.js', 'execa', 'pg-boss']) plant({ [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: 'index.js' }), [`node_modules/${name}/index.js`]: '' });
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(VIOLATIONS)('catches %s', async (rule, files) => {
    plant(files);
    expect(await brokenRules()).toContain(rule);
  });

  it('has a planted violation for each of its rules', () => {
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>('../../.dependency-cruiser.cjs');
    expect(VIOLATIONS.map(([rule]) => rule).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  function plant(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text || 'export {};\n');
    }
  }

  async function brokenRules(): Promise<string[]> {
    const answer = await promisify(execFile)(process.execPath, [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'], { cwd: folder, env: {} })
      .catch((error: { stdout: string }) => error);
    const { summary } = JSON.parse(answer.stdout) as { summary: { violations: { rule: { name: string } }[] } };
    return summary.violations.map(({ rule }) => rule.name);
  }
});
