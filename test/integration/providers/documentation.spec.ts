import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDocumentedFiles } from '../../support/documented-files';
import { Lobby } from '../../support/lobby';
import { World } from '../../support/test-engine';

const built = join(__dirname, '..', '..', '..', 'dist', 'src');

describe('following docs/add-a-resource.md and docs/add-a-provider.md', () => {
  let plugins: string;

  beforeEach(() => { plugins = mkdtempSync(join(tmpdir(), 'cloud-engine-plugins-')); });
  afterEach(() => rmSync(plugins, { recursive: true, force: true }));

  function start(program: string, ...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
    return new Promise((resolve) => {
      const env = { PATH: process.env['PATH'], PLUGIN_DIRS: plugins, DATA_DIR: join(plugins, 'data') };
      const child = execFile(process.execPath, [join(built, program), ...args], { env }, (error, stdout, stderr) => resolve({ code: error === null ? 0 : (child.exitCode ?? 1), output: `${stdout}${stderr}` }));
    });
  }

  it('a kind dropped into a folder is suggested, asked, planned, priced and deployed, with no other change', async () => {
    expect(writeDocumentedFiles('add-a-resource.md', plugins)).toEqual(['gcp/static-address.resource.ts']);
    const world = await World.make({}, { PLUGIN_DIRS: plugins });
    try {
      const engine = await world.engine();
      try {
        await world.project('shop');
        const lobby = await Lobby.open(world.person('developer'), 'shop');
        await lobby.add('Static address', { Name: 'entrance', 'Network tier': 'standard', 'Advanced (JSON)': '{"note": "The front door"}' });
        const text = await lobby.text();
        expect(text).toContain('google_compute_address.entrance');
        expect(text).toContain('$3.65');
        await lobby.approve();
        await lobby.ended('Apply complete');
        expect(world.cloud.list('google_compute_address').map(({ values }) => [values.name, values.network_tier, values.description])).toEqual([['entrance', 'STANDARD', 'The front door']]);
      } finally {
        await engine.stop();
      }
    } finally {
      await world.close();
    }
  });

  it('both render with `npm run render`, as TypeScript, in the built engine', async () => {
    writeDocumentedFiles('add-a-resource.md', plugins);
    expect(writeDocumentedFiles('add-a-provider.md', plugins)).toEqual(['hetzner/hetzner.provider.ts', 'hetzner/vpc.resource.ts', 'blueprints/private-network.blueprint.ts']);
    const out = join(plugins, 'rendered');
    expect(await start('render.js', '--out', out)).toMatchObject({ code: 0 });
    const read = (path: string) => JSON.parse(readFileSync(join(out, path, 'main.tf.json'), 'utf8')) as unknown;
    expect(read('gcp/static_address')).toMatchObject({ resource: { google_compute_address: { entrance: { network_tier: 'PREMIUM', labels: { 'managed-by': 'cloud-engine' } } } } });
    expect(read('hetzner/vpc')).toMatchObject({ terraform: { required_providers: { hcloud: { source: 'hetznercloud/hcloud', version: '~> 1.50' } } }, resource: { hcloud_network: { main: { ip_range: '10.10.0.0/16' } } } });
    for (const provider of ['hetzner', 'gcp', 'aws', 'azure', 'digitalocean']) expect(read(`${provider}/blueprint-private-network`)).toHaveProperty('resource');
    expect(read('hetzner/blueprint-dev-box')).toMatchObject({ resource: { hcloud_network: { main: {} } } });
  });

  it('a plugin that does not fit stops the start with its file\'s name and what is wrong', async () => {
    writeDocumentedFiles('add-a-resource.md', plugins);
    const file = join(plugins, 'gcp/static-address.resource.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace("kind: 'static_address'", "kind: 'vpc'").replace('Network tier', 'x'.repeat(46)));
    const stopped = await start('render.js', '--out', join(plugins, 'rendered'));
    expect(stopped.code).toBe(1);
    expect(stopped.output).toContain('static-address.resource.ts does not fit');
    expect(stopped.output).toContain('args.tier.label');
  });
});
